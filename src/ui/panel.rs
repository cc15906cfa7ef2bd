//! A bordered part of a page.

use leptos::prelude::*;

use super::{Count, Counter, unique_id};

/// A section with a title and actions. `flush` leaves out the padding, for a table.
#[component]
pub fn Panel(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] description: Signal<Option<String>>,
    #[prop(optional, into)] count: Signal<Option<Count>>,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
    #[prop(optional)] flush: bool,
    /// Marks what destroys things.
    #[prop(optional)]
    danger: bool,
    children: Children,
) -> AnyView {
    let id = unique_id("panel");
    let mut class = String::from("panel");
    if flush {
        class.push_str(" panel-flush");
    }
    if danger {
        class.push_str(" danger-zone");
    }
    let labelled_by = id.clone();
    view! {
        <section class=class aria-labelledby=labelled_by>
            <header class="panel-head">
                <div class="panel-titles">
                    <h2 class="panel-title" id=id>
                        {title} {move || count.get().map(|count| view! { " " <Counter count /> })}
                    </h2>
                    {move || description.get().map(|text| view! { <p class="panel-description">{text}</p> })}
                </div>
                {actions.map(|actions| view! { <div class="cluster">{actions.run()}</div> })}
            </header>
            <div class="panel-body">{children()}</div>
        </section>
    }
    .into_any()
}
