//! `Operation`, `Family` and the table behind [`Operation::spec`].

use std::fmt::Write;

use crate::facts::{Facts, Operation};
use crate::family::{self, FAMILIES};
use crate::names;

pub fn generate(facts: &Facts) -> String {
    let operations = &facts.operations.0;
    let mut variants = String::new();
    let mut specs = String::new();
    for (name, operation) in operations {
        let (verb, uri) = (&operation.method, &operation.uri);
        writeln!(variants, "    /// `{verb} {uri}`\n    {name},").expect("a String takes everything");
        specs += &spec(facts, name, operation);
    }
    let all = operations.iter().map(|(name, _)| format!("Self::{name}, ")).collect::<String>();
    let families = FAMILIES
        .iter()
        .map(|(name, paths)| format!("    /// `{}`\n    {name},\n", paths.join("`, `")))
        .collect::<String>();
    let count = operations.len();
    format!(
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

pub(crate) static OPERATIONS: [OperationSpec; {count}] = [
{specs}];
"
    )
}

fn spec(facts: &Facts, name: &str, operation: &Operation) -> String {
    let shape = |name: &Option<String>| match name {
        Some(name) => format!("Some(ShapeId({}))", facts.shapes.position(name)),
        None => "None".to_owned(),
    };
    let verb = names::variant(&operation.method);
    let body = names::variant(&operation.response_body);
    let errors =
        operation.errors.iter().map(|error| format!("Exception::{}, ", names::exception(error))).collect::<String>();
    let pagination = operation.pagination.as_ref().map_or("None".to_owned(), |pages| {
        format!(
            "Some(Pagination {{ input_token: {:?}, limit_key: {:?}, output_token: {:?}, result_key: {:?} }})",
            pages.input_token, pages.limit_key, pages.output_token, pages.result_key
        )
    });
    let replacement = operation.deprecated.as_ref().map_or("None".to_owned(), |deprecated| {
        let (by, namespaces) = (&deprecated.replaced_by, &deprecated.namespaces);
        format!("Some(Replacement {{ operation: {by:?}, namespaces: &{namespaces:?} }})")
    });
    format!(
        "    OperationSpec {{ operation: Operation::{name}, name: {name:?}, verb: Verb::{verb}, path: {:?}, query: {:?}, status: {}, \
         input: {}, output: {}, response_body: ResponseBody::{body}, errors: &[{errors}], host_prefix: {:?}, \
         pagination: {pagination}, replacement: {replacement}, family: Family::{} }},\n",
        operation.path(),
        operation.query(),
        operation.status,
        shape(&operation.input),
        shape(&operation.output),
        operation.host_prefix,
        family::of(operation.path()),
    )
}
