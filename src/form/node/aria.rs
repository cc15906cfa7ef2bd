//! What ties an input to its label, help, limit and message.

use chime_model::Kind;
use chime_model::validate::words;
use leptos::prelude::*;

use super::super::field::Widget;
use super::Node;

impl Node {
    /// The id for the input, which the label points to.
    pub fn input_id(&self) -> &str {
        &self.id
    }

    /// Whether the value is known to be wrong.
    pub fn invalid(&self) -> Signal<bool> {
        let error = self.error.clone();
        Signal::derive(move || error.with(Option::is_some))
    }

    /// The ids of help, limit and message, for `aria-describedby`.
    pub fn described_by(&self) -> Signal<Option<String>> {
        let help = self.field.help.as_ref().map(|_| self.part("help"));
        let limit = self.limit().map(|_| self.part("limit"));
        let always: Vec<_> = help.into_iter().chain(limit).collect();
        let (error, message) = (self.error.clone(), self.part("error"));
        Signal::derive(move || {
            let message = error.with(Option::is_some).then_some(&message);
            let ids: Vec<_> = always.iter().chain(message).map(String::as_str).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    }

    /// The id of a part of the field: its `help`, `limit` or `error`.
    pub(in crate::form) fn part(&self, part: &str) -> String {
        [&self.id, "-", part].concat()
    }

    /// The limit in words.
    pub(in crate::form) fn limit(&self) -> Option<String> {
        match self.kind() {
            _ if self.is_chosen() => None,
            // The choices are there to be seen.
            Kind::String { values, .. } if !values.is_empty() => None,
            kind if is_any_word(kind) => None,
            kind => words::limit(kind),
        }
    }

    /// Whether the value is chosen in a view of the page's, and nobody types its characters.
    pub(in crate::form) fn is_chosen(&self) -> bool {
        matches!(self.field.widget, Widget::Pick(_) | Widget::Custom(_))
    }
}

/// Whether any text will do: that one is needed shows already.
pub(in crate::form) fn is_any_word(kind: &Kind) -> bool {
    matches!(kind, Kind::String { min: None | Some(0 | 1), max: None, pattern: Some(pattern), .. } if pattern.source() == r".*\S.*")
}
