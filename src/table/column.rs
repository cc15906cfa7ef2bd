//! What a table shows of a row.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::ui::{CopyableId, Personal, Time, dash};

type TextOf = Arc<dyn Fn(&Value) -> String + Send + Sync>;
type ViewOf = Arc<dyn Fn(&Value) -> AnyView + Send + Sync>;

/// How a column is ordered and aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Number,
}

/// A column. Its text is what filter and sort see; its view is what a person sees.
#[derive(Clone)]
pub struct Column {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) text: TextOf,
    pub(crate) kind: Kind,
    pub(crate) width: u16,
    pub(crate) shown: bool,
    view: Option<ViewOf>,
    href: Option<TextOf>,
    pub(crate) personal: bool,
}

impl Column {
    /// A column with the text that `text` makes of a row.
    pub fn new(id: &'static str, title: &'static str, text: impl Fn(&Value) -> String + Send + Sync + 'static) -> Self {
        Self {
            id,
            title,
            text: Arc::new(text),
            kind: Kind::Text,
            width: 180,
            shown: true,
            view: None,
            href: None,
            personal: false,
        }
    }

    /// The text of a member, by its path: `Name`, `Telephony.SMS`.
    pub fn member(path: &'static str, title: &'static str) -> Self {
        Self::new(path, title, move |row| text_of(at(row, path)))
    }

    /// A member that is a moment, shown relative to now.
    pub fn time(path: &'static str, title: &'static str) -> Self {
        Self::member(path, title).width(130).view(move |row| match moment(at(row, path)) {
            Some(ms) => view! { <Time ms /> }.into_any(),
            None => dash(),
        })
    }

    /// A member that is an id, with its copy button.
    pub fn id(path: &'static str, title: &'static str) -> Self {
        Self::member(path, title).width(340).view(move |row| match text_of(at(row, path)) {
            id if id.is_empty() => dash(),
            id => view! { <CopyableId id /> }.into_any(),
        })
    }

    /// Draws the cell in its own way.
    #[must_use]
    pub fn view(mut self, view: impl Fn(&Value) -> AnyView + Send + Sync + 'static) -> Self {
        self.view = Some(Arc::new(view));
        self
    }

    /// Makes the text a link.
    #[must_use]
    pub fn link(mut self, href: impl Fn(&Value) -> String + Send + Sync + 'static) -> Self {
        self.href = Some(Arc::new(href));
        self
    }

    /// Masks the text while the privacy switch is on (CONSOLE-NOTES 0.2).
    #[must_use]
    pub fn personal(mut self) -> Self {
        self.personal = true;
        self
    }

    /// Not shown until chosen in the preferences.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.shown = false;
        self
    }

    /// The least width in px.
    #[must_use]
    pub fn width(mut self, px: u16) -> Self {
        self.width = px;
        self
    }

    /// Ordered as numbers, and aligned at the end.
    #[must_use]
    pub fn number(mut self) -> Self {
        self.kind = Kind::Number;
        self.width = self.width.min(110);
        self
    }

    pub(crate) fn cell(&self, row: &Value) -> AnyView {
        if let Some(view) = &self.view {
            return view(row);
        }
        let words = self.words(row);
        match &self.href {
            Some(href) => view! { <a class="link" href=href(row)>{words}</a> }.into_any(),
            None => words,
        }
    }

    /// The text of the cell, masked where it is personal.
    pub(crate) fn words(&self, row: &Value) -> AnyView {
        let text = (self.text)(row);
        if text.is_empty() {
            dash()
        } else if self.personal {
            view! { <Personal text /> }.into_any()
        } else {
            text.into_any()
        }
    }
}

/// The member at a path of names with dots.
fn at<'a>(row: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(row, |value, name| &value[name])
}

/// A value as one line of text; nothing for what is missing.
pub fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "Yes".to_owned(),
        Value::Bool(false) => "No".to_owned(),
        Value::Array(items) => items.iter().map(text_of).collect::<Vec<_>>().join(", "),
        Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

/// A timestamp of either form, seconds or ISO 8601, in milliseconds since 1970.
pub fn moment(value: &Value) -> Option<f64> {
    match value {
        Value::String(text) => Some(js_sys::Date::parse(text)).filter(|ms| !ms.is_nan()),
        Value::Number(seconds) => seconds.as_f64().map(|seconds| seconds * 1000.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_of_a_member_follows_its_path() {
        let row = json!({"Name": "Ada", "Telephony": {"SMS": true}, "Licenses": ["Pro", "Basic"]});
        let text = |path| (Column::member(path, "").text)(&row);
        assert_eq!(text("Name"), "Ada");
        assert_eq!(text("Telephony.SMS"), "Yes");
        assert_eq!(text("Licenses"), "Pro, Basic");
        assert_eq!(text("Missing.Member"), "");
    }
}
