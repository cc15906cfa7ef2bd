//! States: an icon and a word, coloured.

use leptos::prelude::*;

use super::{Icon, Tone};

/// A state on a tinted ground.
#[component]
pub fn Badge(#[prop(optional)] tone: Tone, children: Children) -> AnyView {
    view! {
        <span class=["badge ", tone.class()].concat()>
            <Icon name=tone.icon() />
            {children()}
        </span>
    }
    .into_any()
}

/// A state without a ground, for table cells.
#[component]
pub fn Status(#[prop(optional)] tone: Tone, #[prop(into)] text: Signal<String>) -> AnyView {
    view! {
        <span class=["status ", tone.class()].concat()>
            <Icon name=tone.icon() />
            <span>{text}</span>
        </span>
    }
    .into_any()
}
