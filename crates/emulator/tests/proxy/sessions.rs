//! What a session is, and how it is made, listed and changed: PRX-10 to PRX-16.

use chime_model::Operation::{
    CreateProxySession, DeleteProxySession, GetProxySession, ListProxySessions, UpdateProxySession,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list};
use crate::{ADA, BOB, changed, connector, get, of, put, session, sessions, wanted};

#[test]
fn prx_10_prx_11_a_session_is_told_in_full() {
    // G-30: what was not sent is null.
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({ "ParticipantPhoneNumbers": [BOB, ADA] }));
    let proxy = made["Participants"][0]["ProxyPhoneNumber"].clone();
    let expected = json!({
        "VoiceConnectorId": id, "ProxySessionId": made["ProxySessionId"], "Name": null, "Status": "Open",
        "ExpiryMinutes": 60, "Capabilities": ["SMS", "Voice"], "CreatedTimestamp": "2020-09-13T12:26:40.000Z",
        "UpdatedTimestamp": "2020-09-13T12:26:40.000Z", "EndedTimestamp": null,
        "Participants": [
            { "PhoneNumber": ADA, "ProxyPhoneNumber": proxy }, { "PhoneNumber": BOB, "ProxyPhoneNumber": proxy },
        ],
        "NumberSelectionBehavior": null, "GeoMatchLevel": null, "GeoMatchParams": null,
    });
    assert_eq!(made, expected);
    assert_eq!(get(&service, &made), expected);
}

#[test]
fn prx_11_what_is_sent_comes_back() {
    let service = Service::new();
    let id = connector(&service);
    let sent = json!({
        "Name": "Delivery 42", "ExpiryMinutes": 5, "Capabilities": ["Voice"], "NumberSelectionBehavior": "AvoidSticky",
        "GeoMatchLevel": "AreaCode", "GeoMatchParams": { "Country": "US", "AreaCode": "" },
    });
    let made = session(&service, &id, &sent);
    for (member, value) in sent.as_object().expect("an object") {
        assert_eq!(&made[member], value, "{member}");
    }
}

#[test]
fn prx_11_prx_12_a_session_has_limits() {
    let service = Service::new();
    let id = connector(&service);
    for wrong in [
        json!({ "ParticipantPhoneNumbers": null }),
        json!({ "ParticipantPhoneNumbers": [ADA] }),
        json!({ "ParticipantPhoneNumbers": [ADA, BOB, "+12065550102"] }),
        json!({ "ParticipantPhoneNumbers": [ADA, ADA] }),
        json!({ "ParticipantPhoneNumbers": [ADA, "12065550100"] }),
        json!({ "Capabilities": null }),
        json!({ "Capabilities": [] }),
        json!({ "Capabilities": ["Fax"] }),
        json!({ "ExpiryMinutes": 0 }),
        json!({ "Name": "Delivery #42" }),
        json!({ "Name": "n".repeat(31) }),
        json!({ "GeoMatchLevel": "Street" }),
        json!({ "GeoMatchParams": { "Country": "US" } }),
        json!({ "GeoMatchParams": { "Country": "US", "AreaCode": "20" } }),
        json!({ "NumberSelectionBehavior": "Sticky" }),
    ] {
        assert_eq!(service.refused(CreateProxySession, &wanted(&id, &wrong)), "BadRequest", "{wrong}");
    }
    assert_eq!(sessions(&service, &id, None), [Value::Null; 0]);
}

#[test]
fn prx_14_sessions_are_listed_by_status_page_by_page() {
    let service = Service::new();
    let id = connector(&service);
    let mut made = Vec::new();
    for index in 0..5 {
        made.push(session(&service, &id, &json!({ "Name": format!("Session {index}") })));
        service.advance("1s");
    }
    for closed in [&made[1], &made[3]] {
        service.call(DeleteProxySession, &of(closed));
    }
    assert_eq!(column(&sessions(&service, &id, Some("Closed")), "Name"), ["Session 1", "Session 3"]);
    assert_eq!(column(&sessions(&service, &id, Some("Open")), "Name"), ["Session 0", "Session 2", "Session 4"]);
    assert!(sessions(&service, &id, Some("InProgress")).is_empty());
    assert_eq!(sessions(&service, &id, None).len(), 5);
    let page = |token: &Value| {
        let input = json!({ "VoiceConnectorId": id, "Status": "Open", "MaxResults": 2, "NextToken": token });
        service.call(ListProxySessions, &input)
    };
    let first = page(&Value::Null);
    assert_eq!(column(&list(&first["ProxySessions"]), "Name"), ["Session 0", "Session 2"]);
    assert_eq!(column(&list(&page(&first["NextToken"])["ProxySessions"]), "Name"), ["Session 4"]);
    // G-43: not a token of this list.
    let other = json!({ "VoiceConnectorId": id, "Status": "Closed", "NextToken": first["NextToken"] });
    assert_eq!(service.refused(ListProxySessions, &other), "BadRequest");
    assert_eq!(service.refused(ListProxySessions, &json!({ "VoiceConnectorId": NOBODY })), "NotFound");
}

#[test]
fn prx_14_a_session_belongs_to_its_connector() {
    let service = Service::new();
    let made = session(&service, &connector(&service), &json!({}));
    let elsewhere = json!({ "VoiceConnectorId": connector(&service), "ProxySessionId": made["ProxySessionId"] });
    let change = changed(elsewhere.clone(), &json!({ "Capabilities": ["SMS"] }));
    for (operation, input) in
        [(GetProxySession, &elsewhere), (DeleteProxySession, &elsewhere), (UpdateProxySession, &change)]
    {
        assert_eq!(service.refused(operation, input), "NotFound", "{operation}");
    }
}

#[test]
fn prx_15_capabilities_and_time_can_change() {
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({ "Name": "Delivery" }));
    service.advance("10m");
    let input = changed(of(&made), &json!({ "Capabilities": ["Voice"], "ExpiryMinutes": 5, "Name": "Other" }));
    let changed_to = service.call(UpdateProxySession, &input)["ProxySession"].clone();
    let mut expected = made.clone();
    expected["Capabilities"] = json!(["Voice"]);
    expected["ExpiryMinutes"] = 5.into();
    expected["UpdatedTimestamp"] = "2020-09-13T12:36:40.000Z".into();
    assert_eq!(changed_to, expected, "the name stays");
    for wrong in [json!({}), json!({ "Capabilities": [] }), json!({ "Capabilities": ["SMS"], "ExpiryMinutes": 0 })] {
        assert_eq!(service.refused(UpdateProxySession, &changed(of(&made), &wrong)), "BadRequest", "{wrong}");
    }
    service.call(DeleteProxySession, &of(&made));
    let late = changed(of(&made), &json!({ "Capabilities": ["SMS"] }));
    assert_eq!(service.refused(UpdateProxySession, &late), "BadRequest", "closed");
}

#[test]
fn prx_16_a_deleted_session_is_closed_and_stays_readable() {
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({}));
    service.advance("10m");
    service.call(DeleteProxySession, &of(&made));
    let closed = get(&service, &made);
    assert_eq!((&closed["Status"], &closed["EndedTimestamp"]), (&json!("Closed"), &json!("2020-09-13T12:36:40.000Z")));
    service.advance("10m");
    service.call(DeleteProxySession, &of(&made));
    assert_eq!(get(&service, &made), closed, "again: nothing");
    let nobody = json!({ "VoiceConnectorId": id, "ProxySessionId": NOBODY });
    assert_eq!(service.refused(DeleteProxySession, &nobody), "NotFound");
}

#[test]
fn prx_11_the_time_is_the_connectors_unless_said() {
    let service = Service::new();
    let id = connector(&service);
    put(&service, &id, &json!({ "DefaultSessionExpiryMinutes": 7 }));
    assert_eq!(session(&service, &id, &json!({}))["ExpiryMinutes"], 7);
    assert_eq!(session(&service, &id, &json!({ "ExpiryMinutes": 9 }))["ExpiryMinutes"], 9);
}
