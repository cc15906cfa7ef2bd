//! A query that failed, in the place of what it should have brought.

use leptos::prelude::*;

use crate::client::Query;
use crate::ui::ErrorPanel;

/// The error of `query` with a button that asks again; nothing while there is none.
#[component]
pub fn QueryFailure(
    /// What was asked.
    query: Query,
    /// What did not work: "The users could not be loaded".
    #[prop(into)]
    title: String,
) -> AnyView {
    (move || {
        let failure = query.error.get()?.failure(title.clone());
        Some(view! { <ErrorPanel failure on_retry=move |()| query.refresh() /> })
    })
    .into_any()
}
