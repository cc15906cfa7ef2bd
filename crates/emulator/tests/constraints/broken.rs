//! Each constraint of a shape, broken alone: the value with exactly one thing wrong.

use chime_model::validate::Rule;
use chime_model::{Kind, Shape};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

use crate::values;

/// A value that breaks one rule at one place.
pub struct Broken {
    /// Where, as the error names it; empty for the value itself.
    pub path: String,
    pub rule: Rule,
    pub value: Value,
}

impl Broken {
    fn here(rule: Rule, value: impl Into<Value>) -> Self {
        Self { path: String::new(), rule, value: value.into() }
    }

    /// The same inside of something larger, which `hold` makes of the part.
    fn inside(self, step: &str, hold: impl FnOnce(Value) -> Value) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{step}{dot}{}", self.path), value: hold(self.value), ..self }
    }
}

/// A value that keeps every limit and has every member.
pub fn full(shape: &'static Shape) -> Value {
    match &shape.kind {
        Kind::Structure(members) => {
            members.iter().map(|member| (member.name.to_owned(), full(member.shape.shape()))).collect()
        }
        Kind::List { member, min, .. } => vec![full(member.shape()); min.unwrap_or(0).max(1) as usize].into(),
        Kind::Map { key, value, .. } => object(text(&full(key.shape())), full(value.shape())),
        _ => values::of(shape).new_tree(&mut TestRunner::deterministic()).expect("a value").current(),
    }
}

/// Every way in which a value of the shape can be wrong.
pub fn all(shape: &'static Shape) -> Vec<Broken> {
    let mut found =
        vec![Broken::here(Rule::Type, if matches!(shape.kind, Kind::Boolean) { json!("x") } else { json!(true) })];
    match &shape.kind {
        Kind::Structure(members) => {
            let with = |name: &str, part: Option<Value>| {
                let mut whole = full(shape);
                let members = whole.as_object_mut().expect("a structure");
                match part {
                    Some(part) => members.insert(name.to_owned(), part),
                    None => members.remove(name),
                };
                whole
            };
            for member in *members {
                if member.required {
                    found.push(Broken {
                        path: member.name.into(),
                        rule: Rule::Required,
                        value: with(member.name, None),
                    });
                }
                let parts = all(member.shape.shape()).into_iter();
                found.extend(parts.map(|it| it.inside(member.name, |part| with(member.name, Some(part)))));
            }
        }
        Kind::List { member, min, max } => {
            let item = full(member.shape());
            let sizes = beyond(*min, *max).into_iter();
            found.extend(sizes.map(|size| Broken::here(Rule::Size, vec![item.clone(); size as usize])));
            let rest = vec![item; min.unwrap_or(0).saturating_sub(1) as usize];
            let list = |part| std::iter::once(part).chain(rest.iter().cloned()).collect();
            found.extend(all(member.shape()).into_iter().map(|it| it.inside("[0]", list)));
        }
        Kind::Map { key, value, min, max } => {
            let (name, part) = (text(&full(key.shape())), full(value.shape()));
            let entries = |size| (0..size).map(|n| (format!("{name}{n}"), part.clone())).collect::<Map<_, _>>();
            found.extend(beyond(*min, *max).into_iter().map(|size| Broken::here(Rule::Size, entries(size))));
            // A key is always text.
            for it in all(key.shape()).into_iter().filter(|it| it.rule != Rule::Type) {
                let path = format!("[{:?}]", text(&it.value));
                found.push(Broken { path, rule: it.rule, value: object(text(&it.value), part.clone()) });
            }
            let step = format!("[{name:?}]");
            found.extend(all(value.shape()).into_iter().map(|it| it.inside(&step, |part| object(name.clone(), part))));
        }
        Kind::String { min, max, pattern, values } => {
            if !values.is_empty() {
                found.push(Broken::here(Rule::Enum, "NoSuchValue"));
            }
            let lengths = beyond(*min, *max).into_iter();
            found.extend(lengths.map(|length| Broken::here(Rule::Length, text_of(shape, length))));
            let texts = pattern.map_or(&[][..], |pattern| values::texts(pattern.source()).1);
            found.extend(texts.iter().map(|text| Broken::here(Rule::Pattern, *text)));
        }
        Kind::Integer { min, max } => {
            let numbers = min.map(|min| min - 1).into_iter().chain(max.map(|max| max + 1));
            found.extend(numbers.map(|number| Broken::here(Rule::Range, number)));
        }
        Kind::Boolean | Kind::Timestamp(_) => {}
    }
    found
}

/// One below the least, and one above the most.
fn beyond(min: Option<u32>, max: Option<u32>) -> impl IntoIterator<Item = u32> {
    min.and_then(|min| min.checked_sub(1)).into_iter().chain(max.map(|max| max + 1))
}

/// Text of a length that breaks nothing else where that is possible.
fn text_of(shape: &'static Shape, length: u32) -> String {
    text(&full(shape)).chars().chain(std::iter::repeat('a')).take(length as usize).collect()
}

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

fn object(name: String, value: Value) -> Value {
    Value::Object(Map::from_iter([(name, value)]))
}
