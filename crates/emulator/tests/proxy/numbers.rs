//! Which number hides the two: PRX-12.

use std::collections::BTreeSet;

use chime_model::Operation::{CreateProxySession, DeleteProxySession};
use serde_json::{Value, json};

use crate::harness::{Service, text};
use crate::{ADA, BOB, connector, of, put, session, wanted};

fn number(session: &Value) -> String {
    text(&session["Participants"][0]["ProxyPhoneNumber"])
}

fn chosen(service: &Service, connector: &str, changes: &Value) -> String {
    number(&session(service, connector, changes))
}

/// The number of a session that is closed at once.
fn past(service: &Service, connector: &str, changes: &Value) -> String {
    let made = session(service, connector, changes);
    service.call(DeleteProxySession, &of(&made));
    service.advance("1s");
    number(&made)
}

#[test]
fn prx_12_the_number_is_of_the_pools_countries_and_the_same_each_time() {
    let numbers = || {
        let service = Service::new();
        let id = connector(&service);
        put(&service, &id, &json!({ "PhoneNumberPoolCountries": ["GB"] }));
        [chosen(&service, &id, &json!({})), chosen(&service, &id, &json!({}))]
    };
    let [one, other] = numbers();
    assert!(one.starts_with("+4420123456") && other.starts_with("+4420123456"), "{one} {other}");
    assert_eq!(numbers(), [one, other]);
}

#[test]
fn prx_12_the_same_two_have_a_number_open_once() {
    let service = Service::new();
    let id = connector(&service);
    put(&service, &id, &json!({ "PhoneNumberPoolCountries": ["DK"] }));
    // As many as Denmark has.
    let numbers: BTreeSet<_> = (0..100).map(|_| chosen(&service, &id, &json!({}))).collect();
    assert_eq!(numbers.len(), 100);
    assert_eq!(service.refused(CreateProxySession, &wanted(&id, &json!({}))), "BadRequest");
    // Others have them all.
    chosen(&service, &id, &json!({ "ParticipantPhoneNumbers": [ADA, "+12065550102"] }));
}

#[test]
fn prx_12_a_pool_without_numbers_is_refused() {
    let service = Service::new();
    let id = connector(&service);
    put(&service, &id, &json!({ "PhoneNumberPoolCountries": ["AQ"] }));
    assert_eq!(service.refused(CreateProxySession, &wanted(&id, &json!({}))), "BadRequest");
}

#[test]
fn prx_12_the_number_matches_the_first_participant() {
    let service = Service::new();
    let id = connector(&service);
    put(&service, &id, &json!({ "PhoneNumberPoolCountries": ["US", "CA", "GB"] }));
    let near = |first: &str, level: &str| {
        let other = if first == BOB { ADA } else { BOB };
        chosen(&service, &id, &json!({ "ParticipantPhoneNumbers": [first, other], "GeoMatchLevel": level }))
    };
    assert!(near(ADA, "AreaCode").starts_with("+1206"));
    assert!(near(BOB, "AreaCode").starts_with("+1401"));
    assert!(near("+442012345600", "Country").starts_with("+44"));
    let canada = near("+14165550100", "Country");
    assert!(["+1416", "+1514", "+1604"].iter().any(|area| canada.starts_with(area)), "{canada}");
    // No French number in the pool: a preference, not a condition.
    near("+33199000100", "Country");
}

#[test]
fn prx_12_params_name_the_place() {
    let service = Service::new();
    let id = connector(&service);
    put(&service, &id, &json!({ "PhoneNumberPoolCountries": ["US", "GB"] }));
    let at = |country: &str, area: &str| {
        let params = json!({ "Country": country, "AreaCode": area });
        chosen(&service, &id, &json!({ "GeoMatchLevel": "AreaCode", "GeoMatchParams": params }))
    };
    assert!(at("US", "212").starts_with("+1212"));
    assert!(at("GB", "").starts_with("+44"));
    assert!(at("", "").starts_with("+1206"), "Ada's");
}

#[test]
fn prx_12_sticky_repeats_and_its_opposite_does_not() {
    let service = Service::new();
    let id = connector(&service);
    let behavior = |name: &str| json!({ "NumberSelectionBehavior": name });
    let first = past(&service, &id, &json!({}));
    let avoided = past(&service, &id, &behavior("AvoidSticky"));
    assert_ne!(avoided, first);
    assert_eq!(past(&service, &id, &behavior("PreferSticky")), avoided, "the last one");
    let third = past(&service, &id, &behavior("AvoidSticky"));
    assert!(![first, avoided].contains(&third));
    // The order of the two does not matter, and one that is open is not taken twice.
    let turned = json!({ "ParticipantPhoneNumbers": [BOB, ADA], "NumberSelectionBehavior": "PreferSticky" });
    assert_eq!(chosen(&service, &id, &turned), third);
    assert_ne!(chosen(&service, &id, &turned), third);
}

#[test]
fn prx_12_numbers_of_customers_and_participants_are_not_used() {
    let service = Service::new();
    let id = connector(&service);
    put(&service, &id, &json!({ "PhoneNumberPoolCountries": ["DK"] }));
    let participants = json!({ "ParticipantPhoneNumbers": ["+4555500100", "+4555500101"] });
    let owned = past(&service, &id, &participants);
    service.stock(&owned, "SipMediaApplicationDialIn");
    let numbers: BTreeSet<_> = (0..97).map(|_| chosen(&service, &id, &participants)).collect();
    assert_eq!(numbers.len(), 97);
    for taken in ["+4555500100", "+4555500101", owned.as_str()] {
        assert!(!numbers.contains(taken), "{taken}");
    }
    assert_eq!(service.refused(CreateProxySession, &wanted(&id, &participants)), "BadRequest");
}
