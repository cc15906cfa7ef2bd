//! What an application logs: one switch (SMA-4).

use chime_model::types::{
    GetSipMediaApplicationLoggingConfigurationRequest, GetSipMediaApplicationLoggingConfigurationResponse,
    PutSipMediaApplicationLoggingConfigurationRequest, PutSipMediaApplicationLoggingConfigurationResponse,
    SipMediaApplicationLoggingConfiguration,
};

use super::existing;
use super::row::{APPLICATIONS, ApplicationRow};
use crate::context::Context;
use crate::failure::Failure;

/// PutSipMediaApplicationLoggingConfiguration. SMA-13: without a configuration nothing changes.
pub fn put(
    context: &Context<'_>,
    input: PutSipMediaApplicationLoggingConfigurationRequest,
) -> Result<PutSipMediaApplicationLoggingConfigurationResponse, Failure> {
    let mut application = existing(context, &input.sip_media_application_id)?;
    if let Some(wanted) = input.sip_media_application_logging_configuration {
        application.message_logs = wanted.enable_sip_media_application_message_logs.unwrap_or(false);
        APPLICATIONS.put(context, &application)?;
    }
    let configuration = Some(shown(&application));
    Ok(PutSipMediaApplicationLoggingConfigurationResponse {
        sip_media_application_logging_configuration: configuration,
    })
}

/// GetSipMediaApplicationLoggingConfiguration.
pub fn get(
    context: &Context<'_>,
    input: GetSipMediaApplicationLoggingConfigurationRequest,
) -> Result<GetSipMediaApplicationLoggingConfigurationResponse, Failure> {
    let configuration = Some(shown(&existing(context, &input.sip_media_application_id)?));
    Ok(GetSipMediaApplicationLoggingConfigurationResponse {
        sip_media_application_logging_configuration: configuration,
    })
}

fn shown(application: &ApplicationRow) -> SipMediaApplicationLoggingConfiguration {
    SipMediaApplicationLoggingConfiguration {
        enable_sip_media_application_message_logs: Some(application.message_logs),
    }
}
