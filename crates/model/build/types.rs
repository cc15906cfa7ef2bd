//! A Rust type for every structure and every enumeration, in modules by resource family.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::facts::{Facts, Shape};
use crate::{family, names};

/// Shown plain by the model, secret all the same: the ten digits that open a person's meetings.
const ALSO_SENSITIVE: &[&str] = &["PersonalPIN"];

pub fn generate(facts: &Facts) -> String {
    let mut modules: BTreeMap<String, String> = BTreeMap::new();
    let homes = homes(facts);
    for (name, shape) in &facts.shapes.0 {
        let code = match shape.kind.as_str() {
            "structure" => structure(facts, name, shape),
            "string" if !shape.values.is_empty() => enumeration(name, shape),
            _ => continue,
        };
        let home = match homes.get(name.as_str()).map(|families| families.iter().collect::<Vec<_>>()).as_deref() {
            Some([only]) => names::snake(only),
            _ => "shared".to_owned(),
        };
        *modules.entry(home).or_default() += &code;
    }
    let mut out = String::new();
    for (module, code) in modules {
        let doc = if module == "shared" {
            "Used by several families.".to_owned()
        } else {
            format!("Shapes of {}.", module.replace('_', " "))
        };
        write!(out, "/// {doc}\npub mod {module} {{\n#[allow(unused_imports, reason = \"not every family refers to others\")]\nuse super::*;\n{code}}}\npub use {module}::*;\n\n").expect("a String takes everything");
    }
    out
}

/// The families whose operations reach a shape.
fn homes(facts: &Facts) -> BTreeMap<&str, BTreeSet<&'static str>> {
    let mut homes: BTreeMap<&str, BTreeSet<&'static str>> = BTreeMap::new();
    for (_, operation) in &facts.operations.0 {
        let family = family::of(operation.path());
        let mut open: Vec<&str> =
            [&operation.input, &operation.output].into_iter().flatten().map(String::as_str).collect();
        while let Some(name) = open.pop() {
            if !homes.entry(name).or_default().insert(family) {
                continue;
            }
            let shape = facts.shapes.get(name);
            open.extend(shape.members.0.iter().map(|(_, member)| member.shape.as_str()));
            open.extend([&shape.member, &shape.key, &shape.value].into_iter().flatten().map(String::as_str));
        }
    }
    homes
}

fn structure(facts: &Facts, name: &str, shape: &Shape) -> String {
    let mut fields = String::new();
    let (mut read, mut written) = (String::new(), String::new());
    let mut shown = String::new();
    let mut hides = false;
    for (member_name, member) in &shape.members.0 {
        let target = facts.shapes.get(&member.shape);
        let field = names::snake(member_name);
        let plain = rust_type(facts, &member.shape);
        let wrapped = if member.required { plain } else { format!("Option<{plain}>") };
        let mut attributes = format!("#[serde(rename = {member_name:?})]");
        let mut value = format!("self.{field}");
        if target.kind == "timestamp" {
            let format = member.timestamp_format.as_deref().or(target.timestamp_format.as_deref()).unwrap_or("unix");
            let with = if member.required { format.to_owned() } else { format!("{format}::option") };
            attributes = format!("#[serde(rename = {member_name:?}, with = \"crate::timestamp::{with}\")]");
            let written = if format == "unix" { "seconds" } else { "iso8601" };
            value += &if member.required { format!(".{written}()") } else { format!(".map(Timestamp::{written})") };
        }
        write!(read, "{field}: members.take({member_name:?}), ").expect("a String takes everything");
        write!(written, "members.put({member_name:?}, {value}); ").expect("a String takes everything");
        let need = if member.required { ", required" } else { "" };
        writeln!(
            fields,
            "    /// `{member_name}`: {}{need}.\n    {attributes}\n    pub {field}: {wrapped},",
            member.shape
        )
        .expect("a String takes everything");
        let hidden = ALSO_SENSITIVE.contains(&member_name.as_str()) || sensitive(facts, target);
        hides |= hidden;
        let value = if hidden { format!("&crate::types::Hidden::of(&self.{field})") } else { format!("&self.{field}") };
        write!(shown, ".field({:?}, {value})", field.trim_start_matches("r#")).expect("a String takes everything");
    }
    let default = if shape.members.0.iter().any(|(_, member)| member.required) { "" } else { "Default, " };
    let debug = if hides { "" } else { "Debug, " };
    let mut out = format!(
        "/// `{name}`.\n#[derive(Clone, {debug}{default}PartialEq, Serialize)]\npub struct {name} {{\n{fields}}}\n\n"
    );
    let (members, value) =
        if shape.members.0.is_empty() { ("", "_") } else { ("let mut members = Members::of(value, wrong); ", "value") };
    let wrong = if shape.members.0.is_empty() { "_" } else { "wrong" };
    let put = if shape.members.0.is_empty() { "let members" } else { "let mut members" };
    write!(
        out,
        "impl Read for {name} {{
    fn read({value}: Value, {wrong}: &mut Wrong) -> Self {{
        {members}Self {{ {read}}}
    }}
}}

impl<'de> Deserialize<'de> for {name} {{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {{
        json::read(deserializer)
    }}
}}

impl Write for {name} {{
    fn write(self) -> Value {{
        {put} = Map::new();
        {written}members.value()
    }}
}}

"
    )
    .expect("a String takes everything");
    if hides {
        write!(out, "impl fmt::Debug for {name} {{\n    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {{\n        f.debug_struct({name:?}){shown}.finish()\n    }}\n}}\n\n")
            .expect("a String takes everything");
    }
    out
}

/// A string that the model marks, or a list or map of such strings.
fn sensitive(facts: &Facts, shape: &Shape) -> bool {
    let part = |name: &Option<String>| name.as_deref().is_some_and(|name| sensitive(facts, facts.shapes.get(name)));
    shape.sensitive || part(&shape.member) || part(&shape.value)
}

fn enumeration(name: &str, shape: &Shape) -> String {
    let mut variants = String::new();
    let mut all = String::new();
    let mut words = String::new();
    for value in &shape.values {
        let variant = names::variant(value);
        writeln!(variants, "    /// `{value}`\n    #[serde(rename = {value:?})]\n    {variant},")
            .expect("a String takes everything");
        write!(all, "Self::{variant}, ").expect("a String takes everything");
        writeln!(words, "            Self::{variant} => {value:?},").expect("a String takes everything");
    }
    format!(
        "/// `{name}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum {name} {{
{variants}}}

impl {name} {{
    /// The value on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {{
        match self {{
{words}        }}
    }}
}}

impl Word for {name} {{
    const ALL: &[Self] = &[{all}];

    fn word(self) -> &'static str {{
        self.as_str()
    }}
}}

impl Read for {name} {{
    fn read(value: Value, wrong: &mut Wrong) -> Self {{
        json::read_word(&value, wrong)
    }}
}}

impl<'de> Deserialize<'de> for {name} {{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {{
        json::read(deserializer)
    }}
}}

impl Write for {name} {{
    fn write(self) -> Value {{
        self.as_str().into()
    }}
}}

"
    )
}

fn rust_type(facts: &Facts, name: &str) -> String {
    let shape = facts.shapes.get(name);
    let part = |name: &Option<String>| rust_type(facts, name.as_deref().expect("a list or map names its parts"));
    match shape.kind.as_str() {
        "structure" => name.to_owned(),
        "string" if !shape.values.is_empty() => name.to_owned(),
        "string" => "String".to_owned(),
        "integer" => "i64".to_owned(),
        "boolean" => "bool".to_owned(),
        "timestamp" => "Timestamp".to_owned(),
        "list" => format!("Vec<{}>", part(&shape.member)),
        "map" => format!("BTreeMap<{}, {}>", part(&shape.key), part(&shape.value)),
        other => panic!("unknown type of shape: {other}"),
    }
}
