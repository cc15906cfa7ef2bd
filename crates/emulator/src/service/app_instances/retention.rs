//! How long an app instance keeps the messages of its channels, and the purge that keeps to it.

use chime_model::Timestamp;
use chime_model::types::{
    AppInstanceRetentionSettings, ChannelRetentionSettings, GetAppInstanceRetentionSettingsRequest,
    GetAppInstanceRetentionSettingsResponse, PutAppInstanceRetentionSettingsRequest,
    PutAppInstanceRetentionSettingsResponse,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::row::instance;
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::messages::{self, Purged};
use crate::store::{Key, Table};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// APP-20: how long people can still change their minds.
const GRACE_MS: i64 = 30 * DAY_MS;

/// Settings that were put; without days, messages are kept for ever.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RetentionRow {
    app_instance_id: String,
    days: Option<i64>,
    /// When deletion begins; none when it is off.
    initiate_deletion: Option<Timestamp>,
}

static RETENTION: Table<RetentionRow> =
    Table { name: "app-instance-retention", key: |row| Key::of([&row.app_instance_id]), indexes: &[] };

/// APP-20: an object without RetentionDays switches deletion off; without the object nothing changes.
///
/// # Errors
/// NotFound (APP-24).
pub fn put_app_instance_retention_settings(
    context: &Context<'_>,
    input: PutAppInstanceRetentionSettingsRequest,
) -> Result<PutAppInstanceRetentionSettingsResponse, Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    if let Some(wanted) = input.app_instance_retention_settings.channel_retention_settings {
        let days = wanted.retention_days;
        let initiate_deletion = days.map(|_| Timestamp(context.now().0 + GRACE_MS));
        let row = RetentionRow { app_instance_id: instance.app_instance_id.clone(), days, initiate_deletion };
        RETENTION.put(context, &row)?;
        plan_purge(context, &instance.app_instance_id)?;
    }
    let (settings, initiate_deletion_timestamp) = shown(context, &instance.app_instance_id)?;
    Ok(PutAppInstanceRetentionSettingsResponse {
        app_instance_retention_settings: Some(settings),
        initiate_deletion_timestamp,
    })
}

/// APP-21: empty until something is set; the timestamp is when items are deleted, whatever one page says.
///
/// # Errors
/// NotFound (APP-24).
pub fn get_app_instance_retention_settings(
    context: &Context<'_>,
    input: GetAppInstanceRetentionSettingsRequest,
) -> Result<GetAppInstanceRetentionSettingsResponse, Failure> {
    let instance = instance(context, &input.app_instance_arn)?;
    let (settings, initiate_deletion_timestamp) = shown(context, &instance.app_instance_id)?;
    Ok(GetAppInstanceRetentionSettingsResponse {
        app_instance_retention_settings: Some(settings),
        initiate_deletion_timestamp,
    })
}

/// APP-20: deletes what is older than the period, and comes back when the next message will be.
///
/// # Errors
/// The store's.
pub fn purge_messages(context: &Context<'_>, app_instance_id: &str) -> Result<(), Failure> {
    let row = RETENTION.get(context, &Key::of([app_instance_id]))?;
    // The settings may have changed since this was planned, or the app instance be deleted.
    let Some(RetentionRow { days: Some(days), initiate_deletion: Some(begins), .. }) = row else { return Ok(()) };
    if context.now() < begins {
        return Ok(());
    }
    let until = Timestamp(context.now().0 - days * DAY_MS);
    let Purged { count, more } = messages::purge_until(context, app_instance_id, until)?;
    if count > 0 {
        context.event("ChannelMessagesPurged", json!({ "AppInstanceId": app_instance_id, "Count": count }))?;
    }
    if more {
        let again = Action::ChannelMessagesAge { app_instance_id: app_instance_id.to_owned() };
        return Ok(context.schedule(Timestamp(context.now().0 + 1000), &again)?);
    }
    plan_purge(context, app_instance_id)
}

/// Has the purge run when the oldest message reaches its period, though not before deletion begins.
///
/// # Errors
/// The store's.
pub fn plan_purge(context: &Context<'_>, app_instance_id: &str) -> Result<(), Failure> {
    let row = RETENTION.get(context, &Key::of([app_instance_id]))?;
    let Some(RetentionRow { days: Some(days), initiate_deletion: Some(begins), .. }) = row else { return Ok(()) };
    let Some(oldest) = messages::oldest(context, app_instance_id)? else { return Ok(()) };
    let at = begins.max(Timestamp(oldest.0 + days * DAY_MS));
    Ok(context.schedule(at, &Action::ChannelMessagesAge { app_instance_id: app_instance_id.to_owned() })?)
}

pub(super) fn forget(context: &Context<'_>, app_instance_id: &str) -> Result<(), Failure> {
    RETENTION.delete(context, &Key::of([app_instance_id]))?;
    Ok(())
}

fn shown(
    context: &Context<'_>,
    app_instance_id: &str,
) -> Result<(AppInstanceRetentionSettings, Option<Timestamp>), Failure> {
    let row = RETENTION.get(context, &Key::of([app_instance_id]))?;
    let begins = row.as_ref().and_then(|row| row.initiate_deletion);
    let channels = row.map(|row| ChannelRetentionSettings { retention_days: row.days });
    Ok((AppInstanceRetentionSettings { channel_retention_settings: channels }, begins))
}
