//! Calls in and out: VC-2, VC-4, VC-40 to VC-42, VC-50 to VC-54, VC-60 to VC-63.

use chime_model::Operation::{
    CreateVoiceConnector, DeleteVoiceConnectorOrigination, DeleteVoiceConnectorTermination,
    DeleteVoiceConnectorTerminationCredentials, GetVoiceConnectorOrigination, GetVoiceConnectorTermination,
    GetVoiceConnectorTerminationHealth, ListVoiceConnectorTerminationCredentials, PutVoiceConnectorOrigination,
    PutVoiceConnectorTermination, PutVoiceConnectorTerminationCredentials,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, text};
use crate::{both_ways, connector, of, with};

fn put_origination(service: &Service, connector: &str, origination: &Value) -> Value {
    service.call(PutVoiceConnectorOrigination, &with(connector, "Origination", origination))["Origination"].clone()
}

fn put_credentials(service: &Service, connector: &str, credentials: &Value) {
    service.call(PutVoiceConnectorTerminationCredentials, &with(connector, "Credentials", credentials));
}

fn usernames(service: &Service, connector: &str) -> Value {
    service.call(ListVoiceConnectorTerminationCredentials, &of(connector))["Usernames"].clone()
}

#[test]
fn vc_40_vc_42_routes_come_back_complete() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let full = json!({ "Host": "10.24.34.0", "Port": 1234, "Protocol": "TCP", "Priority": 2, "Weight": 5 });
    let origination = put_origination(&service, &id, &json!({ "Routes": [full, { "Host": "sip.example.com" }] }));
    let plain = json!({ "Host": "sip.example.com", "Port": 5060, "Protocol": "UDP", "Priority": 1, "Weight": 1 });
    assert_eq!(origination, json!({ "Routes": [full, plain], "Disabled": false }));
    assert_eq!(service.call(GetVoiceConnectorOrigination, &of(&id))["Origination"], origination);
    // Replaced as a whole.
    let origination = put_origination(&service, &id, &json!({ "Disabled": true }));
    assert_eq!(origination, json!({ "Routes": [], "Disabled": true }));
    assert_eq!(service.call(GetVoiceConnectorOrigination, &of(&id))["Origination"], origination);
}

#[test]
fn vc_2_with_encryption_routes_are_tcp_unless_said() {
    let service = Service::new();
    let made = service.call(CreateVoiceConnector, &json!({ "Name": "Office", "RequireEncryption": true }));
    let id = text(&made["VoiceConnector"]["VoiceConnectorId"]);
    let routes = json!({ "Routes": [{ "Host": "a.example" }, { "Host": "b.example", "Protocol": "UDP" }] });
    let origination = put_origination(&service, &id, &routes);
    let protocols = [&origination["Routes"][0]["Protocol"], &origination["Routes"][1]["Protocol"]];
    assert_eq!(protocols, ["TCP", "UDP"]);
}

#[test]
fn vc_40_vc_41_vc_42_origination_has_limits() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let routes = |count| vec![json!({ "Host": "sip.example.com" }); count];
    let route = |member: &str, value: Value| json!({ "Routes": [{ "Host": "sip.example.com", member: value }] });
    for wrong in [
        json!({}),
        json!({ "Routes": [] }),
        json!({ "Routes": routes(21) }),
        json!({ "Routes": [{}] }),
        json!({ "Routes": [{ "Port": 5060 }] }),
        json!({ "Routes": [{ "Host": " " }] }),
        route("Port", json!(65_536)),
        route("Port", json!(-1)),
        route("Priority", json!(0)),
        route("Priority", json!(101)),
        route("Weight", json!(0)),
        route("Weight", json!(101)),
        route("Protocol", json!("TLS")),
    ] {
        let input = with(&id, "Origination", &wrong);
        assert_eq!(service.refused(PutVoiceConnectorOrigination, &input), "BadRequest", "{wrong}");
    }
    assert_eq!(service.refused(GetVoiceConnectorOrigination, &of(&id)), "NotFound");
    put_origination(&service, &id, &json!({ "Routes": routes(20) }));
    for (member, value) in [("Port", 0), ("Port", 65_535), ("Priority", 100), ("Weight", 100)] {
        put_origination(&service, &id, &route(member, json!(value)));
    }
}

#[test]
fn vc_50_vc_51_termination_needs_regions_and_networks() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let put = |termination: &Value| with(&id, "Termination", termination);
    let wanted = json!({ "CallingRegions": ["US", "CA"], "CidrAllowedList": ["10.24.34.0/23"] });
    let stored = service.call(PutVoiceConnectorTermination, &put(&wanted))["Termination"].clone();
    let expected = json!({
        "CallingRegions": ["US", "CA"], "CidrAllowedList": ["10.24.34.0/23"], "CpsLimit": 1,
        "DefaultPhoneNumber": null, "Disabled": false,
    });
    assert_eq!(stored, expected);
    let full = json!({
        "CallingRegions": ["GB"], "CidrAllowedList": ["203.0.113.7/32"], "CpsLimit": 7,
        "DefaultPhoneNumber": "+12065550100", "Disabled": true,
    });
    assert_eq!(service.call(PutVoiceConnectorTermination, &put(&full))["Termination"], full);
    assert_eq!(service.call(GetVoiceConnectorTermination, &of(&id))["Termination"], full);
    for wrong in [
        json!({}),
        json!({ "CallingRegions": ["US"] }),
        json!({ "CidrAllowedList": ["10.24.34.0/23"] }),
        json!({ "CallingRegions": ["USA"], "CidrAllowedList": ["10.24.34.0/23"] }),
        json!({ "CallingRegions": ["us"], "CidrAllowedList": ["10.24.34.0/23"] }),
        json!({ "CallingRegions": ["US"], "CidrAllowedList": ["10.24.34.0/23"], "CpsLimit": 0 }),
        json!({ "CallingRegions": ["US"], "CidrAllowedList": ["10.24.34.0/23"], "DefaultPhoneNumber": "reception" }),
    ] {
        assert_eq!(service.refused(PutVoiceConnectorTermination, &put(&wrong)), "BadRequest", "{wrong}");
    }
}

#[test]
fn vc_52_every_ipv4_block_is_a_network() {
    let service = Service::new();
    let id = connector(&service, "Office");
    let put = |block: &str| {
        with(&id, "Termination", &json!({ "CallingRegions": ["US"], "CidrAllowedList": ["10.0.0.0/8", block] }))
    };
    for block in ["0.0.0.0/0", "10.24.34.0/23", "198.51.100.64/27", "203.0.113.7/32"] {
        service.call(PutVoiceConnectorTermination, &put(block));
    }
    for block in ["10.24.34.0", "10.24.34.0/33", "10.24.34/23", "10.24.34.256/23", "2001:db8::/32", "office", ""] {
        assert_eq!(service.refused(PutVoiceConnectorTermination, &put(block)), "BadRequest", "{block}");
    }
}

#[test]
fn vc_4_what_was_never_put_is_not_found() {
    let service = Service::new();
    let id = connector(&service, "Office");
    for operation in [GetVoiceConnectorOrigination, GetVoiceConnectorTermination, GetVoiceConnectorTerminationHealth] {
        assert_eq!(service.refused(operation, &of(&id)), "NotFound", "{operation}");
        assert_eq!(service.refused(operation, &of(NOBODY)), "NotFound", "{operation}");
    }
    assert_eq!(usernames(&service, &id), json!([]));
    // Nothing to delete is no failure.
    service.call(DeleteVoiceConnectorOrigination, &of(&id));
    service.call(DeleteVoiceConnectorTermination, &of(&id));
}

#[test]
fn vc_53_credentials_and_health_go_with_termination() {
    let service = Service::new();
    let id = connector(&service, "Office");
    both_ways(&service, &id);
    put_credentials(&service, &id, &json!([{ "Username": "pbx", "Password": "secret" }]));
    service.hook(&format!("voice-connectors/{id}/ping"), &json!({ "Source": "203.0.113.7" }));
    service.call(DeleteVoiceConnectorTermination, &of(&id));
    assert_eq!(usernames(&service, &id), json!([]));
    for operation in [GetVoiceConnectorTermination, GetVoiceConnectorTerminationHealth] {
        assert_eq!(service.refused(operation, &of(&id)), "NotFound", "{operation}");
    }
    service.call(DeleteVoiceConnectorOrigination, &of(&id));
    assert_eq!(service.refused(GetVoiceConnectorOrigination, &of(&id)), "NotFound");
}

#[test]
fn vc_54_health_is_the_last_ping() {
    // F-6, G-23.
    let service = Service::new();
    let id = connector(&service, "Office");
    let path = format!("voice-connectors/{id}/ping");
    service.hook(&path, &json!({ "Source": "203.0.113.7", "Timestamp": "2020-09-13T12:00:00Z" }));
    let health = || service.call(GetVoiceConnectorTerminationHealth, &of(&id))["TerminationHealth"].clone();
    assert_eq!(health(), json!({ "Source": "203.0.113.7", "Timestamp": "2020-09-13T12:00:00.000Z" }));
    let answer = service.hook(&path, &json!({ "Source": "203.0.113.8" }));
    assert_eq!(health(), json!({ "Source": "203.0.113.8", "Timestamp": "2020-09-13T12:26:40.000Z" }));
    assert_eq!(answer["TerminationHealth"], health());
    assert_eq!(service.hook_refused(&path, &json!({ "Source": "office" })).0, 400);
    let nowhere = format!("voice-connectors/{NOBODY}/ping");
    assert_eq!(service.hook_refused(&nowhere, &json!({ "Source": "203.0.113.7" })).0, 404);
}

#[test]
fn vc_60_vc_61_names_are_listed_and_passwords_never() {
    let service = Service::new();
    let id = connector(&service, "Office");
    put_credentials(&service, &id, &json!([{ "Username": "pbx", "Password": "secret one" }]));
    let more = json!([
        { "Username": "branch", "Password": "secret two" },
        { "Username": "pbx", "Password": "secret three" },
    ]);
    put_credentials(&service, &id, &more);
    assert_eq!(usernames(&service, &id), json!(["pbx", "branch"]));
    put_credentials(&service, &id, &json!([]));
    service.call(PutVoiceConnectorTerminationCredentials, &of(&id));
    assert_eq!(usernames(&service, &id), json!(["pbx", "branch"]));
    let rows = service.machine.done("GET", "/_emulator/snapshot", &Value::Null).to_string();
    assert!(!rows.contains("secret"), "passwords are not kept either");
}

#[test]
fn vc_62_unknown_names_are_ignored() {
    let service = Service::new();
    let id = connector(&service, "Office");
    put_credentials(&service, &id, &json!([{ "Username": "pbx", "Password": "secret" }]));
    let delete = |names: Value| with(&id, "Usernames", &names);
    service.call(DeleteVoiceConnectorTerminationCredentials, &delete(json!(["nobody"])));
    assert_eq!(usernames(&service, &id), json!(["pbx"]));
    service.call(DeleteVoiceConnectorTerminationCredentials, &delete(json!(["pbx", "pbx"])));
    assert_eq!(usernames(&service, &id), json!([]));
    assert_eq!(service.refused(DeleteVoiceConnectorTerminationCredentials, &of(&id)), "BadRequest");
}

#[test]
fn vc_63_credentials_are_ascii_pairs() {
    let service = Service::new();
    let id = connector(&service, "Office");
    for wrong in [
        json!({ "Username": "müller", "Password": "secret" }),
        json!({ "Username": "pbx", "Password": "geheim§" }),
        json!({ "Username": "pbx" }),
        json!({ "Password": "secret" }),
        json!({ "Username": "", "Password": "secret" }),
    ] {
        let input = with(&id, "Credentials", &json!([{ "Username": "ok", "Password": "ok" }, wrong]));
        assert_eq!(service.refused(PutVoiceConnectorTerminationCredentials, &input), "BadRequest", "{wrong}");
    }
    assert_eq!(usernames(&service, &id), json!([]));
}
