//! What a connector streams to Kinesis.

use chime_model::types::{
    DeleteVoiceConnectorStreamingConfigurationRequest, GetVoiceConnectorStreamingConfigurationRequest,
    GetVoiceConnectorStreamingConfigurationResponse, PutVoiceConnectorStreamingConfigurationRequest,
    PutVoiceConnectorStreamingConfigurationResponse, StreamingConfiguration,
};

use super::row::{CONNECTORS, ConnectorRow};
use super::{existing, put_before};
use crate::context::Context;
use crate::failure::Failure;

/// PutVoiceConnectorStreamingConfiguration (VC-71).
pub fn put(
    context: &Context<'_>,
    input: PutVoiceConnectorStreamingConfigurationRequest,
) -> Result<PutVoiceConnectorStreamingConfigurationResponse, Failure> {
    let wanted = input.streaming_configuration;
    let targets = wanted.streaming_notification_targets.as_deref().unwrap_or_default();
    if targets.iter().enumerate().any(|(index, target)| targets[..index].contains(target)) {
        return Err(Failure::bad_request("A notification target stands in the list twice."));
    }
    let connector = existing(context, &input.voice_connector_id)?;
    let streaming = StreamingConfiguration { disabled: wanted.disabled.or(Some(false)), ..wanted };
    CONNECTORS.put(context, &ConnectorRow { streaming: Some(streaming.clone()), ..connector })?;
    Ok(PutVoiceConnectorStreamingConfigurationResponse { streaming_configuration: Some(streaming) })
}

/// GetVoiceConnectorStreamingConfiguration (VC-4).
pub fn get(
    context: &Context<'_>,
    input: GetVoiceConnectorStreamingConfigurationRequest,
) -> Result<GetVoiceConnectorStreamingConfigurationResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let streaming = put_before(context, connector.streaming, "streaming configuration")?;
    Ok(GetVoiceConnectorStreamingConfigurationResponse { streaming_configuration: Some(streaming) })
}

/// DeleteVoiceConnectorStreamingConfiguration. VC-71: without one there is nothing to do.
pub fn delete(context: &Context<'_>, input: DeleteVoiceConnectorStreamingConfigurationRequest) -> Result<(), Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    Ok(CONNECTORS.put(context, &ConnectorRow { streaming: None, ..connector })?)
}
