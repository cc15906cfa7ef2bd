//! How a connector proxies: PRX-1 to PRX-3.

use chime_model::Operation::{
    CreateProxySession, DeleteVoiceConnectorProxy, GetVoiceConnectorProxy, PutVoiceConnectorProxy, UpdateProxySession,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service};
use crate::{ADA, bare, changed, connector, get, hook, of, put, session, wanted};

fn named(connector: &str) -> Value {
    json!({ "VoiceConnectorId": connector })
}

#[test]
fn prx_1_pool_countries_go_in_and_countries_come_out() {
    // G-33.
    let service = Service::new();
    let id = bare(&service);
    assert_eq!(service.refused(GetVoiceConnectorProxy, &named(&id)), "NotFound", "VC-4");
    let expected = json!({
        "DefaultSessionExpiryMinutes": 60, "Disabled": false, "FallBackPhoneNumber": null,
        "PhoneNumberCountries": ["US"],
    });
    assert_eq!(put(&service, &id, &json!({})), expected);
    assert_eq!(service.call(GetVoiceConnectorProxy, &named(&id))["Proxy"], expected);
    let full = json!({
        "DefaultSessionExpiryMinutes": 1, "Disabled": true, "FallBackPhoneNumber": ADA,
        "PhoneNumberPoolCountries": ["CA", "US"],
    });
    let stored = put(&service, &id, &full);
    assert_eq!(stored["PhoneNumberCountries"], full["PhoneNumberPoolCountries"]);
    assert_eq!((&stored["FallBackPhoneNumber"], &stored["Disabled"]), (&json!(ADA), &json!(true)));
}

#[test]
fn prx_1_both_spellings_of_the_fallback_number_are_understood() {
    // G-33: the model's is the one that comes back.
    let service = Service::new();
    let id = bare(&service);
    let path = format!("/voice-connectors/{id}/programmable-numbers/proxy");
    let body = json!({
        "DefaultSessionExpiryMinutes": 60, "PhoneNumberPoolCountries": ["US"], "FallbackPhoneNumber": ADA,
    });
    let answer = service.machine.done("PUT", &path, &body);
    assert_eq!(answer["Proxy"]["FallBackPhoneNumber"], ADA);
    assert_eq!(answer["Proxy"]["FallbackPhoneNumber"], Value::Null);
}

#[test]
fn prx_1_the_configuration_has_limits() {
    let service = Service::new();
    let id = bare(&service);
    let base = json!({
        "VoiceConnectorId": id, "DefaultSessionExpiryMinutes": 60, "PhoneNumberPoolCountries": ["US"],
    });
    for wrong in [
        json!({ "DefaultSessionExpiryMinutes": null }),
        json!({ "DefaultSessionExpiryMinutes": 0 }),
        json!({ "PhoneNumberPoolCountries": null }),
        json!({ "PhoneNumberPoolCountries": [] }),
        json!({ "PhoneNumberPoolCountries": vec!["US"; 101] }),
        json!({ "PhoneNumberPoolCountries": ["USA"] }),
        json!({ "PhoneNumberPoolCountries": [""] }),
        json!({ "FallBackPhoneNumber": "reception" }),
    ] {
        let input = changed(base.clone(), &wrong);
        assert_eq!(service.refused(PutVoiceConnectorProxy, &input), "BadRequest", "{wrong}");
    }
    put(&service, &id, &json!({ "PhoneNumberPoolCountries": vec!["US"; 100] }));
    assert_eq!(service.refused(PutVoiceConnectorProxy, &changed(base, &named(NOBODY))), "NotFound");
}

#[test]
fn prx_2_deleting_it_closes_the_open_sessions() {
    let service = Service::new();
    let id = connector(&service);
    let (open, talking) = (session(&service, &id, &json!({})), session(&service, &id, &json!({})));
    service.hook(&hook(&talking, "start"), &Value::Null);
    service.advance("10m");
    service.call(DeleteVoiceConnectorProxy, &named(&id));
    for closed in [&open, &talking] {
        let closed = get(&service, closed);
        assert_eq!(
            (&closed["Status"], &closed["EndedTimestamp"]),
            (&json!("Closed"), &json!("2020-09-13T12:36:40.000Z"))
        );
    }
    assert_eq!(service.refused(GetVoiceConnectorProxy, &named(&id)), "NotFound");
    service.call(DeleteVoiceConnectorProxy, &named(&id));
    assert_eq!(service.refused(DeleteVoiceConnectorProxy, &named(NOBODY)), "NotFound");
}

#[test]
fn prx_3_a_disabled_proxy_makes_no_more_sessions() {
    let service = Service::new();
    let id = connector(&service);
    let before = session(&service, &id, &json!({}));
    put(&service, &id, &json!({ "Disabled": true }));
    assert_eq!(service.refused(CreateProxySession, &wanted(&id, &json!({}))), "Forbidden");
    // Those that are there run on.
    assert_eq!(get(&service, &before), before);
    service.hook(&hook(&before, "start"), &Value::Null);
    service.hook(&hook(&before, "stop"), &Value::Null);
    service.call(UpdateProxySession, &changed(of(&before), &json!({ "Capabilities": ["SMS"] })));
}

#[test]
fn prx_3_without_a_configuration_there_are_no_sessions() {
    let service = Service::new();
    let id = bare(&service);
    assert_eq!(service.refused(CreateProxySession, &wanted(&id, &json!({}))), "NotFound");
    assert_eq!(service.refused(CreateProxySession, &wanted(NOBODY, &json!({}))), "NotFound");
}
