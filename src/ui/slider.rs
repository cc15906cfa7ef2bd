//! A number chosen by sliding.

use leptos::prelude::*;

/// A slider with its label and the value in words.
#[component]
pub fn Slider(
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<u32>,
    max: u32,
    step: u32,
    /// The value as a person reads it: "50 %".
    words: fn(u32) -> String,
    /// Runs once the person lets go.
    #[prop(into)]
    on_change: Callback<u32>,
) -> AnyView {
    let moving = RwSignal::new(None::<u32>);
    let shown = Signal::derive(move || moving.get().unwrap_or_else(|| value.get()));
    let read = |event: &web_sys::Event| event_target_value(event).parse::<u32>().ok();
    let change = move |event: web_sys::Event| {
        moving.set(None);
        if let Some(value) = read(&event) {
            on_change.run(value);
        }
    };
    view! {
        <label class="slider">
            <span class="slider-head">
                <span>{label}</span>
                <span class="slider-value" aria-hidden="true">{move || words(shown.get())}</span>
            </span>
            <input
                type="range"
                min="0"
                max=max
                step=step
                prop:value=value
                aria-valuetext=move || words(shown.get())
                on:input=move |event| moving.set(read(&event))
                on:change=change
            />
        </label>
    }
    .into_any()
}
