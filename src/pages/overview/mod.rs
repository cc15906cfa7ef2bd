//! The overview: what exists, what needs attention, and charts of it. Few calls, each asked once; nothing is polled.

mod asked;
mod charts;
mod connectors;
mod page;
mod tiles;
mod trouble;
mod users;

use leptos::prelude::*;

/// The screen.
pub(super) fn view() -> AnyView {
    view! { <page::Overview /> }.into_any()
}
