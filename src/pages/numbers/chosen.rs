//! The numbers chosen in a list.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::number::e164;
use crate::table::Selection;

/// The chosen ones of the rows. They are looked up where they are needed: there may be ten thousand.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The rows that are loaded.
    pub all: Signal<Arc<Vec<Value>>>,
    /// Which of them are chosen.
    pub selection: Selection,
}

impl Chosen {
    /// The rows chosen (reactive).
    pub fn rows(self) -> Vec<Value> {
        self.all.with(|rows| self.selection.rows(rows, e164))
    }

    /// The same, now.
    pub fn now(self) -> Vec<Value> {
        untrack(|| self.rows())
    }

    /// Their numbers (reactive).
    pub fn numbers(self) -> Vec<String> {
        self.selection.ids().get()
    }

    /// How many there are, in words (reactive): "25 numbers".
    pub fn words(self) -> String {
        words(self.selection.count())
    }

    /// Why nothing can be done to them (reactive).
    pub fn none(self) -> Option<String> {
        (self.selection.count() == 0).then(|| "Choose numbers first".to_owned())
    }
}

/// "1 number", "25 numbers".
pub fn words(count: usize) -> String {
    [&*count.to_string(), if count == 1 { " number" } else { " numbers" }].concat()
}
