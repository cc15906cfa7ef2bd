//! For every limit in the facts file one value that keeps it and one that breaks it.

mod values;

use std::collections::BTreeMap;

use chime_model::validate::{self, Rule};
use chime_model::{Kind, Shape, ShapeId};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

/// A place in the model that names the shape; inputs and outputs of operations have none.
fn holder(shape: &'static Shape) -> Option<ShapeId> {
    let is = |id: &ShapeId| std::ptr::eq(id.shape(), shape);
    Shape::all().find_map(|it| match it.kind {
        Kind::Structure(members) => members.iter().map(|member| member.shape).find(is),
        Kind::List { member, .. } => Some(member).filter(is),
        Kind::Map { key, value, .. } => [key, value].into_iter().find(is),
        _ => None,
    })
}

/// The rules a value of this shape breaks, at the value itself.
fn broken(shape: &'static Shape, value: &Value) -> Vec<Rule> {
    let found = holder(shape).map_or_else(Vec::new, |id| validate::value(id, value, ""));
    found.into_iter().filter(|it| it.path.is_empty()).map(|it| it.rule).collect()
}

fn good(shape: &'static Shape, runner: &mut TestRunner) -> Value {
    values::of(shape).new_tree(runner).expect("a value").current()
}

/// Text of a length, of characters that the shape's pattern takes when there is a text of it to lengthen.
fn text(shape: &'static Shape, length: u32) -> Value {
    let Kind::String { pattern, .. } = &shape.kind else { unreachable!("a string") };
    let start = pattern
        .and_then(|it| values::texts(it.source()).0.iter().find(|text| !text.is_empty()))
        .copied()
        .unwrap_or("a");
    let letters = start.chars().chain(std::iter::repeat('a'));
    json!(letters.take(length as usize).collect::<String>())
}

#[test]
fn every_limit_is_kept_and_broken() {
    let mut runner = TestRunner::deterministic();
    let mut tried: BTreeMap<&str, u32> = BTreeMap::new();
    let mut breaks = |shape: &'static Shape, value: &Value, rule: Rule, kind: &'static str| {
        *tried.entry(kind).or_default() += 1;
        let found = broken(shape, value);
        assert!(found.contains(&rule), "{}: {value} breaks {found:?}, not {rule:?}", shape.name);
    };
    for shape in Shape::all().filter(|shape| holder(shape).is_some()) {
        let value = good(shape, &mut runner);
        assert_eq!(broken(shape, &value), [], "{}: {value}", shape.name);
        breaks(shape, &if value.is_boolean() { json!("yes") } else { json!(true) }, Rule::Type, "type");
        match &shape.kind {
            Kind::String { min, max, pattern, values: choices } => {
                if let Some(min) = min.filter(|min| *min > 0) {
                    breaks(shape, &text(shape, min - 1), Rule::Length, "least length");
                    assert!(!broken(shape, &text(shape, min)).contains(&Rule::Length), "{}: {min}", shape.name);
                }
                if let Some(max) = max {
                    breaks(shape, &text(shape, max + 1), Rule::Length, "most length");
                    assert!(!broken(shape, &text(shape, *max)).contains(&Rule::Length), "{}: {max}", shape.name);
                }
                for bad in pattern.map_or(&[][..], |pattern| values::texts(pattern.source()).1) {
                    breaks(shape, &json!(bad), Rule::Pattern, "pattern");
                }
                if !choices.is_empty() {
                    breaks(shape, &json!("NoSuchValue"), Rule::Enum, "enum");
                }
                for choice in *choices {
                    assert_eq!(broken(shape, &json!(choice)), [], "{}: {choice}", shape.name);
                }
            }
            Kind::Integer { min, max } => {
                for (edge, beyond) in min.map(|min| (min, min - 1)).into_iter().chain(max.map(|max| (max, max + 1))) {
                    assert_eq!(broken(shape, &json!(edge)), [], "{}: {edge}", shape.name);
                    breaks(shape, &json!(beyond), Rule::Range, "range");
                }
            }
            Kind::List { member, min, max } => {
                let item = good(member.shape(), &mut runner);
                let list = |size: u32| Value::Array(vec![item.clone(); size as usize]);
                for (edge, beyond) in edges(*min, *max) {
                    assert_eq!(broken(shape, &list(edge)), [], "{}: {edge} items", shape.name);
                    breaks(shape, &list(beyond), Rule::Size, "items");
                }
            }
            Kind::Map { min, max, .. } => {
                let map =
                    |size: u32| Value::Object((0..size).map(|n| (format!("k{n}"), json!("v"))).collect::<Map<_, _>>());
                for (edge, beyond) in edges(*min, *max) {
                    assert_eq!(broken(shape, &map(edge)), [], "{}: {edge} entries", shape.name);
                    breaks(shape, &map(beyond), Rule::Size, "entries");
                }
            }
            Kind::Structure(_) | Kind::Boolean | Kind::Timestamp(_) => {}
        }
    }
    println!("limits broken: {tried:?}");
    assert!(tried.values().sum::<u32>() > 500, "{tried:?}");
}

#[test]
fn every_required_member_is_missed_when_it_is_gone() {
    let mut runner = TestRunner::deterministic();
    for shape in Shape::all().filter(|shape| shape.members().iter().any(|member| member.required)) {
        for member in shape.members().iter().filter(|member| member.required) {
            let mut value = good(shape, &mut runner);
            value.as_object_mut().expect("a structure").remove(member.name);
            let found: Vec<_> = missed(shape, &value);
            assert_eq!(found, [(member.name.to_owned(), Rule::Required)], "{}", shape.name);
        }
    }
}

/// What validation finds in a structure, be it an operation's input or a part of one.
fn missed(shape: &'static Shape, value: &Value) -> Vec<(String, Rule)> {
    let inputs = chime_model::Operation::ALL.into_iter();
    let found = match inputs.clone().find(|it| it.spec().input.is_some_and(|id| std::ptr::eq(id.shape(), shape))) {
        Some(operation) => validate::input(operation, value),
        None => holder(shape).map_or_else(Vec::new, |id| validate::value(id, value, "")),
    };
    found.into_iter().map(|it| (it.path, it.rule)).collect()
}

fn edges(min: Option<u32>, max: Option<u32>) -> Vec<(u32, u32)> {
    let least = min.filter(|min| *min > 0).map(|min| (min, min - 1));
    least.into_iter().chain(max.map(|max| (max, max + 1))).collect()
}
