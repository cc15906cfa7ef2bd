//! Nothing is there yet, or nothing matches.

use leptos::prelude::*;

use super::{Icon, IconName};

/// Says what is missing and why one would want it; the children are what to do about it.
#[component]
pub fn EmptyState(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Signal<Option<String>>,
    #[prop(optional, into)] icon: Option<IconName>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty-state">
            {icon.map(|name| view! { <span class="empty-icon"><Icon name /></span> })}
            <p class="empty-title">{title}</p>
            {move || text.get().map(|text| view! { <p class="empty-text">{text}</p> })}
            {children.map(|children| view! { <div class="cluster">{children()}</div> })}
        </div>
    }
    .into_any()
}
