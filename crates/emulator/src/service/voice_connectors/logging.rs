//! What a connector logs.

use chime_model::types::{
    GetVoiceConnectorLoggingConfigurationRequest, GetVoiceConnectorLoggingConfigurationResponse, LoggingConfiguration,
    PutVoiceConnectorLoggingConfigurationRequest, PutVoiceConnectorLoggingConfigurationResponse,
};

use super::existing;
use super::row::CONNECTORS;
use crate::context::Context;
use crate::failure::Failure;

/// PutVoiceConnectorLoggingConfiguration. VC-70: replaces it; what is left out is off.
pub fn put(
    context: &Context<'_>,
    input: PutVoiceConnectorLoggingConfigurationRequest,
) -> Result<PutVoiceConnectorLoggingConfigurationResponse, Failure> {
    let mut connector = existing(context, &input.voice_connector_id)?;
    let wanted = input.logging_configuration;
    connector.logging = LoggingConfiguration {
        enable_sip_logs: wanted.enable_sip_logs.or(Some(false)),
        enable_media_metric_logs: wanted.enable_media_metric_logs.or(Some(false)),
    };
    CONNECTORS.put(context, &connector)?;
    Ok(PutVoiceConnectorLoggingConfigurationResponse { logging_configuration: Some(connector.logging) })
}

/// GetVoiceConnectorLoggingConfiguration (VC-4, VC-70).
pub fn get(
    context: &Context<'_>,
    input: GetVoiceConnectorLoggingConfigurationRequest,
) -> Result<GetVoiceConnectorLoggingConfigurationResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    Ok(GetVoiceConnectorLoggingConfigurationResponse { logging_configuration: Some(connector.logging) })
}
