//! A JSON value against a shape: every violation, with its path, its rule and a sentence about the value.
//!
//! Absent and null are the same. Members the shape does not know are ignored (G-34). Lengths count Unicode code points.

pub mod words;

use serde_json::Value;

use crate::schema::{Kind, Member, Operation, Shape, ShapeId};
use crate::timestamp::Timestamp;

/// One thing wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Where, `Origination.Routes[0].Host`; empty for the value itself.
    pub path: String,
    /// Which kind of limit.
    pub rule: Rule,
    /// What to do about it, a sentence without the member's name.
    pub message: String,
}

/// The kinds of limit a shape can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// It must be there.
    Required,
    /// It is of another type.
    Type,
    /// The text does not match.
    Pattern,
    /// The text is too short or too long.
    Length,
    /// The number is too low or too high.
    Range,
    /// Too few or too many items.
    Size,
    /// None of the values allowed.
    Enum,
}

/// Everything wrong with an operation's input.
#[must_use]
pub fn input(operation: Operation, value: &Value) -> Vec<Violation> {
    operation.spec().input.map_or_else(Vec::new, |shape| self::value(shape, value, ""))
}

/// Everything wrong with a value of a shape that stands at `path`.
#[must_use]
pub fn value(shape: ShapeId, value: &Value, path: &str) -> Vec<Violation> {
    let mut found = Found(Vec::new());
    found.check(shape.shape(), value, path);
    found.0
}

struct Found(Vec<Violation>);

impl Found {
    fn add(&mut self, path: &str, rule: Rule, message: String) {
        self.0.push(Violation { path: path.to_owned(), rule, message });
    }

    fn check(&mut self, shape: &Shape, value: &Value, path: &str) {
        match (&shape.kind, value) {
            (Kind::Structure(members), Value::Object(object)) => {
                for member in *members {
                    self.member(member, object.get(member.name).unwrap_or(&Value::Null), path);
                }
            }
            (Kind::List { member, min, max }, Value::Array(items)) => {
                self.size(path, items.len(), (*min, *max), shape);
                for (place, item) in items.iter().enumerate() {
                    self.check(member.shape(), item, &format!("{path}[{place}]"));
                }
            }
            (Kind::Map { key, value: part, min, max }, Value::Object(object)) => {
                self.size(path, object.len(), (*min, *max), shape);
                for (name, item) in object {
                    let path = format!("{path}[{name:?}]");
                    self.text(key.shape(), name, &path);
                    self.check(part.shape(), item, &path);
                }
            }
            (Kind::String { .. }, Value::String(text)) => self.text(shape, text, path),
            (Kind::Integer { min, max }, Value::Number(number)) if number.is_i64() || number.is_u64() => {
                let number = number.as_i64().unwrap_or(i64::MAX);
                if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
                    self.add(path, Rule::Range, words::fix(&shape.kind));
                }
            }
            (Kind::Boolean, Value::Bool(_)) => {}
            (Kind::Timestamp(_), Value::String(text)) if Timestamp::parse(text).is_some() => {}
            (Kind::Timestamp(_), Value::Number(number))
                if number.as_f64().and_then(Timestamp::from_seconds).is_some() => {}
            (kind, _) => self.add(path, Rule::Type, words::wrong_type(kind)),
        }
    }

    fn member(&mut self, member: &Member, value: &Value, path: &str) {
        let path = if path.is_empty() { member.name.to_owned() } else { format!("{path}.{}", member.name) };
        if !value.is_null() {
            self.check(member.shape.shape(), value, &path);
        } else if member.required {
            self.add(&path, Rule::Required, words::missing(member));
        }
    }

    fn size(&mut self, path: &str, size: usize, (min, max): (Option<u32>, Option<u32>), shape: &Shape) {
        if outside(size, min, max) {
            self.add(path, Rule::Size, words::fix(&shape.kind));
        }
    }

    fn text(&mut self, shape: &Shape, text: &str, path: &str) {
        let Kind::String { min, max, pattern, values } = &shape.kind else { return };
        if !values.is_empty() && !values.contains(&text) {
            return self.add(path, Rule::Enum, words::fix(&shape.kind));
        }
        if outside(text.chars().count(), *min, *max) {
            self.add(path, Rule::Length, words::fix(&shape.kind));
        }
        if pattern.is_some_and(|pattern| !pattern.matches(text)) {
            self.add(path, Rule::Pattern, words::fix(&shape.kind));
        }
    }
}

fn outside(size: usize, min: Option<u32>, max: Option<u32>) -> bool {
    min.is_some_and(|min| size < min as usize) || max.is_some_and(|max| size > max as usize)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_every_violation_at_once_with_its_path() {
        let origination = json!({"Disabled": "no", "Routes": [{"Host": "sip.example.com", "Port": 70000}, {"Weight": 0, "Protocol": "TLS"}]});
        let found = input(
            Operation::PutVoiceConnectorOrigination,
            &json!({"VoiceConnectorId": "v", "Origination": origination}),
        );
        let found: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.rule)).collect();
        let expected = [
            ("Origination.Routes[0].Port", Rule::Range),
            ("Origination.Routes[1].Protocol", Rule::Enum),
            ("Origination.Routes[1].Weight", Rule::Range),
            ("Origination.Disabled", Rule::Type),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn lengths_count_code_points() {
        let rules = |name: &str| {
            input(Operation::CreateAccount, &json!({ "Name": name })).iter().map(|it| it.rule).collect::<Vec<_>>()
        };
        assert_eq!(rules(&"🔔".repeat(100)), []);
        assert_eq!(rules(&"🔔".repeat(101)), [Rule::Length]);
        assert_eq!(rules("   "), [Rule::Pattern]);
    }

    #[test]
    fn null_is_absent_and_strangers_are_ignored() {
        let found = input(Operation::CreateAccount, &json!({"Name": null, "Colour": 7}));
        assert_eq!(found.iter().map(|it| it.rule).collect::<Vec<_>>(), [Rule::Required]);
    }
}
