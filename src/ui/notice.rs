//! A notice inside a page.

use leptos::prelude::*;

use super::{Icon, IconButton, IconName, Spinner, Tone};

/// A sentence with its tone; the children say more.
#[component]
pub fn Notice(
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] title: Signal<Option<String>>,
    #[prop(optional, into)] on_dismiss: Option<Callback<()>>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let mark = if tone == Tone::Running {
        view! { <Spinner /> }
    } else {
        view! { <Icon name=tone.icon() /> }
    };
    let dismiss = on_dismiss.map(|on_dismiss| {
        view! { <IconButton icon=IconName::Close label="Dismiss" on_press=move || on_dismiss.run(()) /> }
    });
    view! {
        <div class=["notice ", tone.class()].concat()>
            <span class="notice-mark">{mark}</span>
            <div class="notice-body">
                {move || title.get().map(|title| view! { <p class="notice-title">{title}</p> })}
                {children.map(|children| children())}
            </div>
            {dismiss}
        </div>
    }
    .into_any()
}
