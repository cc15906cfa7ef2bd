//! Origination: where the inbound calls of a connector go.

use chime_model::types::{
    DeleteVoiceConnectorOriginationRequest, GetVoiceConnectorOriginationRequest, GetVoiceConnectorOriginationResponse,
    Origination, OriginationRoute, OriginationRouteProtocol, PutVoiceConnectorOriginationRequest,
    PutVoiceConnectorOriginationResponse,
};

use super::row::{CONNECTORS, ConnectorRow};
use super::{emergency_calling, existing, put_before};
use crate::context::Context;
use crate::failure::Failure;

/// VC-41.
const MOST_ROUTES: usize = 20;
const DEFAULT_PORT: i64 = 5060;

/// PutVoiceConnectorOrigination. VC-40: replaces everything.
pub fn put(
    context: &Context<'_>,
    input: PutVoiceConnectorOriginationRequest,
) -> Result<PutVoiceConnectorOriginationResponse, Failure> {
    check(&input.origination)?;
    let mut connector = existing(context, &input.voice_connector_id)?;
    let disabled = input.origination.disabled.unwrap_or(false);
    if disabled {
        emergency_calling::refuse_loss(context, &connector, "Origination")?;
    }
    let routes = input.origination.routes.unwrap_or_default();
    let routes = routes.into_iter().map(|route| complete(&connector, route)).collect();
    let origination = Origination { routes: Some(routes), disabled: Some(disabled) };
    connector.origination = Some(origination.clone());
    CONNECTORS.put(context, &connector)?;
    Ok(PutVoiceConnectorOriginationResponse { origination: Some(origination) })
}

/// GetVoiceConnectorOrigination (VC-4).
pub fn get(
    context: &Context<'_>,
    input: GetVoiceConnectorOriginationRequest,
) -> Result<GetVoiceConnectorOriginationResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let origination = put_before(context, connector.origination, "origination")?;
    Ok(GetVoiceConnectorOriginationResponse { origination: Some(origination) })
}

/// DeleteVoiceConnectorOrigination (VC-43). Without origination there is nothing to do.
pub fn delete(context: &Context<'_>, input: DeleteVoiceConnectorOriginationRequest) -> Result<(), Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    emergency_calling::refuse_loss(context, &connector, "Origination")?;
    Ok(CONNECTORS.put(context, &ConnectorRow { origination: None, ..connector })?)
}

/// VC-40 to VC-42, as far as the schema does not hold them.
fn check(origination: &Origination) -> Result<(), Failure> {
    let Some(routes) = &origination.routes else {
        let neither = || Failure::bad_request("Give Routes or Disabled, or both.");
        return origination.disabled.map(drop).ok_or_else(neither);
    };
    if !(1..=MOST_ROUTES).contains(&routes.len()) {
        return Err(Failure::bad_request(format!("Routes must have 1 to {MOST_ROUTES} items.")));
    }
    if routes.iter().any(|route| route.host.as_ref().is_none_or(|host| host.trim().is_empty())) {
        return Err(Failure::bad_request("Each route needs a Host."));
    }
    Ok(())
}

/// VC-42: a route with what counts where nothing was said.
fn complete(connector: &ConnectorRow, route: OriginationRoute) -> OriginationRoute {
    let protocol = if connector.require_encryption {
        // VC-2.
        OriginationRouteProtocol::Tcp
    } else {
        OriginationRouteProtocol::Udp
    };
    OriginationRoute {
        host: route.host,
        port: route.port.or(Some(DEFAULT_PORT)),
        protocol: route.protocol.or(Some(protocol)),
        priority: route.priority.or(Some(1)),
        weight: route.weight.or(Some(1)),
    }
}
