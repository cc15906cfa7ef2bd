//! What the URL's query holds for a table, so that a reload, a bookmark and the back button keep it.

use leptos::prelude::*;
use web_sys::UrlSearchParams;

use crate::address::{Address, use_address, with_query};

/// The query of this page's URL.
#[derive(Clone, Copy)]
pub(crate) struct UrlQuery {
    address: Address,
}

impl UrlQuery {
    /// The query of this console's address.
    pub(crate) fn new() -> Self {
        Self { address: use_address() }
    }

    /// The value of a key; tracked.
    pub(crate) fn get(self, key: &str) -> Option<String> {
        let query = UrlSearchParams::new_with_str(&self.address.query().get()).ok()?;
        query.get(key).filter(|value| !value.is_empty())
    }

    /// Writes keys; `push` makes a step that the back button undoes.
    pub(crate) fn set(self, changes: &[(&'static str, Option<String>)], push: bool) {
        let Ok(query) = UrlSearchParams::new_with_str(&self.address.query().get_untracked()) else { return };
        for (key, value) in changes {
            query.delete(key);
            if let Some(value) = value.as_ref().filter(|value| !value.is_empty()) {
                query.append(key, value);
            }
        }
        // A space as `%20`, as in what comes before the query.
        let query = String::from(query.to_string()).replace('+', "%20");
        self.address.go(&with_query(&self.address.path().get_untracked(), &query), !push);
    }
}
