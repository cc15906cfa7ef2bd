//! Whether emergency services would find an address.

mod check;
mod verdict;

use leptos::prelude::*;

/// The screen.
pub(super) fn view() -> AnyView {
    view! { <check::AddressCheck /> }.into_any()
}
