//! Where the emergency calls of a connector go; it needs calls in both directions (VC-5).

use chime_model::types::{
    DNISEmergencyCallingConfiguration, DeleteVoiceConnectorEmergencyCallingConfigurationRequest,
    EmergencyCallingConfiguration, GetVoiceConnectorEmergencyCallingConfigurationRequest,
    GetVoiceConnectorEmergencyCallingConfigurationResponse, PutVoiceConnectorEmergencyCallingConfigurationRequest,
    PutVoiceConnectorEmergencyCallingConfigurationResponse,
};

use super::row::{CONNECTORS, ConnectorRow};
use super::{existing, put_before};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::phone_numbers::e164;

/// PutVoiceConnectorEmergencyCallingConfiguration (VC-80).
pub fn put(
    context: &Context<'_>,
    input: PutVoiceConnectorEmergencyCallingConfigurationRequest,
) -> Result<PutVoiceConnectorEmergencyCallingConfigurationResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    if !connector.takes_calls() || !connector.makes_calls() {
        return Err(context.in_the_way("Emergency calling needs origination and termination, both enabled."));
    }
    let numbers = input.emergency_calling_configuration.dnis.unwrap_or_default();
    let numbers = numbers.into_iter().map(|number| DNISEmergencyCallingConfiguration {
        emergency_phone_number: e164(&number.emergency_phone_number),
        test_phone_number: number.test_phone_number.map(|number| e164(&number)),
        calling_country: number.calling_country,
    });
    let configuration = EmergencyCallingConfiguration { dnis: Some(numbers.collect()) };
    CONNECTORS.put(context, &ConnectorRow { emergency_calling: Some(configuration.clone()), ..connector })?;
    Ok(PutVoiceConnectorEmergencyCallingConfigurationResponse { emergency_calling_configuration: Some(configuration) })
}

/// GetVoiceConnectorEmergencyCallingConfiguration (VC-4).
pub fn get(
    context: &Context<'_>,
    input: GetVoiceConnectorEmergencyCallingConfigurationRequest,
) -> Result<GetVoiceConnectorEmergencyCallingConfigurationResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let configuration = put_before(context, connector.emergency_calling, "emergency calling configuration")?;
    Ok(GetVoiceConnectorEmergencyCallingConfigurationResponse { emergency_calling_configuration: Some(configuration) })
}

/// DeleteVoiceConnectorEmergencyCallingConfiguration. VC-80: without one there is nothing to do.
pub fn delete(
    context: &Context<'_>,
    input: DeleteVoiceConnectorEmergencyCallingConfigurationRequest,
) -> Result<(), Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    Ok(CONNECTORS.put(context, &ConnectorRow { emergency_calling: None, ..connector })?)
}

/// VC-43, VC-53: what emergency calling needs can be neither deleted nor disabled (VC-81).
///
/// # Errors
/// BadRequest, since Conflict is not declared (VC-5).
pub fn refuse_loss(context: &Context<'_>, connector: &ConnectorRow, what: &str) -> Result<(), Failure> {
    if connector.emergency_calling.is_none() {
        return Ok(());
    }
    let message = format!("{what} is needed by emergency calling; delete the emergency calling configuration first.");
    Err(context.in_the_way(message))
}
