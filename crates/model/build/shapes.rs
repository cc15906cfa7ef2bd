//! The graph of shapes as text, a line each, which `src/table.rs` reads. A shape is named by its place in the table.

use crate::facts::{Facts, Member, Shape};

/// The patterns as Rust, and the shapes as text.
pub fn generate(facts: &Facts) -> (String, String) {
    let mut patterns: Vec<&str> = facts.shapes.0.iter().filter_map(|(_, shape)| shape.pattern.as_deref()).collect();
    patterns.sort_unstable();
    patterns.dedup();
    let list = patterns.iter().map(|pattern| format!("    Pattern::new({pattern:?}),\n")).collect::<String>();
    let statics = format!("pub(crate) static PATTERNS: [Pattern; {}] = [\n{list}];\n", patterns.len());
    let shapes = facts.shapes.0.iter().map(|(name, shape)| {
        let sensitive = if shape.sensitive { "!" } else { "" };
        let (kind, columns) = kind(facts, &patterns, shape);
        format!("{name}\t{kind}{sensitive}\t{}\n", columns.join("\t"))
    });
    (statics, shapes.collect())
}

/// The letter of the kind, and what belongs to it.
fn kind(facts: &Facts, patterns: &[&str], shape: &Shape) -> (char, Vec<String>) {
    let id = |name: &Option<String>| {
        let name = name.as_deref().expect("a list or map names its parts");
        facts.shapes.position(name).to_string()
    };
    let (min, max) = (bound(shape.min_size), bound(shape.max_size));
    match shape.kind.as_str() {
        "structure" => {
            let members = shape.members.0.iter().map(|(name, shape)| member(facts, name, shape));
            ('S', vec![members.collect::<Vec<_>>().join(",")])
        }
        "list" => ('L', vec![id(&shape.member), min, max]),
        "map" => ('M', vec![id(&shape.key), id(&shape.value), min, max]),
        "string" => {
            let place = |pattern| patterns.binary_search(&pattern).expect("every pattern was collected");
            ('Z', vec![min, max, bound(shape.pattern.as_deref().map(place)), shape.values.join("|")])
        }
        "integer" => ('I', vec![bound(shape.min), bound(shape.max)]),
        "boolean" => ('B', Vec::new()),
        "timestamp" => ('T', vec![format(shape.timestamp_format.as_deref()).to_owned()]),
        other => panic!("unknown type of shape: {other}"),
    }
}

fn bound(bound: Option<impl ToString>) -> String {
    bound.map_or(String::new(), |bound| bound.to_string())
}

/// `Name:shape`, a letter for each thing that is true of it, and `=name` where it has another one on the wire.
fn member(facts: &Facts, name: &str, member: &Member) -> String {
    let location = match member.location.as_deref() {
        None | Some("body") => "",
        Some("uri") => "u",
        Some("querystring") => "q",
        Some("header") => "h",
        Some(other) => panic!("{name}: unknown location {other}"),
    };
    let letter = |is: bool, letter: &'static str| if is { letter } else { "" };
    let wire_name = member.location_name.as_deref().filter(|wire| *wire != name);
    [
        name,
        ":",
        &facts.shapes.position(&member.shape).to_string(),
        location,
        letter(member.required, "r"),
        letter(member.idempotency_token, "t"),
        letter(member.mandatory_by_note, "n"),
        member.timestamp_format.as_deref().map_or("", |it| format(Some(it))),
        &wire_name.map_or(String::new(), |wire| format!("={wire}")),
    ]
    .concat()
}

fn format(name: Option<&str>) -> &'static str {
    match name {
        Some("iso8601") => "i",
        Some("unix") => "x",
        other => panic!("unknown timestamp format {other:?}"),
    }
}
