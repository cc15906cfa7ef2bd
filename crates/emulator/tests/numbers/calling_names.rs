//! Calling names: NUM-10.

use chime_model::Operation::UpdatePhoneNumber;
use serde_json::{Value, json};

use crate::harness::Service;
use crate::{SEATTLE, bought, calling_name, change, delete, fail, rename};

fn with_number() -> Service {
    let service = Service::new();
    bought(&service, "VoiceConnector", &[SEATTLE]);
    service
}

#[test]
fn num_10_a_new_name_shows_after_72_hours() {
    let service = with_number();
    assert_eq!(calling_name(&service, SEATTLE), (Value::Null, "Unassigned".into()));
    let answer = rename(&service, SEATTLE, "Front desk");
    assert_eq!((&answer["CallingName"], &answer["CallingNameStatus"]), (&Value::Null, &json!("UpdateInProgress")));
    service.advance("259199s");
    assert_eq!(calling_name(&service, SEATTLE), (Value::Null, "UpdateInProgress".into()));
    service.advance("1s");
    assert_eq!(calling_name(&service, SEATTLE), (json!("Front desk"), "UpdateSucceeded".into()));
    assert_eq!(service.phone_number(SEATTLE)["UpdatedTimestamp"], "2020-09-16T12:26:50.000Z");
}

#[test]
fn num_10_the_next_change_waits_for_the_one_before() {
    let service = with_number();
    rename(&service, SEATTLE, "Front desk");
    let next = change(SEATTLE, "CallingName", "Lobby");
    assert_eq!(service.refused(UpdatePhoneNumber, &next), "Conflict");
    service.advance("72h");
    service.call(UpdatePhoneNumber, &next);
    // Meanwhile the old name shows.
    assert_eq!(calling_name(&service, SEATTLE), (json!("Front desk"), "UpdateInProgress".into()));
    service.advance("72h");
    assert_eq!(calling_name(&service, SEATTLE), (json!("Lobby"), "UpdateSucceeded".into()));
}

#[test]
fn num_10_the_empty_name_takes_the_name_away() {
    let service = with_number();
    rename(&service, SEATTLE, "Front desk");
    service.advance("72h");
    rename(&service, SEATTLE, "");
    service.advance("72h");
    assert_eq!(calling_name(&service, SEATTLE), (Value::Null, "Unassigned".into()));
}

#[test]
fn num_10_a_name_has_2_to_15_letters_digits_and_spaces() {
    let service = with_number();
    for name in ["x", "sixteen letters!", "abcdefghijklmnop", "Café", "a_b"] {
        let input = change(SEATTLE, "CallingName", name);
        assert_eq!(service.refused(UpdatePhoneNumber, &input), "BadRequest", "{name}");
    }
    rename(&service, SEATTLE, "15 letters here");
}

#[test]
fn num_10_the_delay_can_be_set() {
    let service = with_number();
    service.switch(&json!({ "CallingNameMs": 0 }));
    rename(&service, SEATTLE, "Front desk");
    assert_eq!(calling_name(&service, SEATTLE), (json!("Front desk"), "UpdateSucceeded".into()));
}

#[test]
fn f_10_a_change_fails_and_the_old_name_stays() {
    let service = with_number();
    rename(&service, SEATTLE, "Front desk");
    service.advance("72h");
    fail(&service, SEATTLE, &json!({ "CallingName": true }));
    rename(&service, SEATTLE, "Lobby");
    service.advance("72h");
    assert_eq!(calling_name(&service, SEATTLE), (json!("Front desk"), "UpdateFailed".into()));
    fail(&service, SEATTLE, &json!({}));
    rename(&service, SEATTLE, "Lobby");
    service.advance("72h");
    assert_eq!(calling_name(&service, SEATTLE), (json!("Lobby"), "UpdateSucceeded".into()));
}

#[test]
fn num_10_a_change_of_a_number_that_left_does_not_reach_its_successor() {
    let service = with_number();
    service.switch(&json!({ "CallingNameMs": 8 * 24 * 60 * 60 * 1000_u64 }));
    rename(&service, SEATTLE, "Front desk");
    delete(&service, SEATTLE);
    service.advance("7d");
    bought(&service, "VoiceConnector", &[SEATTLE]);
    service.advance("2d");
    assert_eq!(calling_name(&service, SEATTLE), (Value::Null, "Unassigned".into()));
}
