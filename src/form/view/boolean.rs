//! True or false.

use leptos::prelude::*;

use super::super::field::Widget;
use super::field::Title;
use super::frame::Framed;
use crate::ui::{Choice, Switch};

/// A switch, for members that are always sent.
pub(super) fn switch(framed: &Framed, title: &Title) -> AnyView {
    let (text, set) = (framed.text(), framed.on_input());
    let on = !matches!(framed.node.field.widget, Widget::InverseSwitch);
    let help = framed.node.field.help.clone();
    view! {
        <div class="field">
            <Switch
                checked=Signal::derive(move || text.with(|text| (text == "true") == on))
                on_change=move |checked: bool| set.run((checked == on).to_string())
                label=title.text
                description=Signal::stored(help)
                id=framed.id()
            />
            {framed.message()}
        </div>
    }
    .into_any()
}

/// The words for true and false; the page may have others.
pub(super) fn choices(named: &[Choice]) -> Vec<Choice> {
    super::choice::named(named, &["true", "false"])
        .into_iter()
        .map(|choice| match (choice.value.as_str(), choice.label.as_str()) {
            ("true", "true") => Choice::new("true", "Yes"),
            ("false", "false") => Choice::new("false", "No"),
            _ => choice,
        })
        .collect()
}
