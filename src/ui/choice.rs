//! Check boxes, switches and radio buttons.

use leptos::prelude::*;

use super::{Choice, unique_id};

/// A check box with its label.
#[component]
pub fn Checkbox(
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(into)] label: Signal<String>,
    /// Keeps the label for readers only, as in a table.
    #[prop(optional)]
    hide_label: bool,
    /// Some of what it stands for is chosen.
    #[prop(optional, into)]
    indeterminate: Signal<bool>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] described_by: Signal<Option<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> AnyView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                id=id
                disabled=disabled
                aria-describedby=described_by
                prop:checked=checked
                prop:indeterminate=indeterminate
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span class=if hide_label { "visually-hidden" } else { "" }>{label}</span>
        </label>
    }
    .into_any()
}

/// A switch with its label and what it does.
#[component]
pub fn Switch(
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] description: Signal<Option<String>>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> AnyView {
    let more = unique_id("switch");
    let described_by = more.clone();
    view! {
        <div class="switch">
            <label>
                <input
                    type="checkbox"
                    role="switch"
                    id=id
                    disabled=disabled
                    aria-describedby=move || description.with(Option::is_some).then(|| described_by.clone())
                    prop:checked=checked
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                <span>{label}</span>
            </label>
            {move || {
                let id = more.clone();
                description.get().map(|text| view! { <p class="switch-help" id=id>{text}</p> })
            }}
        </div>
    }
    .into_any()
}

/// A few exclusive choices side by side.
#[component]
pub fn Segmented(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
) -> AnyView {
    let group = RadioOptions { options, value, on_change, name: unique_id("segment"), class: "segment" };
    view! {
        <div class="segmented" role="radiogroup" aria-label=label>
            {group.view()}
        </div>
    }
    .into_any()
}

/// Exclusive choices one below another, each with what it means.
#[component]
pub fn RadioGroup(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(optional, into)] described_by: Signal<Option<String>>,
    #[prop(optional, into)] invalid: Signal<bool>,
) -> AnyView {
    let group = RadioOptions { options, value, on_change, name: unique_id("radio"), class: "radio" };
    view! {
        <div
            class="radios"
            role="radiogroup"
            aria-label=label
            aria-describedby=described_by
            aria-invalid=move || invalid.get().then_some("true")
        >
            {group.view()}
        </div>
    }
    .into_any()
}

struct RadioOptions {
    options: Signal<Vec<Choice>>,
    value: Signal<String>,
    on_change: Callback<String>,
    name: String,
    class: &'static str,
}

impl RadioOptions {
    fn view(self) -> AnyView {
        let Self { options, value, on_change, name, class } = self;
        (move || {
            options
                .get()
                .into_iter()
                .map(|choice| {
                    let this = choice.value.clone();
                    let reason = choice.disabled;
                    let more = reason.clone().or(choice.help);
                    view! {
                        <label class=class>
                            <input
                                type="radio"
                                name=name.clone()
                                value=choice.value
                                disabled=reason.is_some()
                                prop:checked=move || value.with(|value| *value == this)
                                on:change=move |event| on_change.run(event_target_value(&event))
                            />
                            <span class="choice-label">{choice.label}</span>
                            {more.map(|text| view! { <span class="choice-help">{text}</span> })}
                        </label>
                    }
                })
                .collect_view()
        })
        .into_any()
    }
}
