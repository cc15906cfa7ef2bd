//! Inputs of one text: text, numbers, lists in lines, moments, secrets.

use chime_model::{Kind, Timestamp};
use leptos::prelude::*;

use super::super::field::Widget;
use super::super::time;
use super::frame::Framed;
use crate::ui::{IconButton, IconName, TextArea, TextInput, absolute_time};

/// The type of an input for a moment.
const MOMENT: &str = "datetime-local";

/// One line of text, or a number: typed as text, since a browser hides from the page what it does not take for a number.
pub(super) fn text(framed: &Framed) -> AnyView {
    let suggestions = framed.node.field.suggestions;
    let list = suggestions.map(|_| [&framed.node.id, "-list"].concat());
    let options = move || {
        let choices = suggestions.map(|choices| choices.get()).unwrap_or_default();
        choices.into_iter().map(|choice| view! { <option value=choice.value>{choice.label}</option> }).collect_view()
    };
    view! {
        {one_line(framed, "text", list.clone())}
        {list.map(|id| view! { <datalist id=id>{options}</datalist> })}
    }
    .into_any()
}

fn one_line(framed: &Framed, input_type: &'static str, list: Option<String>) -> AnyView {
    let mono = matches!(framed.node.kind(), Kind::Integer { .. });
    view! {
        <TextInput
            value=framed.text()
            on_input=framed.on_input()
            input_type
            id=framed.id()
            autocomplete=if framed.node.is_secret() { "new-password" } else { "off" }
            mono
            invalid=framed.node.invalid()
            described_by=framed.node.described_by()
            required=framed.node.required
            attr:list=list
            // Seconds can be typed, where a moment is meant.
            attr:step=(input_type == MOMENT).then_some("1")
            attr:placeholder=framed.node.field.placeholder.clone()
        />
    }
    .into_any()
}

/// Several lines of text.
pub(super) fn long_text(framed: &Framed) -> AnyView {
    area(framed, 4)
}

/// A list with one entry a line, and how many there are.
pub(super) fn lines(framed: &Framed) -> AnyView {
    let text = framed.text();
    let node = framed.node.clone();
    let blanks = matches!(node.field.widget, Widget::Words);
    let separators =
        if blanks { "One a line, or with blanks, ; or , between. " } else { "One a line, or with ; or , between. " };
    let count = Memo::new(move |_| text.with(|text| node.entries(text).len()));
    view! {
        {area(framed, if blanks { 2 } else { 6 })}
        <p class="field-limit">
            {separators}
            <span role="status">{move || if count.get() == 1 { "1 entry".to_owned() } else { format!("{} entries", count.get()) }}</span>
        </p>
    }
    .into_any()
}

fn area(framed: &Framed, rows: u32) -> AnyView {
    view! {
        <TextArea
            value=framed.text()
            on_input=framed.on_input()
            rows
            id=framed.id()
            invalid=framed.node.invalid()
            described_by=framed.node.described_by()
            required=framed.node.required
            attr:placeholder=framed.node.field.placeholder.clone()
        />
    }
    .into_any()
}

/// A moment in the zone of the browser, which is said below.
pub(super) fn moment(framed: &Framed) -> AnyView {
    let text = framed.text();
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this era fit in 53 bits")]
    let said = move || match time::moment(&text.get()) {
        Some(Timestamp(milliseconds)) => absolute_time(milliseconds as f64),
        None => "In the time zone of this computer.".to_owned(),
    };
    view! {
        {one_line(framed, MOMENT, None)}
        <p class="field-limit">{said}</p>
    }
    .into_any()
}

/// A secret: dots, shown on demand. It is a property of the input and never in the document.
pub(super) fn secret(framed: &Framed) -> AnyView {
    let shown = RwSignal::new(false);
    let input = framed.clone();
    view! {
        <div class="field-row">
            {move || one_line(&input, if shown.get() { "text" } else { "password" }, None)}
            <IconButton
                icon=move || if shown.get() { IconName::EyeOff } else { IconName::Eye }
                label=move || if shown.get() { "Hide what is typed" } else { "Show what is typed" }
                on_press=move || shown.update(|shown| *shown = !*shown)
            />
        </div>
    }
    .into_any()
}
