//! Input → request → input, unchanged, for each of the 191 operations.

mod values;

use chime_model::{Operation, validate, wire};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

fn back(request: &http::Request<Vec<u8>>) -> (Operation, Value) {
    let uri = request.uri();
    let route = wire::route(request.method(), uri.path(), uri.query()).expect("a route");
    let input = wire::input(&route, uri.query(), request.headers(), request.body()).expect("an input");
    (route.operation, input)
}

#[test]
fn every_operation_survives_the_wire() {
    for operation in Operation::ALL {
        let inputs = operation.spec().input.map_or_else(|| Just(json!({})).boxed(), |shape| values::of(shape.shape()));
        let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
        let held = runner.run(&inputs, |input| {
            prop_assert_eq!(validate::input(operation, &input), vec![]);
            let request = match wire::request(operation, &input) {
                // A free text can be "." or hold what no header holds; that is told, not sent wrong.
                Err(wire::WireError::DotLabel(_) | wire::WireError::Header(_)) => return Ok(()),
                other => other.map_err(|error| TestCaseError::fail(error.to_string()))?,
            };
            prop_assert_eq!(back(&request), (operation, input));
            Ok(())
        });
        held.unwrap_or_else(|error| panic!("{operation}: {error}"));
    }
}

#[test]
fn an_arn_and_a_number_are_one_segment_each() {
    let arn = "arn:aws:chime:us-east-1:111122223333:app-instance/a/channel/b";
    let request = wire::request(Operation::DescribeChannel, &json!({ "ChannelArn": arn })).expect("a request");
    assert_eq!(
        request.uri().path(),
        "/channels/arn%3Aaws%3Achime%3Aus-east-1%3A111122223333%3Aapp-instance%2Fa%2Fchannel%2Fb"
    );
    let request =
        wire::request(Operation::GetPhoneNumber, &json!({"PhoneNumberId": "+12065550100"})).expect("a request");
    assert_eq!(request.uri().path(), "/phone-numbers/%2B12065550100");
}

#[test]
fn operations_with_members_of_the_body_send_an_object_the_others_nothing() {
    let body = |operation, input| wire::request(operation, &input).expect("a request").into_body();
    assert_eq!(body(Operation::UpdateAccount, json!({"AccountId": "a"})), b"{}");
    assert_eq!(body(Operation::LogoutUser, json!({"AccountId": "a", "UserId": "u"})), b"");
}

#[test]
fn query_moments_are_iso_8601() {
    let input = json!({"ChannelArn": "arn:aws:chime:us-east-1:1:app-instance/a", "NotBefore": 1_577_836_800.123});
    let request = wire::request(Operation::ListChannelMessages, &input).expect("a request");
    assert_eq!(request.uri().query(), Some("not-before=2020-01-01T00%3A00%3A00.123Z"));
}
