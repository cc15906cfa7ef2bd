//! Meetings as they are stored. MTG-6: one that has ended is not.

use chime_model::Timestamp;
use chime_model::types::{CreateAttendeeError, Meeting, MeetingNotificationConfiguration};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::placement::placement;
use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Index, Key, Table, time_key};

/// An active meeting (MTG-1).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MeetingRow {
    /// Owner.
    pub aws_account_id: String,
    /// Its identity.
    pub meeting_id: String,
    /// What the customer calls it; not unique (MTG-8).
    pub external_meeting_id: Option<String>,
    /// MTG-5: kept, and never shown.
    pub meeting_host_id: Option<String>,
    /// Region that hosts it (MTG-2).
    pub media_region: String,
    /// First label of its audio host (MTG-3).
    pub audio_host: String,
    /// First label of its other hosts (MTG-3).
    pub cell: String,
    /// Who is told what happens in it (MTG-4).
    pub notifications: Option<MeetingNotificationConfiguration>,
    /// MTG-11: attendees that could not be made with it, told again when the call is sent again.
    pub refused: Vec<CreateAttendeeError>,
    /// Whether it is being transcribed.
    pub transcribing: bool,
    /// Since when nobody is connected; none while somebody is (MTG-6).
    pub empty_since: Option<Timestamp>,
    /// When it began.
    pub created: Timestamp,
}

/// Active meetings, under their owners.
pub static MEETINGS: Table<MeetingRow> =
    Table { name: "meeting", key: |row| Key::of([&row.aws_account_id, &row.meeting_id]), indexes: &[&BY_CREATED] };

/// Meetings of an owner in the order in which they began.
pub(super) static BY_CREATED: Index<MeetingRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

/// The active meeting of the caller, if there is one.
///
/// # Errors
/// The store's.
pub fn find(context: &Context<'_>, meeting_id: &str) -> Result<Option<MeetingRow>, Failure> {
    Ok(MEETINGS.get(context, &Key::of([&context.principal().account_id, meeting_id]))?)
}

/// The active meeting of the caller.
///
/// # Errors
/// NotFound, or Forbidden where it is not declared.
pub fn meeting(context: &Context<'_>, meeting_id: &str) -> Result<MeetingRow, Failure> {
    find(context, meeting_id)?.ok_or_else(|| context.absent("active meeting with this id"))
}

/// Records what happened in a meeting, and whom the service would tell (MTG-4).
///
/// # Errors
/// The store's.
pub fn notify(context: &Context<'_>, kind: &str, meeting: &MeetingRow, mut detail: Value) -> Result<(), Failure> {
    detail["MeetingId"] = json!(meeting.meeting_id);
    detail["ExternalMeetingId"] = json!(meeting.external_meeting_id);
    let targets = meeting.notifications.as_ref();
    detail["SnsTopicArn"] = json!(targets.and_then(|it| it.sns_topic_arn.as_ref()));
    detail["SqsQueueArn"] = json!(targets.and_then(|it| it.sqs_queue_arn.as_ref()));
    Ok(context.event(kind, detail)?)
}

impl From<MeetingRow> for Meeting {
    fn from(row: MeetingRow) -> Self {
        Self {
            media_placement: Some(placement(&row)),
            meeting_id: Some(row.meeting_id),
            external_meeting_id: row.external_meeting_id,
            media_region: Some(row.media_region),
        }
    }
}
