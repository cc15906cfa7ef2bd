//! `Operation` and `Family`, and the table behind [`Operation::spec`] as text, a line each, which `src/table.rs` reads.

use std::fmt::Write;

use crate::facts::{Facts, Operation};
use crate::family::{self, FAMILIES};

/// The enumerations as Rust, and the table as text.
pub fn generate(facts: &Facts) -> (String, String) {
    let operations = &facts.operations.0;
    let mut variants = String::new();
    let mut specs = String::new();
    for (name, operation) in operations {
        let (verb, uri) = (&operation.method, &operation.uri);
        writeln!(variants, "    /// `{verb} {uri}`\n    {name},").expect("a String takes everything");
        specs += &spec(facts, name, operation).join("\t");
        specs.push('\n');
    }
    let all = operations.iter().map(|(name, _)| format!("Self::{name}, ")).collect::<String>();
    let families = FAMILIES
        .iter()
        .map(|(name, paths)| format!("    /// `{}`\n    {name},\n", paths.join("`, `")))
        .collect::<String>();
    let all_families = FAMILIES.iter().map(|(name, _)| format!("Self::{name}, ")).collect::<String>();
    let (count, family_count) = (operations.len(), FAMILIES.len());
    let code = format!(
        "/// Every operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operation {{
{variants}}}

impl Operation {{
    /// All of them, by name.
    pub const ALL: [Self; {count}] = [{all}];
}}

/// A resource family: operations on one kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {{
{families}}}

impl Family {{
    /// All of them, in the order of the API's chapters.
    pub const ALL: [Self; {family_count}] = [{all_families}];
}}
"
    );
    (code, specs)
}

/// The columns. What is absent is empty.
fn spec(facts: &Facts, name: &str, operation: &Operation) -> Vec<String> {
    let shape =
        |name: &Option<String>| name.as_ref().map_or(String::new(), |name| facts.shapes.position(name).to_string());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let place = |error: &String| {
        let place = facts.errors.position(error);
        char::from_digit(u32::try_from(place).expect("errors are few"), 36).expect("fewer errors than digits")
    };
    let pagination = operation.pagination.as_ref().map_or(String::new(), |pages| {
        [pages.input_token.clone(), text(&pages.limit_key), pages.output_token.clone(), text(&pages.result_key)]
            .join(",")
    });
    let replacement = operation.deprecated.as_ref().map_or(String::new(), |deprecated| {
        format!("{}:{}", text(&deprecated.replaced_by), deprecated.namespaces.join(","))
    });
    let family = family::of(operation.path());
    let family = FAMILIES.iter().position(|(name, _)| *name == family).expect("it is one of them");
    vec![
        name.to_owned(),
        operation.method.clone(),
        operation.path().to_owned(),
        operation.query().map_or(String::new(), |(key, value)| format!("{key}={value}")),
        operation.status.to_string(),
        shape(&operation.input),
        shape(&operation.output),
        operation.response_body.clone(),
        operation.errors.iter().map(place).collect(),
        text(&operation.host_prefix),
        pagination,
        replacement,
        family.to_string(),
    ]
}
