//! The one endpoint of an application: the ARN of a Lambda function.

use std::sync::Arc;

use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::application::{lambda, region};
use crate::form::{Field, Node};
use crate::ui::*;

const ENDPOINTS: &str = "Endpoints";

/// The field of a form for an application.
pub fn field() -> Field {
    Field::new(ENDPOINTS)
        .label("Lambda function ARN")
        .help("The function that says what happens in a call. A version or an alias can follow its name.")
        .custom(input)
}

/// The endpoints with this function alone.
pub fn endpoints(arn: &str) -> Value {
    json!([{ "LambdaArn": arn }])
}

fn input(node: Arc<Node>) -> AnyView {
    let value = {
        let node = node.clone();
        move || node.value().map(|value| lambda(&json!({ ENDPOINTS: value })).to_owned()).unwrap_or_default()
    };
    let (id, invalid, described_by) = (node.input_id().to_owned(), node.invalid(), node.described_by());
    let type_in = move |typed: String| node.load(Some(&endpoints(typed.trim())));
    view! {
        <TextInput
            id
            value=Signal::derive(value)
            on_input=type_in
            mono=true
            invalid
            described_by
            required=true
            attr:placeholder="arn:aws:lambda:us-east-1:111122223333:function:NAME"
        />
    }
    .into_any()
}

/// A function is needed, and lies in the application's own Region (SMA-2).
pub fn check(input: &Value, region_of_application: &str) -> Vec<Violation> {
    let violation = |rule, message: String| vec![Violation { path: ENDPOINTS.to_owned(), rule, message }];
    if !input[ENDPOINTS].is_array() {
        return Vec::new();
    }
    let arn = lambda(input);
    if arn.is_empty() {
        return violation(Rule::Required, "Enter the ARN of a Lambda function.".to_owned());
    }
    let there = region(arn);
    if there == region_of_application || there.is_empty() || region_of_application.is_empty() {
        return Vec::new();
    }
    let message = ["The function is in ", there, ", the application in ", region_of_application, ". "];
    violation(Rule::Pattern, [&message.concat(), "Both must be in the same Region."].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_function_lies_in_the_region_of_the_application() {
        let input = |arn| json!({ ENDPOINTS: endpoints(arn) });
        let west = input("arn:aws:lambda:us-west-2:111122223333:function:f");
        assert!(check(&west, "us-west-2").is_empty());
        assert_eq!(check(&west, "us-east-1").len(), 1);
        assert_eq!(check(&input(""), "us-east-1").len(), 1);
        assert!(check(&json!({ "Name": "kept as it is" }), "us-east-1").is_empty());
    }
}
