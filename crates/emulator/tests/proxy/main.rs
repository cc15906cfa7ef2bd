//! Proxy configuration and proxy sessions: PRX-1 to PRX-16.

mod configuration;
#[path = "../harness/mod.rs"]
mod harness;
mod life;
mod numbers;
mod sessions;
#[path = "../support/mod.rs"]
mod support;

use chime_model::Operation::{
    CreateProxySession, CreateVoiceConnector, GetProxySession, ListProxySessions, PutVoiceConnectorProxy,
};
use harness::{Service, list, text};
use serde_json::{Value, json};

const ADA: &str = "+12065550100";
const BOB: &str = "+14015550101";

/// Makes a connector that can proxy with US numbers for an hour; the id.
fn connector(service: &Service) -> String {
    let id = bare(service);
    put(service, &id, &json!({}));
    id
}

/// Makes a connector without a proxy configuration; the id.
fn bare(service: &Service) -> String {
    let made = service.call(CreateVoiceConnector, &json!({ "Name": "Office", "RequireEncryption": false }));
    text(&made["VoiceConnector"]["VoiceConnectorId"])
}

/// Puts a proxy configuration for an hour and the US, with changes.
fn put(service: &Service, connector: &str, changes: &Value) -> Value {
    let base = json!({
        "VoiceConnectorId": connector, "DefaultSessionExpiryMinutes": 60, "PhoneNumberPoolCountries": ["US"],
    });
    service.call(PutVoiceConnectorProxy, &changed(base, changes))["Proxy"].clone()
}

/// The input of CreateProxySession for Ada and Bob, with changes.
fn wanted(connector: &str, changes: &Value) -> Value {
    let base = json!({
        "VoiceConnectorId": connector, "ParticipantPhoneNumbers": [ADA, BOB], "Capabilities": ["Voice", "SMS"],
    });
    changed(base, changes)
}

fn changed(mut base: Value, changes: &Value) -> Value {
    for (name, value) in changes.as_object().expect("an object") {
        base[name] = value.clone();
    }
    base
}

fn session(service: &Service, connector: &str, changes: &Value) -> Value {
    service.call(CreateProxySession, &wanted(connector, changes))["ProxySession"].clone()
}

/// The input that names a session.
fn of(session: &Value) -> Value {
    json!({ "VoiceConnectorId": session["VoiceConnectorId"], "ProxySessionId": session["ProxySessionId"] })
}

fn get(service: &Service, session: &Value) -> Value {
    service.call(GetProxySession, &of(session))["ProxySession"].clone()
}

fn sessions(service: &Service, connector: &str, status: Option<&str>) -> Vec<Value> {
    let filter = json!({ "VoiceConnectorId": connector, "Status": status });
    list(&service.call(ListProxySessions, &filter)["ProxySessions"])
}

/// The hook that starts or stops a call.
fn hook(session: &Value, what: &str) -> String {
    let (connector, id) = (text(&session["VoiceConnectorId"]), text(&session["ProxySessionId"]));
    format!("voice-connectors/{connector}/proxy-sessions/{id}/{what}")
}
