//! Personal values, which a person can mask for a demonstration or a screenshot.

use leptos::prelude::*;

/// The privacy switch; the frame provides it as a context.
#[derive(Clone, Copy, Debug)]
pub struct Privacy(pub RwSignal<bool>);

/// Whether personal values are masked now.
pub fn use_privacy() -> Signal<bool> {
    use_context::<Privacy>().map_or_else(Signal::default, |privacy| privacy.0.into())
}

/// A personal value: dots while the privacy switch is on.
#[component]
pub fn Personal(#[prop(into)] text: Signal<String>) -> AnyView {
    let masked = use_privacy();
    (move || {
        if masked.get() {
            view! {
                <span class="masked">
                    <span aria-hidden="true">"••••••"</span>
                    <span class="visually-hidden">"hidden"</span>
                </span>
            }
            .into_any()
        } else {
            text.get().into_any()
        }
    })
    .into_any()
}
