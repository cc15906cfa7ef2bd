//! One or several of known values.

use leptos::prelude::*;

use super::super::pasted;
use super::field::{Title, fieldset};
use super::frame::Framed;
use crate::ui::{Checkbox, Choice, RadioGroup, Select};

/// The values of an enumeration in the words of the page where it has some.
pub(super) fn named(named: &[Choice], values: &[&str]) -> Vec<Choice> {
    let choice = |value: &&str| {
        let known = named.iter().find(|choice| choice.value == *value);
        known.cloned().unwrap_or_else(|| Choice::new(*value, *value))
    };
    values.iter().map(choice).collect()
}

/// The choices, with one for nothing where that can be meant.
fn with_empty(framed: &Framed, choices: Signal<Vec<Choice>>, required: Option<&'static str>) -> Signal<Vec<Choice>> {
    let (node, draft) = (framed.node.clone(), framed.draft.clone());
    Signal::derive(move || {
        let empty = if node.required { required } else { draft.can_unset(&node).then_some("Not set") };
        let empty = empty.map(|label| Choice::new("", label));
        empty.into_iter().chain(choices.get()).collect()
    })
}

/// A drop-down.
pub(super) fn select(framed: &Framed, choices: Signal<Vec<Choice>>) -> AnyView {
    view! {
        <Select
            value=framed.text()
            options=with_empty(framed, choices, Some("Choose…"))
            on_change=framed.on_input()
            id=framed.id()
            invalid=framed.node.invalid()
            described_by=framed.node.described_by()
            required=framed.node.required
        />
    }
    .into_any()
}

/// Radio buttons.
pub(super) fn radios(framed: &Framed, title: &Title, choices: Signal<Vec<Choice>>) -> AnyView {
    let group = view! {
        <RadioGroup
            label=title.text
            options=with_empty(framed, choices, None)
            value=framed.text()
            on_change=framed.on_input()
            described_by=framed.node.described_by()
            invalid=framed.node.invalid()
        />
    };
    // The group names itself, so that the words above it are for the eye.
    let label = if title.hidden { "visually-hidden" } else { "field-label" };
    view! {
        <div class="field" id=framed.id() tabindex="-1" on:focusout=framed.on_focusout()>
            <span class=label aria-hidden="true">
                {title.text}
                {framed.optional()}
            </span>
            {framed.help()}
            {group}
            {framed.message()}
        </div>
    }
    .into_any()
}

/// Check boxes for a list of known values, kept as lines.
pub(super) fn checks(framed: &Framed, title: &Title, values: &'static [&'static str]) -> AnyView {
    let (text, set) = (framed.text(), framed.on_input());
    let boxes = named(&framed.node.field.choices, values).into_iter().map(|choice| {
        let this = choice.value.clone();
        let checked = Signal::derive(move || text.with(|text| pasted::split(text).contains(&this)));
        let this = choice.value;
        let change = move |on: bool| {
            let mut chosen = pasted::split(&text.get_untracked());
            chosen.retain(|value| *value != this);
            if on {
                chosen.push(this.clone());
            }
            set.run(pasted::join(&chosen));
        };
        view! { <Checkbox checked on_change=change label=Signal::stored(choice.label) /> }
    });
    fieldset(framed, title, boxes.collect_view().into_any())
}
