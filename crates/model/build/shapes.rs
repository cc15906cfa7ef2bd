//! The static graph of shapes. A shape is named by its place in the table.

use std::fmt::Write;

use crate::facts::{Facts, Member, Shape};

pub fn generate(facts: &Facts) -> String {
    let mut patterns: Vec<&str> = facts.shapes.0.iter().filter_map(|(_, shape)| shape.pattern.as_deref()).collect();
    patterns.sort_unstable();
    patterns.dedup();
    let mut out = String::new();
    for (place, pattern) in patterns.iter().enumerate() {
        writeln!(out, "static PATTERN_{place}: Pattern = Pattern::new({pattern:?});")
            .expect("a String takes everything");
    }
    let pattern_list = (0..patterns.len()).map(|place| format!("&PATTERN_{place}, ")).collect::<String>();
    let shapes = facts.shapes.0.iter().map(|(name, shape)| {
        let kind = kind(facts, &patterns, shape);
        format!("    Shape {{ name: {name:?}, kind: {kind}, sensitive: {} }},\n", shape.sensitive)
    });
    let shapes = shapes.collect::<String>();
    let (count, pattern_count) = (facts.shapes.0.len(), patterns.len());
    format!(
        "{out}
pub(crate) static PATTERNS: [&Pattern; {pattern_count}] = [{pattern_list}];

pub(crate) static SHAPES: [Shape; {count}] = [
{shapes}];
"
    )
}

fn kind(facts: &Facts, patterns: &[&str], shape: &Shape) -> String {
    let id = |name: &Option<String>| {
        let name = name.as_deref().expect("a list or map names its parts");
        format!("ShapeId({})", facts.shapes.position(name))
    };
    let size = format!("min: {:?}, max: {:?}", shape.min_size, shape.max_size);
    match shape.kind.as_str() {
        "structure" => {
            let members = shape.members.0.iter().map(|(name, shape)| member(facts, name, shape)).collect::<String>();
            format!("Kind::Structure(&[{members}])")
        }
        "list" => format!("Kind::List {{ member: {}, {size} }}", id(&shape.member)),
        "map" => format!("Kind::Map {{ key: {}, value: {}, {size} }}", id(&shape.key), id(&shape.value)),
        "string" => {
            let pattern = shape.pattern.as_deref().map_or("None".to_owned(), |pattern| {
                let place = patterns.binary_search(&pattern).expect("every pattern was collected");
                format!("Some(&PATTERN_{place})")
            });
            format!("Kind::String {{ {size}, pattern: {pattern}, values: &{:?} }}", shape.values)
        }
        "integer" => format!("Kind::Integer {{ min: {:?}, max: {:?} }}", shape.min, shape.max),
        "boolean" => "Kind::Boolean".to_owned(),
        "timestamp" => format!("Kind::Timestamp({})", format(shape.timestamp_format.as_deref())),
        other => panic!("unknown type of shape: {other}"),
    }
}

fn member(facts: &Facts, name: &str, member: &Member) -> String {
    let location = match member.location.as_deref() {
        None | Some("body") => "Body",
        Some("uri") => "Uri",
        Some("querystring") => "Query",
        Some("header") => "Header",
        Some(other) => panic!("{name}: unknown location {other}"),
    };
    let timestamp =
        member.timestamp_format.as_deref().map_or("None".to_owned(), |it| format!("Some({})", format(Some(it))));
    format!(
        "Member {{ name: {name:?}, shape: ShapeId({}), required: {}, location: Location::{location}, wire_name: {:?}, \
         idempotency_token: {}, mandatory_by_note: {}, timestamp_format: {timestamp} }}, ",
        facts.shapes.position(&member.shape),
        member.required,
        member.location_name.as_deref().unwrap_or(name),
        member.idempotency_token,
        member.mandatory_by_note,
    )
}

fn format(name: Option<&str>) -> &'static str {
    match name {
        Some("iso8601") => "TimestampFormat::Iso8601",
        Some("unix") => "TimestampFormat::Unix",
        other => panic!("unknown timestamp format {other:?}"),
    }
}
