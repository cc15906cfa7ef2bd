//! Settings of an AWS account: PNS-1 to PNS-3, GLB-1, GLB-2.

mod harness;
mod support;

use chime_model::Operation::{
    GetGlobalSettings, GetPhoneNumberSettings, UpdateGlobalSettings, UpdatePhoneNumberSettings,
};
use harness::Service;
use serde_json::{Value, json};

fn named(name: &str) -> Value {
    json!({ "CallingName": name })
}

#[test]
fn pns_1_nothing_is_set_at_first() {
    let service = Service::new();
    let expected = json!({ "CallingName": null, "CallingNameUpdatedTimestamp": null });
    assert_eq!(service.call(GetPhoneNumberSettings, &json!({})), expected);
}

#[test]
fn pns_2_the_name_shows_at_once_and_stays_for_seven_days() {
    let service = Service::new();
    service.call(UpdatePhoneNumberSettings, &named("My name"));
    let expected = json!({ "CallingName": "My name", "CallingNameUpdatedTimestamp": "2020-09-13T12:26:40.000Z" });
    assert_eq!(service.call(GetPhoneNumberSettings, &json!({})), expected);
    service.advance("604799s");
    for name in ["Other", "My name"] {
        let error = service.error(UpdatePhoneNumberSettings, &named(name));
        assert_eq!(error.exception, "BadRequestException");
        assert!(error.message.contains("2020-09-20T12:26:40.000Z"), "{}", error.message);
    }
    assert_eq!(service.call(GetPhoneNumberSettings, &json!({})), expected);
    service.advance("1s");
    service.call(UpdatePhoneNumberSettings, &named("Other"));
    let expected = json!({ "CallingName": "Other", "CallingNameUpdatedTimestamp": "2020-09-20T12:26:40.000Z" });
    assert_eq!(service.call(GetPhoneNumberSettings, &json!({})), expected);
}

#[test]
fn pns_2_the_name_is_required_and_like_a_numbers() {
    // NUM-10.
    let service = Service::new();
    for input in [json!({}), named("x"), named("abcdefghijklmnop"), named("a_b")] {
        assert_eq!(service.refused(UpdatePhoneNumberSettings, &input), "BadRequest", "{input}");
    }
    service.call(UpdatePhoneNumberSettings, &named(""));
    assert_eq!(service.call(GetPhoneNumberSettings, &json!({}))["CallingName"], Value::Null);
}

#[test]
fn pns_3_the_name_is_not_the_numbers() {
    let service = Service::new();
    service.stock("+12065550100", "VoiceConnector");
    let number = service.phone_number("+12065550100");
    service.call(UpdatePhoneNumberSettings, &named("My name"));
    service.advance("7d");
    assert_eq!(service.phone_number("+12065550100"), number);
}

#[test]
fn glb_1_both_objects_are_there_from_the_beginning() {
    let service = Service::new();
    let expected = json!({ "BusinessCalling": { "CdrBucket": null }, "VoiceConnector": { "CdrBucket": null } });
    assert_eq!(service.call(GetGlobalSettings, &json!({})), expected);
}

#[test]
fn glb_2_an_absent_object_changes_nothing_and_an_empty_one_switches_off() {
    let service = Service::new();
    let update = |input: Value| {
        service.call(UpdateGlobalSettings, &input);
        let settings = service.call(GetGlobalSettings, &json!({}));
        (settings["BusinessCalling"]["CdrBucket"].clone(), settings["VoiceConnector"]["CdrBucket"].clone())
    };
    let both = json!({ "BusinessCalling": { "CdrBucket": "calls" }, "VoiceConnector": { "CdrBucket": "trunks" } });
    assert_eq!(update(both), (json!("calls"), json!("trunks")));
    assert_eq!(update(json!({ "BusinessCalling": {} })), (Value::Null, json!("trunks")));
    assert_eq!(update(json!({ "VoiceConnector": { "CdrBucket": "other" } })), (Value::Null, json!("other")));
    assert_eq!(update(json!({})), (Value::Null, json!("other")));
}
