//! What section 1 of the behaviour counts and lists about operations, held against the model, and seen in answers.

mod harness;
mod support;

use bytes::Bytes;
use chime_model::{Exception, Location, Operation};
use harness::{NOBODY, Service};
use http::Request;
use serde_json::{Value, json};

fn names(wanted: impl Fn(Operation) -> bool) -> Vec<&'static str> {
    Operation::ALL.into_iter().filter(|operation| wanted(*operation)).map(Operation::name).collect()
}

fn lacks(exception: Exception) -> Vec<&'static str> {
    names(|operation| !operation.spec().errors.contains(&exception))
}

#[test]
fn g_1_every_answer_has_an_id_of_its_own() {
    let service = Service::new();
    let id = |path: &str| {
        let request = Request::get(path).body(Bytes::new()).expect("a request");
        let answer = service.machine.emulator.handle(request);
        answer.headers()["x-amzn-requestid"].to_str().expect("text").to_owned()
    };
    let ids = ["/accounts", "/accounts", &format!("/accounts/{NOBODY}"), "/nowhere"].map(id);
    for (index, id) in ids.iter().enumerate() {
        let parts: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
        assert!(!ids[..index].contains(id), "{id} came twice");
    }
}

#[test]
fn g_2_the_old_prefix_is_the_same_path() {
    let service = Service::new();
    let (status, made) = service.machine.ask("POST", "/console/accounts", &json!({ "Name": "Acme" }));
    assert_eq!(status, 201);
    let id = made["Account"]["AccountId"].as_str().expect("an id");
    assert_eq!(
        service.machine.done("GET", &format!("/console/accounts/{id}"), &Value::Null)["Account"]["Name"],
        "Acme"
    );
    assert_eq!(service.machine.ask("GET", "/consoleaccounts", &Value::Null).0, 404);
}

#[test]
fn g_6_29_operations_name_a_bearer() {
    let bearer = |operation: Operation| {
        let header = |member: &&chime_model::Member| member.wire_name.eq_ignore_ascii_case("x-amz-chime-bearer");
        operation.input_members().iter().find(header).map(|member| member.location)
    };
    let with = names(|operation| bearer(operation).is_some());
    assert_eq!(with.len(), 29, "{with:?}");
    assert!(Operation::ALL.into_iter().filter_map(bearer).all(|location| location == Location::Header));
    // G-19: the hosts of messaging are those, and the session endpoint.
    let mut hosts = names(|operation| operation.spec().host_prefix == Some("messaging-"));
    hosts.retain(|name| *name != "GetMessagingSessionEndpoint");
    assert_eq!(with, hosts);
}

#[test]
fn g_7_successes_that_are_neither_200_nor_201_nor_204() {
    let other = names(|operation| !matches!(operation.spec().status, 200 | 201 | 204));
    let accepted =
        ["UpdateSipMediaApplicationCall", "UpdateSipRule", "UpdateVoiceConnectorGroup", "ValidateE911Address"];
    assert_eq!(other, accepted);
    assert!(accepted.iter().all(|name| Operation::from_name(name).expect("known").spec().status == 202));
    assert_eq!(Operation::BatchCreateChannelMembership.spec().status, 200);
    for created in [Operation::PutEventsConfiguration, Operation::UpdateProxySession] {
        assert_eq!(created.spec().status, 201, "{created}");
    }
}

#[test]
fn g_17_errors_that_nearly_every_operation_declares() {
    let unthrottled = [
        "DeleteEventsConfiguration",
        "GetEventsConfiguration",
        "ListTagsForResource",
        "PutEventsConfiguration",
        "TagResource",
        "UntagResource",
    ];
    assert_eq!(lacks(Exception::ThrottledClient), unthrottled);
    assert_eq!(lacks(Exception::BadRequest), ["GetMessagingSessionEndpoint"]);
    // A fault can be what is declared, and nothing else.
    let service = Service::new();
    let fault = json!({ "Faults": [{ "Exception": "ThrottledClientException", "Rate": 1.0 }] });
    service.machine.done("PUT", "/_emulator/faults", &fault);
    assert_eq!(service.refused(Operation::ListAccounts, &json!({})), "ThrottledClient");
}

#[test]
fn g_44_five_lists_come_whole() {
    let list = |operation: Operation| operation.name().starts_with("List");
    let whole = [
        "ListAttendeeTags",
        "ListMeetingTags",
        "ListSupportedPhoneNumberCountries",
        "ListTagsForResource",
        "ListVoiceConnectorTerminationCredentials",
    ];
    assert_eq!(names(|operation| list(operation) && operation.spec().pagination.is_none()), whole);
}
