//! True or false.

use leptos::prelude::*;

use super::field::Title;
use super::frame::Framed;
use crate::ui::{Choice, Switch};

/// A switch, for members that are always sent.
pub(super) fn switch(framed: &Framed, title: &Title) -> AnyView {
    let (text, set) = (framed.text(), framed.on_input());
    let help = framed.node.field.help.clone();
    view! {
        <div class="field">
            <Switch
                checked=Signal::derive(move || text.with(|text| text == "true"))
                on_change=move |on: bool| set.run(on.to_string())
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
