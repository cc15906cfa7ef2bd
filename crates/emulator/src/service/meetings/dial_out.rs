//! Calling a telephone into a meeting.

use chime_model::types::{CreateMeetingDialOutRequest, CreateMeetingDialOutResponse};
use serde_json::json;

use super::row::{meeting, notify};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::{attendees, phone_numbers};

/// DIAL-1, DIAL-2: nothing rings; the call is an event.
///
/// # Errors
/// Forbidden for a meeting that is not active, AccessDenied for a number that is not the caller's, BadRequest for a token that is
/// not of this meeting.
pub fn create_meeting_dial_out(
    context: &Context<'_>,
    input: CreateMeetingDialOutRequest,
) -> Result<CreateMeetingDialOutResponse, Failure> {
    let meeting = meeting(context, &input.meeting_id)?;
    if phone_numbers::find(context, &input.from_phone_number)?.is_none_or(|number| !number.acquired) {
        return Err(Failure::access_denied("FromPhoneNumber is not a number of this AWS account."));
    }
    let Some(attendee) = attendees::with_token(context, &meeting.meeting_id, &input.join_token)? else {
        return Err(context.dangling("attendee of the meeting with this JoinToken"));
    };
    let transaction_id = context.random().uuid();
    let call = json!({
        "TransactionId": transaction_id,
        "FromPhoneNumber": phone_numbers::e164(&input.from_phone_number),
        "ToPhoneNumber": input.to_phone_number,
        "AttendeeId": attendee.attendee_id,
    });
    notify(context, "MeetingDialOut", &meeting, call)?;
    Ok(CreateMeetingDialOutResponse { transaction_id: Some(transaction_id) })
}
