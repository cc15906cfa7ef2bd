//! JSON into the typed input of a function, and its output back into JSON.

use chime_model::json::{self, Read, Write};
use chime_model::{Family, Operation};
use serde_json::Value;

use crate::context::Context;
use crate::failure::Failure;

/// Parses the input, runs the function, and gives its output back as JSON.
pub(super) fn run<I: Read, O: Write>(
    operation: Operation,
    function: fn(&Context<'_>, I) -> Result<O, Failure>,
    context: &Context<'_>,
    input: Value,
) -> Result<Value, Failure> {
    let input =
        json::from_value(input).map_err(|error| Failure::bad_request(format!("The input does not parse: {error}.")))?;
    Ok(shown(operation, json::write(function(context, input)?)))
}

/// The output as clients get it. G-30: messaging leaves absent members out, everything else shows them as null.
fn shown(operation: Operation, output: Value) -> Value {
    let omits = matches!(
        operation.spec().family,
        Family::AppInstances | Family::Channels | Family::Messages | Family::Endpoints
    );
    if omits { without_nulls(output) } else { output }
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}
