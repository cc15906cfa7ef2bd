//! Termination health: whether a customer's SIP host is heard of.

use std::net::IpAddr;

use chime_model::Timestamp;
use chime_model::types::{
    GetVoiceConnectorTerminationHealthRequest, GetVoiceConnectorTerminationHealthResponse, TerminationHealth,
};

use super::row::{CONNECTORS, ConnectorRow};
use super::{existing, put_before};
use crate::context::Context;
use crate::failure::Failure;

/// GetVoiceConnectorTerminationHealth. VC-54: the last SIP OPTIONS ping, once there was one.
pub fn get(
    context: &Context<'_>,
    input: GetVoiceConnectorTerminationHealthRequest,
) -> Result<GetVoiceConnectorTerminationHealthResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let health = put_before(context, connector.termination_health, "termination health")?;
    Ok(GetVoiceConnectorTerminationHealthResponse { termination_health: Some(health) })
}

/// F-6: a SIP OPTIONS ping arrives.
///
/// # Errors
/// NotFound for the connector.
pub fn ping(
    context: &Context<'_>,
    voice_connector_id: &str,
    source: IpAddr,
    at: Option<Timestamp>,
) -> Result<TerminationHealth, Failure> {
    let connector = existing(context, voice_connector_id)?;
    let health = TerminationHealth { timestamp: Some(at.unwrap_or(context.now())), source: Some(source.to_string()) };
    CONNECTORS.put(context, &ConnectorRow { termination_health: Some(health.clone()), ..connector })?;
    Ok(health)
}
