//! Who is in a meeting. Clients connect to the real service's media, so here the control plane says it (F-13).

use serde_json::json;

use super::life::plan_empty;
use super::row::{MEETINGS, MeetingRow, notify};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::attendees::{self, AttendeeRow};

/// F-13: a client comes with its token.
///
/// # Errors
/// Forbidden for a token that does not work (ATT-1), Conflict for one that is in use.
pub fn connect(context: &Context<'_>, meeting: MeetingRow, join_token: &str) -> Result<AttendeeRow, Failure> {
    let attendee = holder(context, &meeting, join_token)?;
    if attendee.connected {
        return Err(Failure::conflict("The attendee is connected already."));
    }
    attendees::set_connected(context, &attendee, true)?;
    notify(context, "AttendeeConnected", &meeting, json!({ "AttendeeId": attendee.attendee_id }))?;
    MEETINGS.put(context, &MeetingRow { empty_since: None, ..meeting })?;
    Ok(attendee)
}

/// F-13: a client goes.
///
/// # Errors
/// Forbidden for a token that does not work, Conflict for one that is not in use.
pub fn disconnect(context: &Context<'_>, mut meeting: MeetingRow, join_token: &str) -> Result<AttendeeRow, Failure> {
    let attendee = holder(context, &meeting, join_token)?;
    if !attendee.connected {
        return Err(Failure::conflict("The attendee is not connected."));
    }
    attendees::set_connected(context, &attendee, false)?;
    notify(context, "AttendeeDisconnected", &meeting, json!({ "AttendeeId": attendee.attendee_id }))?;
    settle(context, &mut meeting)?;
    Ok(attendee)
}

/// Notes when the last attendee has gone (MTG-6).
pub fn settle(context: &Context<'_>, meeting: &mut MeetingRow) -> Result<(), Failure> {
    if meeting.empty_since.is_none() && !attendees::anybody_connected(context, &meeting.meeting_id)? {
        meeting.empty_since = Some(context.now());
        MEETINGS.put(context, meeting)?;
        plan_empty(context, meeting)?;
    }
    Ok(())
}

fn holder(context: &Context<'_>, meeting: &MeetingRow, join_token: &str) -> Result<AttendeeRow, Failure> {
    let attendee = attendees::with_token(context, &meeting.meeting_id, join_token)?;
    attendee.ok_or_else(|| Failure::forbidden("This JoinToken does not work for the meeting."))
}
