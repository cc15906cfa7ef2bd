//! How old what is shown is, and reading it again.

use leptos::prelude::*;

use super::{IconButton, IconName, now, relative_time};

/// Something that was read, and can be read again.
#[derive(Clone, Copy)]
pub struct Reading {
    /// When it was read, in milliseconds since 1970.
    pub updated: Signal<Option<f64>>,
    /// Whether it is being read.
    pub loading: Signal<bool>,
    /// Reads it again.
    pub refresh: Callback<()>,
}

impl Reading {
    /// What was read `updated`, and is read by `refresh`.
    pub fn new(
        updated: impl Into<Signal<Option<f64>>>,
        loading: impl Into<Signal<bool>>,
        refresh: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self { updated: updated.into(), loading: loading.into(), refresh: Callback::new(move |()| refresh()) }
    }
}

/// "updated 2 min ago" and the refresh button.
#[component]
pub fn Freshness(
    #[prop(into)] reading: Reading,
    /// What is read again: "Refresh the users".
    #[prop(default = "Refresh")]
    label: &'static str,
) -> AnyView {
    let Reading { updated, loading, refresh } = reading;
    let now = now();
    // The clock of the page ticks slowly; what came after its last tick came now.
    let age = move || updated.get().map(|then| ["updated ", &relative_time(then, now.get().max(then))].concat());
    view! {
        <span class="updated">{age}</span>
        <IconButton icon=IconName::Refresh label busy=loading on_press=move || refresh.run(()) />
    }
    .into_any()
}
