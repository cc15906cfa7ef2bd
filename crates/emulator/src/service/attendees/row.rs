//! Attendees as they are stored.

use chime_model::Timestamp;
use chime_model::types::Attendee;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::service::meetings::meeting;
use crate::service::tags::{self, Resource};
use crate::store::{Index, Key, Table, time_key};

/// Somebody who may join a meeting (ATT-1). ATT-2: known to the meeting only.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct AttendeeRow {
    /// The meeting.
    pub meeting_id: String,
    /// Its identity.
    pub attendee_id: String,
    /// What the customer calls it; one attendee of a meeting for each (ATT-3).
    pub external_user_id: String,
    /// What a client joins with.
    pub join_token: String,
    /// Whether a client is connected with it (F-13).
    pub connected: bool,
    /// When it was made.
    pub created: Timestamp,
}

/// Attendees, in their meetings.
pub(super) static ATTENDEES: Table<AttendeeRow> = Table {
    name: "attendee",
    key: |row| Key::of([&row.meeting_id, &row.attendee_id]),
    indexes: &[&BY_CREATED, &BY_EXTERNAL_USER_ID, &BY_JOIN_TOKEN, &CONNECTED],
};

/// Attendees of a meeting in the order of their creation.
pub(super) static BY_CREATED: Index<AttendeeRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.meeting_id, &time_key(row.created.0)])] };

static BY_EXTERNAL_USER_ID: Index<AttendeeRow> =
    Index { name: "external-user-id", places: |row| vec![Key::of([&row.meeting_id, &row.external_user_id])] };

static BY_JOIN_TOKEN: Index<AttendeeRow> =
    Index { name: "join-token", places: |row| vec![Key::of([&row.meeting_id, &row.join_token])] };

static CONNECTED: Index<AttendeeRow> =
    Index { name: "connected", places: |row| row.connected.then(|| Key::of([&row.meeting_id])).into_iter().collect() };

/// The attendee of an active meeting of the caller.
///
/// # Errors
/// NotFound.
pub fn attendee(context: &Context<'_>, meeting_id: &str, attendee_id: &str) -> Result<AttendeeRow, Failure> {
    let meeting = meeting(context, meeting_id)?;
    let row = ATTENDEES.get(context, &Key::of([&meeting.meeting_id, attendee_id]))?;
    row.ok_or_else(|| context.absent("attendee with this id in the meeting"))
}

/// The attendee whom the customer calls so (ATT-3).
///
/// # Errors
/// The store's.
pub fn called(context: &Context<'_>, meeting_id: &str, external_user_id: &str) -> Result<Option<AttendeeRow>, Failure> {
    Ok(ATTENDEES.find(context, &BY_EXTERNAL_USER_ID, Key::of([meeting_id, external_user_id]))?)
}

/// The attendee whose token this is (ATT-1).
///
/// # Errors
/// The store's.
pub fn with_token(context: &Context<'_>, meeting_id: &str, join_token: &str) -> Result<Option<AttendeeRow>, Failure> {
    Ok(ATTENDEES.find(context, &BY_JOIN_TOKEN, Key::of([meeting_id, join_token]))?)
}

/// F-13: whether a client is connected.
///
/// # Errors
/// The store's.
pub fn set_connected(context: &Context<'_>, attendee: &AttendeeRow, connected: bool) -> Result<(), Failure> {
    Ok(ATTENDEES.put(context, &AttendeeRow { connected, ..attendee.clone() })?)
}

/// F-13: whether any client is connected.
///
/// # Errors
/// The store's.
pub fn anybody_connected(context: &Context<'_>, meeting_id: &str) -> Result<bool, Failure> {
    Ok(ATTENDEES.find(context, &CONNECTED, Key::of([meeting_id]))?.is_some())
}

/// The attendee, its token and its tags.
pub(super) fn delete(context: &Context<'_>, attendee: &AttendeeRow) -> Result<(), Failure> {
    tags::forget(context, Resource::Attendee(&attendee.attendee_id))?;
    ATTENDEES.delete(context, &(ATTENDEES.key)(attendee))?;
    Ok(())
}

/// MTG-7: everybody in a meeting that has ended.
///
/// # Errors
/// The store's.
pub fn forget_meeting(context: &Context<'_>, meeting_id: &str) -> Result<(), Failure> {
    let attendees = ATTENDEES.all(context, &BY_CREATED, Key::of([meeting_id]))?;
    attendees.iter().try_for_each(|attendee| delete(context, attendee))
}

impl From<AttendeeRow> for Attendee {
    fn from(row: AttendeeRow) -> Self {
        Self {
            external_user_id: Some(row.external_user_id),
            attendee_id: Some(row.attendee_id),
            join_token: Some(row.join_token),
        }
    }
}
