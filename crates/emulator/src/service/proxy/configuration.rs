//! How a connector makes proxy sessions.

use chime_model::types::{
    DeleteVoiceConnectorProxyRequest, GetVoiceConnectorProxyRequest, GetVoiceConnectorProxyResponse, Proxy,
    PutVoiceConnectorProxyRequest, PutVoiceConnectorProxyResponse,
};

use super::life;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::phone_numbers::e164;
use crate::service::voice_connectors::row::{CONNECTORS, ConnectorRow};
use crate::service::voice_connectors::{existing, put_before};

/// PutVoiceConnectorProxy (PRX-1).
pub fn put(
    context: &Context<'_>,
    input: PutVoiceConnectorProxyRequest,
) -> Result<PutVoiceConnectorProxyResponse, Failure> {
    if input.default_session_expiry_minutes < 1 {
        return Err(Failure::bad_request("DefaultSessionExpiryMinutes must be at least 1."));
    }
    // The shape allows an empty text, for the sake of GeoMatchParams.
    if input.phone_number_pool_countries.iter().any(String::is_empty) {
        return Err(Failure::bad_request("PhoneNumberPoolCountries: each must be an ISO 3166-1 alpha-2 code."));
    }
    let connector = existing(context, &input.voice_connector_id)?;
    let proxy = Proxy {
        default_session_expiry_minutes: Some(input.default_session_expiry_minutes),
        disabled: Some(input.disabled.unwrap_or(false)),
        fall_back_phone_number: input.fall_back_phone_number.map(|number| e164(&number)),
        phone_number_countries: Some(input.phone_number_pool_countries),
    };
    CONNECTORS.put(context, &ConnectorRow { proxy: Some(proxy.clone()), ..connector })?;
    Ok(PutVoiceConnectorProxyResponse { proxy: Some(proxy) })
}

/// GetVoiceConnectorProxy (PRX-2, VC-4).
pub fn get(
    context: &Context<'_>,
    input: GetVoiceConnectorProxyRequest,
) -> Result<GetVoiceConnectorProxyResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let proxy = put_before(context, connector.proxy, "proxy configuration")?;
    Ok(GetVoiceConnectorProxyResponse { proxy: Some(proxy) })
}

/// DeleteVoiceConnectorProxy. PRX-2: closes the sessions that are open; without a configuration there is nothing to do.
pub fn delete(context: &Context<'_>, input: DeleteVoiceConnectorProxyRequest) -> Result<(), Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    life::close_all(context, &connector.voice_connector_id)?;
    Ok(CONNECTORS.put(context, &ConnectorRow { proxy: None, ..connector })?)
}
