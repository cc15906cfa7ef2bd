//! Leaves between what a person types and JSON.

use chime_model::Kind;
use chime_model::schema::Pattern;
use serde_json::Value;

use super::super::field::Widget;
use super::super::time;
use super::Node;

/// Texts that may be longer than this get several lines; names may have up to so many.
const LONG: u32 = 256;

impl Node {
    /// The value of a typed text. What does not fit the kind stays text, so that validation says what is wrong with it.
    pub(super) fn text_to_value(&self, text: &str) -> Option<Value> {
        let trimmed = text.trim();
        let value = match self.kind() {
            Kind::Integer { .. } => trimmed.parse::<i64>().ok().map(Value::from),
            Kind::Boolean => trimmed.parse::<bool>().ok().map(Value::from),
            Kind::Timestamp(format) => time::to_value(trimmed, self.time.unwrap_or(*format)),
            // Blanks around a pasted id or address are nobody's intention; in longer texts and secrets they may be.
            _ if self.is_long() || self.is_secret() => return (!text.is_empty()).then(|| Value::from(text)),
            _ => None,
        };
        (!trimmed.is_empty()).then(|| value.unwrap_or_else(|| Value::from(trimmed)))
    }

    /// The text that stands for a value in an input.
    pub(super) fn value_to_text(&self, value: Option<&Value>) -> String {
        match (self.kind(), value) {
            (Kind::Boolean, None) if self.is_switch() => "false".to_owned(),
            (_, None | Some(Value::Null)) => String::new(),
            (Kind::Timestamp(_), Some(value)) => time::to_text(value),
            (_, Some(Value::String(text))) => text.clone(),
            (_, Some(other)) => other.to_string(),
        }
    }

    /// Whether a text may be so long, and on several lines, that one line would not do.
    pub(in crate::form) fn is_long(&self) -> bool {
        let Kind::String { max: Some(max), pattern, .. } = self.kind() else { return false };
        *max > LONG
            && !matches!(self.field.widget, Widget::OneLine)
            && pattern.is_none_or(|pattern: &Pattern| pattern.matches("a\nb"))
    }

    /// The most characters a text may have.
    pub(in crate::form) fn most_characters(&self) -> Option<u32> {
        match self.kind() {
            Kind::String { max, values: [], .. } if !self.is_chosen() => *max,
            _ => None,
        }
    }
}
