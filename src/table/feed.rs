//! How the rows of a table come: whether they are on their way, why they are not, and what follows them.

use leptos::prelude::*;

use super::load_all::LoadAll;
use crate::ui::Failure;

/// What a table knows of the reading of its rows. Without any, the rows are all there.
#[derive(Clone, Copy, Default)]
pub struct Feed {
    /// Whether they are being read.
    pub loading: Signal<bool>,
    /// Why they could not be read.
    pub failed: Signal<Option<Failure>>,
    /// Reads them again.
    pub retry: Option<Callback<()>>,
    /// The token of the page after this one.
    pub next_token: Signal<Option<String>>,
    /// Reads every page.
    pub load_all: Option<LoadAll>,
}

impl Feed {
    /// Rows that come all at once.
    pub fn whole(
        loading: impl Into<Signal<bool>>,
        failed: impl Into<Signal<Option<Failure>>>,
        retry: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let retry = Some(Callback::new(move |()| retry()));
        Self { loading: loading.into(), failed: failed.into(), retry, ..Self::default() }
    }
}
