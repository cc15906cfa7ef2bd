//! Letting people into a meeting, one or many.

use chime_model::types::{Attendee, CreateAttendeeError, CreateAttendeeRequestItem, Tag};

use super::row::{ATTENDEES, AttendeeRow, BY_CREATED, called};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::meetings::MeetingRow;
use crate::service::quota::{self, Quota};
use crate::service::tags::{self, Resource};
use crate::store::Key;

/// What JoinToken's pattern allows.
const TOKEN_ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const TOKEN_LENGTH: usize = 128;

/// One attendee more. ATT-3: for a name that the meeting knows, the one it has, whatever the tags.
///
/// # Errors
/// BadRequest for tags, ResourceLimitExceeded.
pub(super) fn add(
    context: &Context<'_>,
    meeting: &MeetingRow,
    external_user_id: &str,
    wanted: Vec<Tag>,
) -> Result<AttendeeRow, Failure> {
    tags::check(&wanted)?;
    if let Some(present) = called(context, &meeting.meeting_id, external_user_id)? {
        return Ok(present);
    }
    let attendees = (&ATTENDEES, &BY_CREATED, Key::of([&meeting.meeting_id]));
    quota::check(context, Quota::AttendeesPerMeeting, 1, attendees)?;
    let row = AttendeeRow {
        meeting_id: meeting.meeting_id.clone(),
        attendee_id: context.random().uuid(),
        external_user_id: external_user_id.to_owned(),
        join_token: context.random().text(TOKEN_ALPHABET, TOKEN_LENGTH),
        connected: false,
        created: context.now(),
    };
    ATTENDEES.put(context, &row)?;
    tags::put(context, Resource::Attendee(&row.attendee_id), wanted, tags::MOST_OF_AN_ATTENDEE)?;
    Ok(row)
}

/// ATT-11: several attendees; those that are refused are told one by one.
///
/// # Errors
/// The store's.
pub fn add_all(
    context: &Context<'_>,
    meeting: &MeetingRow,
    items: Vec<CreateAttendeeRequestItem>,
) -> Result<(Vec<Attendee>, Vec<CreateAttendeeError>), Failure> {
    let (mut made, mut errors) = (Vec::new(), Vec::new());
    for item in items {
        match add(context, meeting, &item.external_user_id, item.tags.unwrap_or_default()) {
            Ok(row) => made.push(row),
            Err(failure @ Failure::Store(_)) => return Err(failure),
            Err(refusal) => errors.push(CreateAttendeeError {
                external_user_id: Some(item.external_user_id),
                // G-11: a free text, in the words of ErrorCode.
                error_code: Some(refusal.code().as_str().to_owned()),
                error_message: Some(refusal.to_string()),
            }),
        }
    }
    Ok((listed_once(made), errors))
}

/// ATT-11: whoever was asked for twice is shown once.
#[must_use]
pub fn listed_once(rows: Vec<AttendeeRow>) -> Vec<Attendee> {
    let mut attendees: Vec<Attendee> = Vec::with_capacity(rows.len());
    for row in rows {
        let attendee = Attendee::from(row);
        if !attendees.contains(&attendee) {
            attendees.push(attendee);
        }
    }
    attendees
}
