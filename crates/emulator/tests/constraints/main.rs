//! Every constraint of the model, broken alone in a request: a BadRequest that names the member. None is missed.

mod broken;
#[path = "../support/mod.rs"]
mod support;
#[path = "../../../model/tests/values/mod.rs"]
mod values;

use std::collections::BTreeMap;

use broken::Broken;
use bytes::Bytes;
use chime_model::validate::{self, Rule};
use chime_model::{Kind, Location, Member, Operation, ShapeId, wire};
use http::Request;
use serde_json::json;
use support::{Machine, error_type, json};

/// What HTTP libraries carry, in bytes.
const LONGEST_URI: usize = 65_534;
/// Stands for a label that `wire::request` would refuse to send.
const PLACE: &str = "place-of-the-label";

#[test]
fn each_constraint_broken_alone_is_a_bad_request_that_names_the_member() {
    let machine = Machine::new();
    let mut tried: BTreeMap<String, u32> = BTreeMap::new();
    let mut missed = Vec::new();
    for operation in Operation::ALL {
        let Some(shape) = operation.spec().input.map(ShapeId::shape) else { continue };
        assert_eq!(validate::input(operation, &broken::full(shape)), [], "{operation}");
        for broken in broken::all(shape).into_iter().filter(|it| !it.path.is_empty()) {
            let Some(request) = request(operation, &broken) else {
                assert!(
                    broken.rule == Rule::Type || broken.value.to_string().len() > LONGEST_URI,
                    "{operation} {}",
                    broken.path
                );
                *tried.entry("cannot travel".to_owned()).or_default() += 1;
                continue;
            };
            *tried.entry(format!("{:?}", broken.rule)).or_default() += 1;
            let response = machine.emulator.handle(request);
            let body = json(&response);
            let message = body["Message"].as_str().unwrap_or_default();
            let named = message.starts_with(&format!("{}: ", broken.path));
            if response.status() != 400 || error_type(&response) != "BadRequestException" || !named {
                missed.push(format!("{operation} {} {:?}: {} {body}", broken.path, broken.rule, response.status()));
            }
        }
    }
    println!("constraints broken: {tried:?}");
    assert!(tried.len() > 7, "{tried:?}");
    assert!(missed.is_empty(), "{} missed:\n{}", missed.len(), missed.join("\n"));
}

/// The request with the broken value; `None` when the path, query or headers have no way to write it.
fn request(operation: Operation, broken: &Broken) -> Option<Request<Bytes>> {
    let top =
        operation.input_members().iter().find(|member| starts_with_member(&broken.path, member)).expect("a member");
    if top.location == Location::Body {
        return Some(wire::request(operation, &broken.value).expect("travels").map(Bytes::from));
    }
    let mut input = broken.value.clone();
    if broken.rule == Rule::Type {
        input[top.name] = json!(no_text_of(top)?);
    }
    if top.location != Location::Uri {
        return wire::request(operation, &input).ok().map(|it| it.map(Bytes::from));
    }
    let label = input[top.name].as_str().map(wire::encode).unwrap_or_default();
    input[top.name] = json!(PLACE);
    let mut request = wire::request(operation, &input).expect("travels").map(Bytes::from);
    *request.uri_mut() = request.uri().to_string().replace(PLACE, &label).parse().expect("a URI");
    Some(request)
}

/// A text that is none of the member's type. Text in a path, query or header is always of type text.
fn no_text_of(member: &Member) -> Option<&'static str> {
    match member.shape.shape().kind {
        Kind::Integer { .. } => Some("many"),
        Kind::Boolean => Some("maybe"),
        Kind::Timestamp(_) => Some("yesterday"),
        _ => None,
    }
}

fn starts_with_member(path: &str, member: &Member) -> bool {
    path.split(['.', '[']).next() == Some(member.name)
}
