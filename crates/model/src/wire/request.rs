//! Operation and input as an HTTP request, and back.

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde_json::{Map, Value};

use super::WireError;
use super::encoding::{decode, encode, query_pairs};
use super::route::Route;
use crate::schema::{Kind, Location, Member, Operation, TimestampFormat};
use crate::timestamp::Timestamp;

/// G-33: the reference spells this member of PutVoiceConnectorProxy in two ways; clients may have learnt either.
const OTHER_SPELLING: &str = "FallbackPhoneNumber";
const SPELLING: &str = "FallBackPhoneNumber";

/// The request of an input, its URI without scheme and host: `/accounts?max-results=5`.
///
/// The input is not validated beyond what the path and headers need.
///
/// # Errors
/// When a label is missing or cannot be a segment, or a header cannot hold its value.
pub fn request(operation: Operation, input: &Value) -> Result<http::Request<Vec<u8>>, WireError> {
    let spec = operation.spec();
    let mut path = spec.path.to_owned();
    let mut query: Vec<String> = spec.query.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let mut headers = HeaderMap::new();
    let mut body = Map::new();
    let mut has_body = false;
    for member in operation.input_members() {
        let value = input.get(member.name).filter(|value| !value.is_null());
        has_body |= member.location == Location::Body;
        match (member.location, value) {
            (Location::Uri, value) => {
                let text = value.map(|value| text(member, value)).unwrap_or_default();
                match text.as_str() {
                    "" => return Err(WireError::MissingLabel(member.name)),
                    "." | ".." => return Err(WireError::DotLabel(member.name)),
                    _ => path = path.replace(&format!("{{{}}}", member.wire_name), &encode(&text)),
                }
            }
            (_, None) => {}
            (Location::Query, Some(Value::Array(items))) => {
                query.extend(items.iter().map(|item| format!("{}={}", member.wire_name, encode(&text(member, item)))));
            }
            (Location::Query, Some(value)) => {
                query.push(format!("{}={}", member.wire_name, encode(&text(member, value))));
            }
            (Location::Header, Some(value)) => {
                let value = HeaderValue::from_str(&text(member, value)).map_err(|_| WireError::Header(member.name))?;
                headers.insert(HeaderName::from_static(member.wire_name), value);
            }
            (Location::Body, Some(value)) => {
                body.insert(member.name.to_owned(), value.clone());
            }
        }
    }
    if !query.is_empty() {
        path = format!("{path}?{}", query.join("&"));
    }
    let mut request = http::Request::new(Vec::new());
    *request.method_mut() = http::Method::from_bytes(spec.verb.as_str().as_bytes()).unwrap_or_default();
    *request.uri_mut() = path.parse().map_err(|_| WireError::MissingLabel(spec.name))?;
    if has_body {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        *request.body_mut() = Value::Object(body).to_string().into_bytes();
    }
    *request.headers_mut() = headers;
    Ok(request)
}

/// The input that a request carries. Texts of the path, query and headers become the numbers and switches their members are; one that
/// cannot stays text, so that validation names it.
///
/// # Errors
/// When a part is not UTF-8, or the body is no JSON object.
pub fn input(route: &Route<'_>, raw_query: Option<&str>, headers: &HeaderMap, body: &[u8]) -> Result<Value, WireError> {
    let members = route.operation.input_members();
    let mut input =
        if members.iter().any(|member| member.location == Location::Body) { object(body)? } else { Map::new() };
    if let Some(value) = input.remove(OTHER_SPELLING) {
        input.entry(SPELLING).or_insert(value);
    }
    input.retain(|name, _| members.iter().any(|member| member.location == Location::Body && member.name == name));
    for member in members {
        let texts = match member.location {
            Location::Body => continue,
            Location::Uri => {
                // An empty segment is a label that is not there.
                let given = |(name, raw): &&(&str, &str)| *name == member.wire_name && !raw.is_empty();
                route.labels.iter().filter(given).map(|(_, raw)| *raw).collect()
            }
            Location::Query => {
                let named = |name: &str| decode(name).is_some_and(|name| name == member.wire_name);
                query_pairs(raw_query.unwrap_or_default())
                    .filter(|(name, _)| named(name))
                    .map(|(_, raw)| raw)
                    .collect::<Vec<_>>()
            }
            Location::Header => match headers.get(member.wire_name) {
                None => continue,
                Some(value) => {
                    let text = value.to_str().map_err(|_| WireError::NotUtf8(member.name))?;
                    input.insert(member.name.to_owned(), parsed(member, text));
                    continue;
                }
            },
        };
        let decoded = texts.into_iter().map(|raw| decode(raw).ok_or(WireError::NotUtf8(member.name)));
        let mut values = decoded.map(|text| text.map(|text| parsed(member, &text))).collect::<Result<Vec<_>, _>>()?;
        let value = match member.shape.shape().kind {
            Kind::List { .. } if !values.is_empty() => Value::Array(values),
            _ => match values.pop() {
                Some(last) => last,
                None => continue,
            },
        };
        input.insert(member.name.to_owned(), value);
    }
    Ok(Value::Object(input))
}

fn object(body: &[u8]) -> Result<Map<String, Value>, WireError> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(WireError::NotAnObject),
        Err(error) => Err(WireError::Json(error.to_string())),
    }
}

/// A value as the path, query or header writes it. Moments travel as ISO 8601 there (G-22).
fn text(member: &Member, value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) if member.timestamp_format() == Some(TimestampFormat::Iso8601) => {
            let moment = number.as_f64().and_then(Timestamp::from_seconds);
            moment.map_or_else(|| number.to_string(), Timestamp::iso8601)
        }
        other => other.to_string(),
    }
}

fn parsed(member: &Member, text: &str) -> Value {
    let shape = match member.shape.shape().kind {
        Kind::List { member, .. } => member.shape(),
        _ => member.shape.shape(),
    };
    let value = match shape.kind {
        Kind::Integer { .. } => text.parse::<i64>().ok().map(Value::from),
        Kind::Boolean => text.parse::<bool>().ok().map(Value::from),
        // As JSON has it: a parser of its own for numbers in text would weigh ten kilobytes.
        Kind::Timestamp(_) => serde_json::from_str(text).ok().filter(Value::is_number),
        _ => None,
    };
    value.unwrap_or_else(|| Value::from(text))
}
