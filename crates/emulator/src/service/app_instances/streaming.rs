//! Where an app instance streams what happens in it. Nothing is sent; what would be is recorded (G-81).

use chime_model::types::{
    AppInstanceDataType, AppInstanceStreamingConfiguration, DeleteAppInstanceStreamingConfigurationsRequest,
    GetAppInstanceStreamingConfigurationsRequest, GetAppInstanceStreamingConfigurationsResponse,
    PutAppInstanceStreamingConfigurationsRequest, PutAppInstanceStreamingConfigurationsResponse,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::row::instance;
use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Key, Table};

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct StreamingRow {
    app_instance_id: String,
    configurations: Vec<AppInstanceStreamingConfiguration>,
}

static STREAMING: Table<StreamingRow> =
    Table { name: "app-instance-streaming", key: |row| Key::of([&row.app_instance_id]), indexes: &[] };

/// APP-22: replaces all; one for each data type.
///
/// # Errors
/// BadRequest for a data type that is there twice; NotFound (APP-24).
pub fn put_app_instance_streaming_configurations(
    context: &Context<'_>,
    input: PutAppInstanceStreamingConfigurationsRequest,
) -> Result<PutAppInstanceStreamingConfigurationsResponse, Failure> {
    let configurations = input.app_instance_streaming_configurations;
    if let [one, other] = configurations.as_slice()
        && one.app_instance_data_type == other.app_instance_data_type
    {
        return Err(Failure::bad_request("Each AppInstanceDataType can be streamed to one resource."));
    }
    let instance = instance(context, &input.app_instance_arn)?;
    let row = StreamingRow { app_instance_id: instance.app_instance_id, configurations: configurations.clone() };
    STREAMING.put(context, &row)?;
    Ok(PutAppInstanceStreamingConfigurationsResponse { app_instance_streaming_configurations: Some(configurations) })
}

/// APP-23.
///
/// # Errors
/// NotFound, also when nothing is set.
pub fn get_app_instance_streaming_configurations(
    context: &Context<'_>,
    input: GetAppInstanceStreamingConfigurationsRequest,
) -> Result<GetAppInstanceStreamingConfigurationsResponse, Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    let row = STREAMING.get(context, &Key::of([&instance.app_instance_id]))?;
    let row = row.ok_or_else(|| context.absent("streaming configuration of the app instance"))?;
    Ok(GetAppInstanceStreamingConfigurationsResponse {
        app_instance_streaming_configurations: Some(row.configurations),
    })
}

/// APP-23: also when nothing is set.
///
/// # Errors
/// NotFound for the app instance (APP-24).
pub fn delete_app_instance_streaming_configurations(
    context: &Context<'_>,
    input: DeleteAppInstanceStreamingConfigurationsRequest,
) -> Result<(), Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    forget(context, &instance.app_instance_id)
}

/// Records what would be streamed of a change, where that is set up.
///
/// # Errors
/// The store's.
pub fn stream(
    context: &Context<'_>,
    app_instance_id: &str,
    data_type: AppInstanceDataType,
    (change, mut detail): (&str, Value),
) -> Result<(), Failure> {
    let row = STREAMING.get(context, &Key::of([app_instance_id]))?;
    let mut configurations = row.into_iter().flat_map(|row| row.configurations);
    if let Some(target) = configurations.find(|it| it.app_instance_data_type == data_type) {
        detail["Change"] = json!(change);
        detail["ResourceArn"] = json!(target.resource_arn);
        context.event("RecordStreamed", detail)?;
    }
    Ok(())
}

pub(super) fn forget(context: &Context<'_>, app_instance_id: &str) -> Result<(), Failure> {
    STREAMING.delete(context, &Key::of([app_instance_id]))?;
    Ok(())
}
