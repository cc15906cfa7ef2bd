//! What an event says, as text. Secrets in it are masked whoever looks.

use chime_model::masking::{self, Masking};
use serde_json::Value;

const MASK: &str = "••••••••";

/// The value with every secret inside it masked: join tokens, PINs, security tokens, passwords.
pub(super) fn masked(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                let secret = masking::of(name) == Masking::Secret && !value.is_null();
                (name.clone(), if secret { Value::from(MASK) } else { masked(value) })
            };
            Value::Object(members.iter().map(member).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(masked).collect()),
        other => other.clone(),
    }
}

/// One line: "MeetingId: m, AttendeeId: a". What is null is left out.
pub(super) fn line(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let known = members.iter().filter(|(_, value)| !value.is_null());
            known.map(|(name, value)| [name, ": ", &line(value)].concat()).collect::<Vec<_>>().join(", ")
        }
        Value::Array(items) => items.iter().map(line).collect::<Vec<_>>().join(", "),
        other => crate::table::text_of(other),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn secrets_are_masked_at_any_depth() {
        let event = json!({ "Call": [{ "JoinToken": "t", "PersonalPIN": "1234", "To": "+1" }], "SecurityToken": null });
        let shown = masked(&event);
        assert_eq!(shown["Call"][0], json!({ "JoinToken": MASK, "PersonalPIN": MASK, "To": "+1" }));
        assert_eq!(shown["SecurityToken"], Value::Null);
    }

    #[test]
    fn a_line_leaves_out_what_is_missing() {
        assert_eq!(line(&json!({ "A": null, "B": ["x", "y"], "C": 1 })), "B: x, y, C: 1");
    }
}
