//! Whatever a request holds, the answer is a clear error: never a 5xx, never a panic.

mod support;

use bytes::Bytes;
use chime_emulator::handle::LARGEST_BODY;
use chime_emulator::{Emulator, Options};
use chime_model::{Operation, wire};
use http::{HeaderName, HeaderValue, Method, Request};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Machine, error_type};

fn send(emulator: &Emulator, method: &str, path: &str, body: impl Into<Bytes>) -> (u16, String, Value) {
    let request = Request::builder().method(method).uri(path).body(body.into()).expect("a request");
    let response = emulator.handle(request);
    (response.status().as_u16(), error_type(&response).to_owned(), support::json(&response))
}

fn bad_request(machine: &Machine, method: &str, path: &str, body: impl Into<Bytes>) -> String {
    let (status, name, error) = send(&machine.emulator, method, path, body);
    assert_eq!(
        (status, name.as_str(), &error["Code"]),
        (400, "BadRequestException", &json!("BadRequest")),
        "{path} {error}"
    );
    error["Message"].as_str().expect("a message").to_owned()
}

#[test]
fn bodies_that_are_no_json_object() {
    let machine = Machine::new();
    let deep = format!("{{\"Name\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let bodies: [&[u8]; 9] = [
        b"{\"Name\": ",
        b"Name=a",
        b"[]",
        b"\"a\"",
        b"null",
        b"{\"Name\": \"a\"} {}",
        b"{\"Name\": \"\xff\xfe\"}",
        b"{\"Name\": 1e999}",
        deep.as_bytes(),
    ];
    for body in bodies {
        assert!(!bad_request(&machine, "POST", "/accounts", Bytes::copy_from_slice(body)).is_empty());
    }
}

#[test]
fn values_out_of_their_limits_are_named() {
    let machine = Machine::new();
    for (body, named) in [
        (json!({}), "Name"),
        (json!({"Name": ""}), "Name"),
        (json!({"Name": "a".repeat(101)}), "Name"),
        (json!({"Name": 5}), "Name"),
        (json!({"Name": null}), "Name"),
    ] {
        let message = bad_request(&machine, "POST", "/accounts", body.to_string());
        assert!(message.contains(named), "{body}: {message}");
    }
    assert!(bad_request(&machine, "GET", "/accounts?max-results=many", "").contains("MaxResults"));
    assert!(bad_request(&machine, "GET", "/accounts?max-results=201", "").contains("MaxResults"));
    bad_request(&machine, "GET", "/accounts?next-token=forged", "");
    bad_request(&machine, "GET", "/accounts/%FF", "");
}

#[test]
fn a_body_over_one_mebibyte_is_refused() {
    let machine = Machine::new();
    let name = "a".repeat(LARGEST_BODY);
    let (status, name, error) = send(&machine.emulator, "POST", "/accounts", format!("{{\"Name\": \"{name}\"}}"));
    assert_eq!((status, name.as_str()), (413, "RequestEntityTooLarge"));
    assert!(error["Message"].as_str().is_some_and(|message| message.contains("1048576")));
}

#[test]
fn the_content_type_does_not_matter() {
    let machine = Machine::new();
    for content_type in ["text/plain", "application/x-amz-json-1.1", "application/x-www-form-urlencoded", "nonsense"] {
        let request = Request::post("/accounts").header("content-type", content_type).body("{\"Name\": \"a\"}".into());
        assert_eq!(machine.emulator.handle(request.expect("a request")).status(), 201, "{content_type}");
    }
}

#[test]
fn unknown_routes_and_unknown_operation_values() {
    let machine = Machine::new();
    for (method, path) in [
        ("GET", "/"),
        ("GET", "/nothing"),
        ("PATCH", "/accounts"),
        ("GET", "//accounts"),
        ("GET", "/console"),
        ("HEAD", "/accounts"),
    ] {
        let (status, name, error) = send(&machine.emulator, method, path, "");
        assert_eq!((status, name.as_str(), &error["Code"]), (404, "NotFoundException", &json!("NotFound")), "{path}");
    }
    for path in ["/accounts/a/users?operation=fly", "/accounts/a?operation=", "/accounts/a/users?operation=%FF"] {
        bad_request(&machine, "POST", path, "{}");
    }
}

#[test]
fn every_answer_names_its_request() {
    let machine = Machine::new();
    for path in ["/accounts", "/nothing", "/_emulator/clock", "/_emulator/nothing"] {
        let response = machine.emulator.handle(Request::get(path).body(Bytes::new()).expect("a request"));
        assert_eq!(response.headers()["x-amzn-requestid"].len(), 36, "{path}");
        assert_eq!(response.headers()["date"], "Sun, 13 Sep 2020 12:26:40 GMT", "{path}");
    }
}

#[test]
fn the_console_alias_serves_the_api() {
    let machine = Machine::new();
    assert_eq!(machine.ask("POST", "/console/accounts", &json!({"Name": "a"})).0, 201);
    assert_eq!(machine.done("GET", "/console/accounts", &Value::Null)["Accounts"][0]["Name"], "a");
}

#[test]
fn no_signature_is_told_before_anything_else() {
    let machine = Machine::with(Options::default());
    for (method, path) in [("GET", "/accounts"), ("POST", "/accounts"), ("GET", "/nothing")] {
        let (status, name, _) = send(&machine.emulator, method, path, "not json");
        assert_eq!((status, name.as_str()), (401, "UnauthorizedClientException"), "{method} {path}");
    }
}

/// Every 5xx is a fault of ours.
fn acceptable(status: u16) -> bool {
    status < 500
}

fn any_method() -> impl Strategy<Value = Method> {
    prop_oneof![Just(Method::GET), Just(Method::POST), Just(Method::PUT), Just(Method::DELETE), Just(Method::HEAD)]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(Value::from("11111111-2222-3333-4444-555555555555")),
        Just(Value::from("arn:aws:chime:us-east-1:111122223333:app-instance/a/user/b")),
        Just(Value::from("2019-01-08T17:59:18.006Z")),
        Just(Value::from("+12065550100")),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[A-Za-z]{0,12}", inner, 0..4).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// An operation with some of its members, each with any value.
fn any_call() -> impl Strategy<Value = (Operation, Value)> {
    (0..Operation::ALL.len()).prop_flat_map(|index| {
        let operation = Operation::ALL[index];
        let members = operation.input_members();
        let values = prop::collection::vec(prop::option::weighted(0.8, any_json()), members.len());
        values.prop_map(move |values| {
            let given = members.iter().zip(values).filter_map(|(member, value)| Some((member.name.to_owned(), value?)));
            (operation, given.collect())
        })
    })
}

proptest! {
    #[test]
    fn any_bytes_are_answered(
        method in any_method(),
        path in "/(accounts|channels|_emulator|console|voice-connectors|meetings)?(/[ -~&&[^#?\\\\ <>\"`{}^|]]{0,12}){0,4}(\\?[ -~&&[^# <>\"`{}^|\\\\]]{0,40})?",
        header in "[ -~]{0,200}",
        body in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        for options in [Options::default(), Options { allow_unsigned: true, ..Options::default() }] {
            let machine = Machine::with(options);
            let Ok(mut request) = Request::builder().method(&method).uri(&path).body(Bytes::from(body.clone())) else { continue };
            for name in ["authorization", "x-amz-date", "origin", "x-amz-chime-bearer"] {
                request.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_str(&header).expect("text"));
            }
            let response = machine.emulator.handle(request);
            prop_assert!(acceptable(response.status().as_u16()), "{method} {path}: {response:?}");
        }
    }

    #[test]
    fn any_input_is_answered((operation, input) in any_call()) {
        let machine = Machine::new();
        if let Ok(request) = wire::request(operation, &input) {
            let response = machine.emulator.handle(request.map(Bytes::from));
            prop_assert!(acceptable(response.status().as_u16()), "{operation} {input}: {response:?}");
        }
        if let Err(failure) = machine.emulator.call(operation, input.clone()) {
            let status = failure.into_api_error(Some(operation), "r").status;
            prop_assert!(acceptable(status), "{operation} {input}: {status}");
        }
    }

    #[test]
    fn any_control_request_is_answered(
        route in prop::sample::select(vec![
            "POST /_emulator/clock", "PUT /_emulator/settings", "PUT /_emulator/faults", "POST /_emulator/access-keys",
            "PUT /_emulator/snapshot", "POST /_emulator/reset", "GET /_emulator/events?limit=x", "DELETE /_emulator/access-keys/a",
        ]),
        body in any_json(),
    ) {
        let machine = Machine::new();
        let (method, path) = route.split_once(' ').expect("two words");
        let (status, answer) = machine.ask(method, path, &body);
        prop_assert!(status < 500, "{route} {body}: {status} {answer}");
    }
}
