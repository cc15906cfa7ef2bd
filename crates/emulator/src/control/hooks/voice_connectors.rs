//! What SIP hosts and the people behind a proxy number do (F-6, F-7).

use std::net::IpAddr;

use chime_model::Timestamp;
use chime_model::types::{Capability, GetVoiceConnectorTerminationHealthResponse, ProxySession};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Request;
use crate::Emulator;
use crate::failure::Failure;
use crate::service::proxy::life;
use crate::service::voice_connectors::health;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Ping {
    source: IpAddr,
    /// Now when absent.
    timestamp: Option<Timestamp>,
}

pub(super) fn ping(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let Ping { source, timestamp } = request.json()?;
    emulator.hook(|context| {
        let health = health::ping(context, request.label("VoiceConnectorId"), source, timestamp)?;
        Ok(json!(GetVoiceConnectorTerminationHealthResponse { termination_health: Some(health) }))
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Use {
    #[serde(default = "voice")]
    capability: Capability,
}

fn voice() -> Capability {
    Capability::Voice
}

pub(super) fn start_session(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let Use { capability } = request.json()?;
    let (connector, session) = (request.label("VoiceConnectorId"), request.label("ProxySessionId"));
    emulator.hook(|context| {
        let session = life::start(context, connector, session, capability)?;
        Ok(json!({ "ProxySession": ProxySession::from(session) }))
    })
}

pub(super) fn stop_session(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let (connector, session) = (request.label("VoiceConnectorId"), request.label("ProxySessionId"));
    emulator.hook(|context| {
        let session = life::stop(context, connector, session)?;
        Ok(json!({ "ProxySession": ProxySession::from(session) }))
    })
}
