//! Buckets for call detail records.

use chime_model::types::{
    BusinessCallingSettings, GetGlobalSettingsResponse, UpdateGlobalSettingsRequest, VoiceConnectorSettings,
};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Key, Table};

/// The S3 buckets of an AWS account; none is no logging.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct GlobalSettingsRow {
    aws_account_id: String,
    business_calling_bucket: Option<String>,
    voice_connector_bucket: Option<String>,
}

static GLOBAL_SETTINGS: Table<GlobalSettingsRow> =
    Table { name: "global-settings", key: |row| Key::of([&row.aws_account_id]), indexes: &[] };

/// GLB-1: both objects are always there, with a bucket or without.
///
/// # Errors
/// The store's.
pub fn get_global_settings(context: &Context<'_>, (): ()) -> Result<GetGlobalSettingsResponse, Failure> {
    let row = settings(context)?;
    Ok(GetGlobalSettingsResponse {
        business_calling: Some(BusinessCallingSettings { cdr_bucket: row.business_calling_bucket }),
        voice_connector: Some(VoiceConnectorSettings { cdr_bucket: row.voice_connector_bucket }),
    })
}

/// GLB-2: an object left out stays as it was; one without a bucket switches logging off.
///
/// # Errors
/// The store's.
pub fn update_global_settings(context: &Context<'_>, input: UpdateGlobalSettingsRequest) -> Result<(), Failure> {
    let mut row = settings(context)?;
    if let Some(business_calling) = input.business_calling {
        row.business_calling_bucket = business_calling.cdr_bucket;
    }
    if let Some(voice_connector) = input.voice_connector {
        row.voice_connector_bucket = voice_connector.cdr_bucket;
    }
    Ok(GLOBAL_SETTINGS.put(context, &row)?)
}

fn settings(context: &Context<'_>) -> Result<GlobalSettingsRow, Failure> {
    let aws_account_id = &context.principal().account_id;
    let row = GLOBAL_SETTINGS.get(context, &Key::of([aws_account_id]))?;
    Ok(row.unwrap_or_else(|| GlobalSettingsRow { aws_account_id: aws_account_id.clone(), ..Default::default() }))
}
