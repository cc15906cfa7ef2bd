//! The two retention periods of an account, and the purge that keeps them.

use chime_model::Timestamp;
use chime_model::types::{
    ConversationRetentionSettings, GetRetentionSettingsRequest, GetRetentionSettingsResponse,
    PutRetentionSettingsRequest, RetentionSettings, RoomRetentionSettings,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::messages::{Place, oldest, purge_until};
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::accounts::gate::changeable;
use crate::store::{Key, Table};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// RET-3: how long people can still change their minds.
const GRACE_MS: i64 = 30 * DAY_MS;

/// How long an account keeps messages; without a period, for ever (RET-1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RetentionRow {
    account_id: String,
    room_days: Option<i64>,
    conversation_days: Option<i64>,
    /// RET-3: when deletion begins; none when both periods are off.
    initiate_deletion: Option<Timestamp>,
}

static RETENTION: Table<RetentionRow> =
    Table { name: "retention-settings", key: |row| Key::of([&row.account_id]), indexes: &[] };

impl RetentionRow {
    fn period_ms(&self, place: Place) -> Option<i64> {
        let days = match place {
            Place::Room => self.room_days,
            Place::Conversation => self.conversation_days,
        };
        days.map(|days| days * DAY_MS)
    }
}

/// RET-2: an object without RetentionDays switches its period off; one that is left out stays as it was. G-9: the answer has no
/// body, callers read back.
///
/// # Errors
/// NotFound, Forbidden for the account.
pub fn put_retention_settings(context: &Context<'_>, input: PutRetentionSettingsRequest) -> Result<(), Failure> {
    changeable(context, &input.account_id)?;
    let mut row = settings(context, &input.account_id)?;
    let RetentionSettings { room_retention_settings: room, conversation_retention_settings: conversation } =
        input.retention_settings;
    if room.is_some() || conversation.is_some() {
        row.room_days = room.map_or(row.room_days, |room| room.retention_days);
        row.conversation_days = conversation.map_or(row.conversation_days, |it| it.retention_days);
        let on = row.room_days.or(row.conversation_days).is_some();
        row.initiate_deletion = on.then(|| Timestamp(context.now().0 + GRACE_MS));
        RETENTION.put(context, &row)?;
        plan_purge(context, &row.account_id)?;
    }
    Ok(())
}

/// RET-4: two empty objects until something is set.
///
/// # Errors
/// NotFound, Forbidden for the account.
pub fn get_retention_settings(
    context: &Context<'_>,
    input: GetRetentionSettingsRequest,
) -> Result<GetRetentionSettingsResponse, Failure> {
    changeable(context, &input.account_id)?;
    let row = settings(context, &input.account_id)?;
    Ok(GetRetentionSettingsResponse {
        initiate_deletion_timestamp: row.initiate_deletion,
        retention_settings: Some(shown(&row)),
    })
}

/// RET-6: deletes what is older than its period, and comes back when the next message will be.
///
/// # Errors
/// The store's.
pub fn purge(context: &Context<'_>, account_id: &str) -> Result<(), Failure> {
    let row = settings(context, account_id)?;
    // The settings may have changed since this was planned.
    if row.initiate_deletion.is_none_or(|begins| context.now() < begins) {
        return Ok(());
    }
    for place in Place::ALL {
        let Some(period) = row.period_ms(place) else { continue };
        let deleted = purge_until(context, account_id, place, Timestamp(context.now().0 - period))?;
        if deleted > 0 {
            context.event("MessagesPurged", json!({ "AccountId": account_id, "Place": place, "Count": deleted }))?;
        }
    }
    plan_purge(context, account_id)
}

/// Has the purge run when the oldest message reaches its period, though not before deletion begins.
pub(super) fn plan_purge(context: &Context<'_>, account_id: &str) -> Result<(), Failure> {
    let row = settings(context, account_id)?;
    let Some(begins) = row.initiate_deletion else { return Ok(()) };
    for place in Place::ALL {
        let (Some(period), Some(oldest)) = (row.period_ms(place), oldest(context, account_id, place)?) else {
            continue;
        };
        let at = begins.max(Timestamp(oldest.0 + period));
        context.schedule(at, &Action::MessagesAge { account_id: account_id.to_owned() })?;
    }
    Ok(())
}

pub(super) fn forget(context: &Context<'_>, account_id: &str) -> Result<(), Failure> {
    RETENTION.delete(context, &Key::of([account_id]))?;
    Ok(())
}

fn settings(context: &Context<'_>, account_id: &str) -> Result<RetentionRow, Failure> {
    let row = RETENTION.get(context, &Key::of([account_id]))?;
    Ok(row.unwrap_or_else(|| RetentionRow { account_id: account_id.to_owned(), ..RetentionRow::default() }))
}

fn shown(row: &RetentionRow) -> RetentionSettings {
    RetentionSettings {
        room_retention_settings: Some(RoomRetentionSettings { retention_days: row.room_days }),
        conversation_retention_settings: Some(ConversationRetentionSettings { retention_days: row.conversation_days }),
    }
}
