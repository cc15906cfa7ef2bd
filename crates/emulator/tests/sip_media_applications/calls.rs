//! Calls of applications: SMA-20 to SMA-22, with the hook F-8.

use chime_model::Operation::{
    CreateSipMediaApplicationCall, DeletePhoneNumber, DeleteSipMediaApplication, UpdateSipMediaApplicationCall,
};
use serde_json::{Map, Value, json};

use crate::harness::{NOBODY, Service, column, text};
use crate::{SEATTLE, application, arn, of};

const CUSTOMER: &str = "+14015550101";

fn outbound(application: &str) -> Value {
    json!({ "SipMediaApplicationId": application, "FromPhoneNumber": SEATTLE, "ToPhoneNumber": CUSTOMER })
}

/// Begins a call; its transaction.
fn call(service: &Service, application: &str) -> String {
    let answer = service.call(CreateSipMediaApplicationCall, &outbound(application));
    text(&answer["SipMediaApplicationCall"]["TransactionId"])
}

fn update(application: &str, transaction: &str) -> Value {
    json!({ "SipMediaApplicationId": application, "TransactionId": transaction, "Arguments": { "step": "2" } })
}

fn end(application: &str, transaction: &str) -> String {
    format!("sip-media-applications/{application}/calls/{transaction}/end")
}

/// An application, and the number that it calls from.
fn stage() -> (Service, String) {
    let service = Service::new();
    service.stock(SEATTLE, "SipMediaApplicationDialIn");
    let id = application(&service, "Menu", "us-east-1");
    (service, id)
}

fn pairs(count: usize) -> Map<String, Value> {
    (0..count).map(|index| (format!("X-{index}"), json!("value"))).collect()
}

#[test]
fn sma_20_a_call_tells_the_function() {
    // G-81.
    let (service, id) = stage();
    let mut input = outbound(&id);
    input["SipHeaders"] = json!({ "X-Order": "42" });
    let answer = service.call(CreateSipMediaApplicationCall, &input);
    let transaction = text(&answer["SipMediaApplicationCall"]["TransactionId"]);
    assert_eq!(answer, json!({ "SipMediaApplicationCall": { "TransactionId": transaction } }));
    let expected = json!({
        "LambdaArn": arn("us-east-1"), "SipMediaApplicationId": id, "TransactionId": transaction,
        "InvocationEventType": "NEW_OUTBOUND_CALL",
        "Call": { "FromPhoneNumber": SEATTLE, "ToPhoneNumber": CUSTOMER, "SipHeaders": { "X-Order": "42" } },
    });
    assert_eq!(service.events("LambdaInvoked"), [expected]);
}

#[test]
fn sma_20_the_application_is_hidden_and_the_number_must_be_owned() {
    // G-13: step 4 before step 6.
    let (service, id) = stage();
    let mut stranger = outbound(&id);
    stranger["FromPhoneNumber"] = CUSTOMER.into();
    assert_eq!(service.refused(CreateSipMediaApplicationCall, &stranger), "AccessDenied");
    stranger["SipMediaApplicationId"] = NOBODY.into();
    assert_eq!(service.refused(CreateSipMediaApplicationCall, &stranger), "Forbidden");
    service.call(DeletePhoneNumber, &json!({ "PhoneNumberId": SEATTLE }));
    assert_eq!(service.refused(CreateSipMediaApplicationCall, &outbound(&id)), "AccessDenied", "in the queue");
    assert!(service.events("LambdaInvoked").is_empty());
}

#[test]
fn sma_20_at_most_twenty_headers() {
    let (service, id) = stage();
    let mut input = outbound(&id);
    input["SipHeaders"] = pairs(21).into();
    assert_eq!(service.refused(CreateSipMediaApplicationCall, &input), "BadRequest");
    input["SipHeaders"] = pairs(20).into();
    service.call(CreateSipMediaApplicationCall, &input);
    service.switch(&json!({ "Quotas": { "CallsPerSipMediaApplication": 1 } }));
    assert_eq!(service.refused(CreateSipMediaApplicationCall, &input), "ResourceLimitExceeded");
}

#[test]
fn sma_22_an_update_is_handed_on() {
    let (service, id) = stage();
    let transaction = call(&service, &id);
    let answer = service.call(UpdateSipMediaApplicationCall, &update(&id, &transaction));
    assert_eq!(answer, json!({ "SipMediaApplicationCall": { "TransactionId": transaction } }));
    let told = service.events("LambdaInvoked");
    assert_eq!(column(&told, "InvocationEventType"), ["NEW_OUTBOUND_CALL", "CALL_UPDATE_REQUESTED"]);
    assert_eq!(told[1]["Call"], json!({ "Arguments": { "step": "2" } }));
    let mut input = update(&id, &transaction);
    for (arguments, fits) in [(json!({}), true), (pairs(20).into(), true), (pairs(21).into(), false)] {
        input["Arguments"] = arguments;
        let (status, _) = service.answer(UpdateSipMediaApplicationCall, &input);
        assert_eq!(status, if fits { 202 } else { 400 });
    }
    input["Arguments"] = Value::Null;
    assert_eq!(service.refused(UpdateSipMediaApplicationCall, &input), "BadRequest");
}

#[test]
fn sma_22_only_a_running_call_of_this_application() {
    let (service, id) = stage();
    let other = application(&service, "Other", "us-east-1");
    let transaction = call(&service, &id);
    for (application, transaction) in [(&id, NOBODY), (&other, &transaction), (&NOBODY.to_owned(), &transaction)] {
        let input = update(application, transaction);
        assert_eq!(service.refused(UpdateSipMediaApplicationCall, &input), "NotFound");
    }
    service.hook(&end(&id, &transaction), &Value::Null);
    assert_eq!(service.refused(UpdateSipMediaApplicationCall, &update(&id, &transaction)), "NotFound", "ended");
    assert_eq!(column(&service.events("LambdaInvoked"), "InvocationEventType"), ["NEW_OUTBOUND_CALL", "HANGUP"]);
    // F-8.
    assert_eq!(service.hook_refused(&end(&id, &transaction), &Value::Null).0, 404);
    assert_eq!(service.hook_refused(&end(NOBODY, &transaction), &Value::Null).0, 404);
}

#[test]
fn sma_21_a_call_ends_by_itself_in_an_hour() {
    let (service, id) = stage();
    let transaction = call(&service, &id);
    service.advance("3599s");
    service.call(UpdateSipMediaApplicationCall, &update(&id, &transaction));
    service.advance("1s");
    assert_eq!(service.refused(UpdateSipMediaApplicationCall, &update(&id, &transaction)), "NotFound");
    service.switch(&json!({ "SipMediaApplicationCallMs": 5000 }));
    let transaction = call(&service, &id);
    service.advance("5s");
    assert_eq!(service.refused(UpdateSipMediaApplicationCall, &update(&id, &transaction)), "NotFound");
}

#[test]
fn calls_go_with_their_application() {
    let (service, id) = stage();
    call(&service, &id);
    service.call(DeleteSipMediaApplication, &of(&id));
    service.advance("2h");
    assert_eq!(column(&service.events("LambdaInvoked"), "InvocationEventType"), ["NEW_OUTBOUND_CALL"]);
    let rows = service.machine.done("GET", "/_emulator/snapshot", &Value::Null);
    assert!(!rows.to_string().contains("sip-media-application-call"), "{rows}");
}
