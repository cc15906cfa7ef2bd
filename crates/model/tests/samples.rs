//! The request and response pairs printed in the reference: each is the operation it says it is, there and back.

use chime_model::{Operation, schema::ResponseBody, wire};
use http::{HeaderMap, Method};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sample {
    operation: String,
    request: SampleRequest,
    response: SampleResponse,
    /// The printed request is complete.
    whole: bool,
}

#[derive(Deserialize)]
struct SampleRequest {
    method: String,
    path: String,
    body: Option<Value>,
}

#[derive(Deserialize)]
struct SampleResponse {
    status: u16,
    body: Option<Value>,
}

fn samples() -> Vec<Sample> {
    serde_json::from_str(include_str!("samples.json")).expect("samples")
}

#[test]
fn every_sample_request_is_its_operation_there_and_back() {
    for sample in samples() {
        let name = &sample.operation;
        let (path, query) = sample
            .request
            .path
            .split_once('?')
            .map_or((sample.request.path.as_str(), None), |(path, query)| (path, Some(query)));
        let method: Method = sample.request.method.parse().expect("a method");
        let route = wire::route(&method, path, query).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(route.operation.name(), name);

        let body = sample.request.body.as_ref().map(Value::to_string).unwrap_or_default();
        let input = wire::input(&route, query, &HeaderMap::new(), body.as_bytes())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let sent = wire::request(route.operation, &input).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(sent.method(), method, "{name}");
        assert_eq!(sent.uri().path(), path.strip_prefix("/console").unwrap_or(path), "{name}");
        assert_eq!(sent.uri().query(), query, "{name}");
        if let (true, Some(printed)) = (sample.whole, &sample.request.body) {
            let sent: Value = serde_json::from_slice(sent.body()).unwrap_or_default();
            assert_holds(name, &sent, &known(printed, &sent));
        }
    }
}

#[test]
fn every_sample_response_is_read_and_has_its_operations_status() {
    for sample in samples() {
        let operation = Operation::from_name(&sample.operation).expect("an operation");
        let spec = operation.spec();
        assert_eq!(sample.response.status, spec.status, "{operation}");
        let body = sample.response.body.clone().unwrap_or_default();
        let bytes = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let output = wire::output(operation, sample.response.status, &HeaderMap::new(), &bytes).expect("an output");
        let answer = wire::response(operation, &output);
        assert_eq!(answer.status().as_u16(), spec.status, "{operation}");
        match spec.response_body {
            ResponseBody::Json if !body.is_null() => {
                assert_eq!(serde_json::from_slice::<Value>(answer.body()).ok(), Some(body), "{operation}");
            }
            ResponseBody::Empty => assert_eq!(answer.body(), b"{}", "{operation}"),
            ResponseBody::None => assert!(answer.body().is_empty(), "{operation}"),
            ResponseBody::Json => {}
        }
    }
}

/// The printed body without its nulls, which say the same as absence, and without members spelt as no member is.
fn known(printed: &Value, sent: &Value) -> Value {
    let object = printed.as_object().into_iter().flatten();
    object
        .filter(|(name, value)| !value.is_null() && sent.get(name).is_some())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

fn assert_holds(name: &str, whole: &Value, part: &Value) {
    for (key, value) in part.as_object().into_iter().flatten() {
        assert_eq!(whole.get(key), Some(value), "{name}: {key}");
    }
}
