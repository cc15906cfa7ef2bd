//! Validating addresses: E911-1 to E911-4.

mod harness;
mod support;

use chime_model::Operation::ValidateE911Address;
use harness::Service;
use serde_json::{Value, json};

/// A perfect address, with changes.
fn address(changes: &Value) -> Value {
    let mut address = json!({
        "AwsAccountId": "111122223333", "StreetNumber": "410", "StreetInfo": "Terry Avenue N", "City": "Seattle",
        "State": "WA", "Country": "US", "PostalCode": "98109",
    });
    for (name, value) in changes.as_object().expect("an object") {
        address[name] = value.clone();
    }
    address
}

fn validated(service: &Service, changes: &Value) -> Value {
    service.call(ValidateE911Address, &address(changes))
}

#[test]
fn e911_2_e911_3_a_perfect_address_comes_back_in_parts() {
    let service = Service::new();
    let answer = validated(&service, &json!({ "PostalCode": "98109-5210" }));
    let expected = json!({
        "streetName": "Terry", "streetSuffix": "Avenue", "postDirectional": "N", "preDirectional": null,
        "streetNumber": "410", "city": "Seattle", "state": "WA", "postalCode": "98109", "postalCodePlus4": "5210",
        "country": "US",
    });
    assert_eq!((&answer["ValidationResult"], &answer["Address"]), (&json!(0), &expected));
    assert_eq!(answer["CandidateAddressList"], json!([]));
    assert_eq!(answer["AddressExternalId"].as_str().map(str::len), Some(36));
}

#[test]
fn e911_1_all_members_are_needed() {
    let service = Service::new();
    for member in ["AwsAccountId", "StreetNumber", "StreetInfo", "City", "State", "Country", "PostalCode"] {
        for wrong in [Value::Null, json!(" ")] {
            let input = address(&json!({ member: wrong }));
            assert_eq!(service.refused(ValidateE911Address, &input), "BadRequest", "{member}");
        }
    }
}

#[test]
fn e911_3_what_can_be_corrected_is() {
    let service = Service::new();
    let perfect = validated(&service, &json!({}));
    for changes in [
        json!({ "StreetInfo": "Terry Ave N" }),
        json!({ "StreetInfo": " Terry  Ave. n" }),
        json!({ "State": "wa" }),
        json!({ "Country": "us" }),
        json!({ "City": " Seattle " }),
        json!({ "StreetNumber": "410 " }),
        json!({ "PostalCode": " 98109" }),
    ] {
        let answer = validated(&service, &changes);
        assert_eq!(answer["ValidationResult"], 1, "{changes}");
        assert_eq!(answer["Address"], perfect["Address"], "{changes}");
        assert_eq!(answer["AddressExternalId"], perfect["AddressExternalId"], "{changes}");
    }
    let elsewhere = validated(&service, &json!({ "StreetNumber": "411" }));
    assert_eq!(elsewhere["ValidationResult"], 0);
    assert_ne!(elsewhere["AddressExternalId"], perfect["AddressExternalId"]);
}

#[test]
fn e911_3_the_rest_is_not_validated() {
    let service = Service::new();
    for changes in [
        json!({ "State": "Washington" }),
        json!({ "State": "W4" }),
        json!({ "Country": "CA" }),
        json!({ "StreetNumber": "none" }),
        json!({ "PostalCode": "9810" }),
        json!({ "PostalCode": "98109-52" }),
        json!({ "PostalCode": "V6B 1A1" }),
    ] {
        let answer = validated(&service, &changes);
        assert_eq!(answer["ValidationResult"], 2, "{changes}");
        assert_eq!((&answer["Address"], &answer["AddressExternalId"]), (&Value::Null, &Value::Null), "{changes}");
    }
}

#[test]
fn e911_3_a_known_postal_code_suggests_an_address() {
    let service = Service::new();
    let answer = validated(&service, &json!({ "State": "Washington", "StreetInfo": "Terry Ave N" }));
    let candidate = json!({
        "streetInfo": "Terry Avenue N", "streetNumber": "410", "city": "Seattle", "state": "WA", "postalCode": "98109",
        "postalCodePlus4": null, "country": "US",
    });
    assert_eq!(answer["CandidateAddressList"], json!([candidate]));
    // What is suggested is valid.
    let suggested = json!({ "StreetInfo": "Terry Avenue N", "StreetNumber": "410", "State": "WA" });
    assert_eq!(validated(&service, &suggested)["ValidationResult"], 0);
    let unknown = validated(&service, &json!({ "State": "Washington", "PostalCode": "00000" }));
    assert_eq!((&unknown["ValidationResult"], &unknown["CandidateAddressList"]), (&json!(2), &json!([])));
}

#[test]
fn e911_4_an_address_is_of_the_callers_account() {
    let service = Service::new();
    let input = address(&json!({ "AwsAccountId": "444455556666" }));
    assert_eq!(service.refused(ValidateE911Address, &input), "Forbidden");
}

#[test]
fn e911_1_nothing_is_stored() {
    let service = Service::new();
    let snapshot = || service.machine.done("GET", "/_emulator/snapshot", &Value::Null);
    let before = snapshot();
    validated(&service, &json!({}));
    assert_eq!(snapshot(), before);
}
