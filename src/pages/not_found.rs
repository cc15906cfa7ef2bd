//! At an address of no page.

use leptos::prelude::*;

use crate::routes;
use crate::ui::{ButtonLink, EmptyState, IconName, PageHeader};

/// Says so, and shows the way back.
#[component]
pub(super) fn NotFound() -> AnyView {
    view! {
        <PageHeader title="Page not found" />
        <EmptyState
            icon=IconName::Search
            title="There is no page at this address"
            text="The link may be mistyped, or from another version of the console."
        >
            <ButtonLink href=routes::home()>"Go to the start"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}
