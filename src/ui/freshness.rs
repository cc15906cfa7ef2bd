//! How old what is shown is, and reading it again.

use leptos::prelude::*;

use super::{IconButton, IconName, now, relative_time};

/// "updated 2 min ago" and the refresh button.
#[component]
pub fn Freshness(
    /// When what is shown was read, in milliseconds since 1970.
    #[prop(into)]
    updated: Signal<Option<f64>>,
    #[prop(into)] refreshing: Signal<bool>,
    #[prop(into)] on_refresh: Callback<()>,
    /// What is read again: "Refresh the users".
    #[prop(default = "Refresh")]
    label: &'static str,
) -> AnyView {
    let now = now();
    // The clock of the page ticks slowly; what came after its last tick came now.
    let age = move || updated.get().map(|then| ["updated ", &relative_time(then, now.get().max(then))].concat());
    view! {
        <span class="updated">{age}</span>
        <IconButton icon=IconName::Refresh label busy=refreshing on_press=move || on_refresh.run(()) />
    }
    .into_any()
}
