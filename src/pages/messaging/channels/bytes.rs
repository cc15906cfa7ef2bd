//! A text whose length is limited in bytes, with what is used of them.

use leptos::prelude::*;

use crate::ui::*;

/// How the text is asked for.
pub struct Bytes {
    /// What it is.
    pub label: &'static str,
    /// What it is for.
    pub help: &'static str,
    /// Its text.
    pub text: RwSignal<String>,
    /// The most bytes.
    pub most: Signal<usize>,
    /// What is wrong with it, once that is to be said.
    pub fault: Signal<Option<String>>,
    /// Lines shown.
    pub rows: u32,
}

impl Bytes {
    /// The field, with the id of its input.
    pub fn view(self, id: String) -> AnyView {
        let Self { label, help, text, most, fault, rows } = self;
        let (error, count) = ([&id, "-error"].concat(), [&id, "-count"].concat());
        let described = [&*count, " ", &error].concat();
        let used = Memo::new(move |_| text.with(String::len));
        let over = move || (used.get() > most.get()).then_some("true");
        let message = move || fault.get().map(|fault| view! { <Icon name=IconName::Error /> {fault} });
        view! {
            <div class="field">
                <label class="field-label" for=id.clone()>{label}</label>
                {(!help.is_empty()).then(|| view! { <p class="field-help">{help}</p> })}
                <TextArea
                    id
                    value=text
                    on_input=move |typed| text.set(typed)
                    rows
                    invalid=Signal::derive(move || fault.with(Option::is_some))
                    described_by=Signal::derive(move || Some(described.clone()))
                />
                <div class="field-foot">
                    <p class="field-error" id=error>{message}</p>
                    <span class="field-counter" id=count data-over=over>{used} " / " {move || most.get()} " bytes"</span>
                </div>
            </div>
        }
        .into_any()
    }
}
