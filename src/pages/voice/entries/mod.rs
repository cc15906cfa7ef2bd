//! A list of structures as a table to type in: routes, emergency numbers, connectors of a group.

mod table;

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::form::Node;
use crate::ui::Choice;
use table::Table;

/// How a cell is typed.
#[derive(Clone, Copy)]
pub enum Asked {
    /// A text that must be there.
    Text,
    /// A text that may be left out.
    Optional,
    /// A whole number.
    Number,
    /// One of these.
    Pick(Signal<Vec<Choice>>),
}

impl Asked {
    /// Left out, though the page asks for it.
    fn is_missing(self, text: &str) -> bool {
        matches!(self, Self::Text | Self::Pick(_)) && text.trim().is_empty()
    }

    fn value(self, text: &str) -> Option<Value> {
        let text = text.trim();
        let number = || match self {
            Self::Number => text.parse::<i64>().ok().map(Value::from),
            _ => None,
        };
        (!text.is_empty()).then(|| number().unwrap_or_else(|| Value::from(text)))
    }
}

/// A column: a member of the structure.
#[derive(Clone, Copy)]
pub struct Cell {
    /// The member.
    pub member: &'static str,
    /// Its title.
    pub label: &'static str,
    /// An example.
    pub example: &'static str,
    /// How it is typed.
    pub asked: Asked,
}

/// Makes a text for each of all entries.
pub type TextOfEach = fn(&[Value]) -> Vec<String>;

/// Makes the entry that follows these.
pub type MakeEntry = Arc<dyn Fn(&[Value]) -> Value + Send + Sync>;

/// The table.
#[derive(Clone)]
pub struct Entries {
    /// What one entry is: "route".
    pub item: &'static str,
    /// The columns; the first tells entries apart.
    pub cells: Vec<Cell>,
    /// A column that follows from all entries: its title, and the text for each entry.
    pub derived: Option<(&'static str, TextOfEach)>,
    /// A new entry after these.
    pub fresh: MakeEntry,
    /// The most entries.
    pub most: usize,
    /// Entries that are not to be removed or renamed here, by their first cell.
    pub kept: Signal<Vec<String>>,
}

impl Entries {
    /// Draws the table over a node that holds the list.
    pub fn view(self, node: Arc<Node>) -> AnyView {
        Table::new(self, node).view()
    }
}
