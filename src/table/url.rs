//! What the URL's query holds for a table, so that a reload, a bookmark and the back button keep it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;

type Navigate = Arc<dyn Fn(&str, NavigateOptions) + Send + Sync>;

/// The query of this page's URL.
#[derive(Clone, Copy)]
pub(crate) struct UrlQuery {
    map: Memo<ParamsMap>,
    navigate: StoredValue<Navigate>,
}

impl UrlQuery {
    /// The query of the router around this component.
    pub(crate) fn new() -> Self {
        Self { map: use_query_map(), navigate: StoredValue::new(Arc::new(use_navigate())) }
    }

    /// The value of a key; tracked.
    pub(crate) fn get(self, key: &str) -> Option<String> {
        self.map.with(|map| map.get(key)).filter(|value| !value.is_empty())
    }

    /// Writes keys; `push` makes a step that the back button undoes.
    pub(crate) fn set(self, changes: &[(&'static str, Option<String>)], push: bool) {
        let Some(mut map) = self.map.try_get_untracked() else { return };
        for (key, value) in changes {
            map.remove(key);
            if let Some(value) = value.clone().filter(|value| !value.is_empty()) {
                map.insert(*key, value);
            }
        }
        let path = window().location().pathname().unwrap_or_default();
        let target = [&path, &map.to_query_string()].into_iter().map(String::as_str).collect::<String>();
        let options = NavigateOptions { replace: !push, scroll: false, resolve: false, ..NavigateOptions::default() };
        self.navigate.with_value(|navigate| navigate(&target, options));
    }
}
