//! Tools for people who write code against the API: the explorer, and the record of what was sent.

use chime_model::masking::{Masking, without};
use chime_model::{Kind, Operation};
use percent_encoding::utf8_percent_encode;
use serde_json::{Map, Value};

use super::{ENCODED, Page as Any, Route, Section, route};
use crate::ui::IconName;

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// All operations of the API.
    Explorer,
    /// One operation.
    Operation,
    /// What this tab has sent.
    Requests,
    /// One request and its answer.
    Request,
}

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Developer(page), path, title, crumb)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::Explorer, "/explorer", "API explorer", "API explorer").in_nav(Section::Developer, IconName::Code),
    of(Page::Operation, "/explorer/:operation", "Operation", ":operation"),
    of(Page::Requests, "/requests", "Request log", "Request log").in_nav(Section::Developer, IconName::Clock),
    of(Page::Request, "/requests/:request", "Request", ":request"),
];

/// The query key of a whole input as JSON.
const INPUT: &str = "input";
/// What no address carries.
const HIDDEN: &[Masking] = &[Masking::Secret, Masking::Personal, Masking::Content];

/// The address of the list of operations.
pub fn explorer() -> String {
    Any::Developer(Page::Explorer).href(&[])
}

/// The address of an operation with an input to begin with: `?AccountId=…` where its members are plain, else `?input=<JSON>`.
/// Secrets, values of persons and what they wrote are left out.
pub fn explore(operation: Operation, input: &Value) -> String {
    let mut href = Any::Developer(Page::Operation).href(&[("operation", operation.name())]);
    let Value::Object(members) = without(input, HIDDEN) else { return href };
    let members: Map<_, _> = members.into_iter().filter(|(_, value)| !value.is_null()).collect();
    let nested = members.values().any(|value| value.is_array() || value.is_object());
    let pairs = match nested {
        true => vec![(INPUT.to_owned(), Value::Object(members).to_string())],
        false => members.into_iter().map(|(name, value)| (name, as_text(&value))).collect(),
    };
    for (place, (name, value)) in pairs.iter().enumerate() {
        href.push(if place == 0 { '?' } else { '&' });
        href.push_str(name);
        href.push('=');
        href.extend(utf8_percent_encode(value, ENCODED));
    }
    href
}

/// The input that an address of [`explore`] begins with, by the values of its query. A secret is not taken from an address.
pub fn explored(operation: Operation, query: impl Fn(&str) -> Option<String>) -> Value {
    let whole = query(INPUT).and_then(|text| serde_json::from_str(&text).ok());
    let mut input = match whole {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    };
    for member in operation.input_members() {
        let Some(text) = query(member.name) else { continue };
        let value = match member.shape.shape().kind {
            Kind::String { .. } | Kind::Timestamp(_) => None,
            _ => serde_json::from_str(&text).ok(),
        };
        input.insert(member.name.to_owned(), value.unwrap_or_else(|| Value::from(text)));
    }
    without(&Value::Object(input), &[Masking::Secret])
}

fn as_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The address of the record of this tab's requests.
pub fn requests() -> String {
    Any::Developer(Page::Requests).href(&[])
}

/// The address of a request by its number in the record.
pub fn request(number: u32) -> String {
    Any::Developer(Page::Request).href(&[("request", &number.to_string())])
}
