//! The head of a page: its one `h1`, counter, id, actions and freshness.

use leptos::prelude::*;

use super::{CopyableId, Count, Counter, Freshness, Reading, focus_id};

const TITLE: &str = "page-title";

/// The head of a page. Moving to a page moves the focus to `#page-title`.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] count: Signal<Option<Count>>,
    /// The id of what the page shows.
    #[prop(optional, into)]
    id_text: Signal<Option<String>>,
    #[prop(optional, into)] description: Signal<Option<String>>,
    /// What is shown, to be read again.
    #[prop(optional, into)]
    reading: Option<Reading>,
    /// Beside the title: a badge, an "Info" link.
    #[prop(optional, into)]
    beside: Option<ViewFnOnce>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    // A title that is replaced, when the data arrives, hands the focus to its successor.
    on_cleanup(|| {
        if document().active_element().is_some_and(|active| active.id() == TITLE) {
            focus_id(TITLE);
        }
    });
    let refresh = reading.map(|reading| view! { <Freshness reading /> });
    view! {
        <header class="page-header">
            <div class="page-titles">
                <div class="page-title-row">
                    <h1 id=TITLE class="page-title" tabindex="-1">
                        {title}
                    </h1>
                    {move || count.get().map(|count| view! { <Counter count /> })}
                    {beside.map(ViewFnOnce::run)}
                </div>
                {move || id_text.get().map(|id| view! { <CopyableId id /> })}
                {move || description.get().map(|text| view! { <p class="page-description">{text}</p> })}
            </div>
            <div class="page-actions">{refresh} {children.map(|children| children())}</div>
        </header>
    }
    .into_any()
}
