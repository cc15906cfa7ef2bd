//! Keys of the keyboard.

use leptos::prelude::*;

/// One combination: `Ctrl K`.
#[component]
pub fn Kbd(keys: &'static str) -> AnyView {
    let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> }).collect_view();
    view! { <span class="keys">{keys}</span> }.into_any()
}

/// What the keys do: (action, keys).
#[component]
pub fn ShortcutList(items: Vec<(&'static str, &'static str)>) -> AnyView {
    let items = items
        .into_iter()
        .map(|(action, keys)| {
            view! {
                <div class="shortcut">
                    <dt>{action}</dt>
                    <dd><Kbd keys /></dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="shortcuts">{items}</dl> }.into_any()
}
