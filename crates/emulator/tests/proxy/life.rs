//! From open to closed: PRX-4, PRX-13, PRX-15, with the hooks F-7.

use chime_model::Operation::{DeleteProxySession, UpdateProxySession};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service};
use crate::{ADA, changed, connector, get, hook, of, put, session, sessions};

fn status(service: &Service, session: &Value) -> (Value, Value) {
    let session = get(service, session);
    (session["Status"].clone(), session["EndedTimestamp"].clone())
}

fn open() -> (Value, Value) {
    (json!("Open"), Value::Null)
}

fn closed(at: &str) -> (Value, Value) {
    (json!("Closed"), json!(format!("2020-09-13T{at}.000Z")))
}

#[test]
fn prx_13_a_session_closes_in_its_time() {
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({ "ExpiryMinutes": 10 }));
    service.advance("599s");
    assert_eq!(status(&service, &made), open());
    // Late by a day: it ended when it was due.
    service.advance("1d");
    assert_eq!(status(&service, &made), closed("12:36:40"));
    assert_eq!(get(&service, &made)["UpdatedTimestamp"], "2020-09-13T12:36:40.000Z");
    assert_eq!(sessions(&service, &id, Some("Closed")).len(), 1);
}

#[test]
fn prx_15_a_change_starts_the_count_again() {
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({ "ExpiryMinutes": 10 }));
    service.advance("9m");
    service.call(UpdateProxySession, &changed(of(&made), &json!({ "Capabilities": ["SMS"] })));
    service.advance("9m");
    assert_eq!(status(&service, &made), open());
    let longer = json!({ "Capabilities": ["SMS"], "ExpiryMinutes": 30 });
    service.call(UpdateProxySession, &changed(of(&made), &longer));
    service.advance("29m");
    assert_eq!(status(&service, &made), open());
    service.advance("1m");
    assert_eq!(status(&service, &made), closed("13:14:40"));
}

#[test]
fn prx_13_a_time_beyond_all_clocks_is_no_failure() {
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({ "ExpiryMinutes": i64::MAX }));
    let short = session(&service, &id, &json!({ "ExpiryMinutes": 1 }));
    service.advance("3650d");
    assert_eq!(status(&service, &made), open());
    assert_eq!(status(&service, &short), closed("12:27:40"));
    service.call(DeleteProxySession, &of(&made));
}

#[test]
fn prx_13_a_session_is_in_progress_while_they_talk() {
    // F-7.
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({}));
    service.advance("1m");
    let answer = service.hook(&hook(&made, "start"), &json!({ "Capability": "SMS" }));
    assert_eq!(answer["ProxySession"]["Status"], "InProgress");
    assert_eq!(sessions(&service, &id, Some("InProgress")), [answer["ProxySession"].clone()]);
    assert_eq!(service.hook_refused(&hook(&made, "start"), &Value::Null).0, 409);
    let answer = service.hook(&hook(&made, "stop"), &Value::Null);
    assert_eq!(answer["ProxySession"], made, "calls are no changes");
    assert_eq!(service.hook_refused(&hook(&made, "stop"), &Value::Null).0, 409);
    // G-81.
    let used = service.events("ProxySessionUsed");
    let expected = json!({
        "VoiceConnectorId": id, "ProxySessionId": made["ProxySessionId"], "Capability": "SMS",
    });
    assert_eq!(used, [expected]);
}

#[test]
fn prx_13_a_call_is_not_cut() {
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({ "ExpiryMinutes": 10 }));
    service.advance("9m");
    service.hook(&hook(&made, "start"), &Value::Null);
    service.advance("5m");
    assert_eq!(status(&service, &made), (json!("InProgress"), Value::Null));
    service.hook(&hook(&made, "stop"), &Value::Null);
    assert_eq!(status(&service, &made), closed("12:40:40"));
}

#[test]
fn f_7_a_session_carries_its_capabilities_only() {
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({ "Capabilities": ["SMS"] }));
    assert_eq!(service.hook_refused(&hook(&made, "start"), &Value::Null).0, 400, "Voice when nothing is said");
    let mut nobody = made.clone();
    nobody["ProxySessionId"] = NOBODY.into();
    for what in ["start", "stop"] {
        assert_eq!(service.hook_refused(&hook(&nobody, what), &Value::Null).0, 404);
    }
}

#[test]
fn prx_4_the_fallback_number_takes_calls_after_the_session() {
    let service = Service::new();
    let id = connector(&service);
    let made = session(&service, &id, &json!({ "ExpiryMinutes": 10 }));
    service.advance("10m");
    assert_eq!(service.hook_refused(&hook(&made, "start"), &Value::Null).0, 409, "no fallback number");
    put(&service, &id, &json!({ "FallBackPhoneNumber": ADA }));
    let answer = service.hook(&hook(&made, "start"), &Value::Null);
    assert_eq!(answer["ProxySession"]["Status"], "Closed");
    let taken = service.events("ProxyFellBack");
    assert_eq!((taken.len(), &taken[0]["FallBackPhoneNumber"]), (1, &json!(ADA)));
    assert!(service.events("ProxySessionUsed").is_empty());
}
