//! Making, reading and deleting attendees.

use chime_model::types::{
    BatchCreateAttendeeRequest, BatchCreateAttendeeResponse, CreateAttendeeRequest, CreateAttendeeResponse,
    DeleteAttendeeRequest, GetAttendeeRequest, GetAttendeeResponse, ListAttendeesRequest, ListAttendeesResponse,
};

use super::admission::{add, add_all};
use super::row::{ATTENDEES, BY_CREATED, attendee, delete};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::meetings::{meeting, settle};
use crate::service::tags;
use crate::store::Key;

/// ATT-11.
const MOST_AT_ONCE: usize = 100;

/// ATT-10: an attendee of an active meeting.
///
/// # Errors
/// NotFound, ResourceLimitExceeded, BadRequest for a reserved tag.
pub fn create_attendee(context: &Context<'_>, input: CreateAttendeeRequest) -> Result<CreateAttendeeResponse, Failure> {
    let wanted = input.tags.unwrap_or_default();
    tags::check(&wanted)?;
    let meeting = meeting(context, &input.meeting_id)?;
    let row = add(context, &meeting, &input.external_user_id, wanted)?;
    Ok(CreateAttendeeResponse { attendee: Some(row.into()) })
}

/// ATT-11: 1 to 100 attendees.
///
/// # Errors
/// BadRequest for too few or too many; NotFound.
pub fn batch_create_attendee(
    context: &Context<'_>,
    input: BatchCreateAttendeeRequest,
) -> Result<BatchCreateAttendeeResponse, Failure> {
    if !(1..=MOST_AT_ONCE).contains(&input.attendees.len()) {
        return Err(Failure::bad_request(format!("Attendees must have 1 to {MOST_AT_ONCE} items.")));
    }
    let meeting = meeting(context, &input.meeting_id)?;
    let (attendees, errors) = add_all(context, &meeting, input.attendees)?;
    Ok(BatchCreateAttendeeResponse { attendees: Some(attendees), errors: Some(errors) })
}

/// ATT-1: with its token.
///
/// # Errors
/// NotFound.
pub fn get_attendee(context: &Context<'_>, input: GetAttendeeRequest) -> Result<GetAttendeeResponse, Failure> {
    let row = attendee(context, &input.meeting_id, &input.attendee_id)?;
    Ok(GetAttendeeResponse { attendee: Some(row.into()) })
}

/// ATT-1: with their tokens.
///
/// # Errors
/// NotFound; BadRequest for a token of another list.
pub fn list_attendees(context: &Context<'_>, input: ListAttendeesRequest) -> Result<ListAttendeesResponse, Failure> {
    let meeting = meeting(context, &input.meeting_id)?;
    let list = List {
        index: &BY_CREATED,
        within: Key::of([&meeting.meeting_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 99),
    };
    let page = context.list(&ATTENDEES, list, |_| true)?;
    let attendees = page.rows.into_iter().map(Into::into).collect();
    Ok(ListAttendeesResponse { attendees: Some(attendees), next_token: page.next_token })
}

/// ATT-12: the attendee's token stops working; a second call finds nobody.
///
/// # Errors
/// NotFound.
pub fn delete_attendee(context: &Context<'_>, input: DeleteAttendeeRequest) -> Result<(), Failure> {
    let row = attendee(context, &input.meeting_id, &input.attendee_id)?;
    delete(context, &row)?;
    settle(context, &mut meeting(context, &input.meeting_id)?)
}
