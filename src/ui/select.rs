//! A choice among few values.

use leptos::prelude::*;

/// One value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub value: String,
    /// How it is called.
    pub label: String,
    /// What it means.
    pub help: Option<String>,
    /// Why it cannot be chosen now.
    pub disabled: Option<String>,
}

impl Choice {
    /// A value and its name.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), help: None, disabled: None }
    }

    /// With what it means.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Not to be chosen while there is a reason.
    #[must_use]
    pub fn disabled(mut self, reason: Option<String>) -> Self {
        self.disabled = reason;
        self
    }
}

/// The native drop-down.
#[component]
pub fn Select(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] name: Option<String>,
    /// The name, where no `<label>` gives one.
    #[prop(optional, into)]
    label: Option<String>,
    #[prop(optional, into)] invalid: Signal<bool>,
    #[prop(optional, into)] described_by: Signal<Option<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] on_blur: Option<Callback<()>>,
) -> AnyView {
    let lines = move || {
        options
            .get()
            .into_iter()
            .map(|choice| {
                let this = choice.value.clone();
                view! {
                    <option
                        value=choice.value
                        disabled=choice.disabled.is_some()
                        prop:selected=move || value.with(|value| *value == this)
                    >
                        {choice.label}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <select
            class="input select"
            id=id
            name=name
            aria-label=label
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=described_by
            aria-required=required.then_some("true")
            disabled=disabled
            on:change=move |event| on_change.run(event_target_value(&event))
            on:blur=move |_| {
                if let Some(on_blur) = on_blur {
                    on_blur.run(());
                }
            }
        >
            {lines}
        </select>
    }
    .into_any()
}
