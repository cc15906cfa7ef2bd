//! Beginning, reading and ending meetings.

use chime_model::types::{
    Attendee, CreateMeetingRequest, CreateMeetingResponse, CreateMeetingWithAttendeesRequest,
    CreateMeetingWithAttendeesResponse, DeleteMeetingRequest, GetMeetingRequest, GetMeetingResponse,
    ListMeetingsRequest, ListMeetingsResponse,
};

use super::life::{self, Wanted};
use super::row::{BY_CREATED, MEETINGS, find, meeting};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::{attendees, idempotency};
use crate::store::Key;

/// MTG-10: a meeting without attendees; the same one again for the same token, while it is active.
///
/// # Errors
/// BadRequest for Region, notifications, tags, or a token used otherwise; ResourceLimitExceeded.
pub fn create_meeting(context: &Context<'_>, input: CreateMeetingRequest) -> Result<CreateMeetingResponse, Failure> {
    let wanted = Wanted {
        external_meeting_id: input.external_meeting_id.clone(),
        meeting_host_id: input.meeting_host_id.clone(),
        media_region: input.media_region.clone(),
        notifications: input.notifications_configuration.clone(),
        tags: input.tags.clone().unwrap_or_default(),
    };
    wanted.check()?;
    let token = Some(input.client_request_token.as_str());
    if let Some(row) = idempotency::replay(context, "", token, &input, |id| find(context, id))? {
        return Ok(CreateMeetingResponse { meeting: Some(row.into()) });
    }
    let row = life::begin(context, wanted)?;
    idempotency::remember(context, "", token, &input, &row.meeting_id)?;
    Ok(CreateMeetingResponse { meeting: Some(row.into()) })
}

/// MTG-11: a meeting with up to 10 attendees. One that cannot be made is told under Errors; the meeting stands.
///
/// # Errors
/// As [`create_meeting`].
pub fn create_meeting_with_attendees(
    context: &Context<'_>,
    input: CreateMeetingWithAttendeesRequest,
) -> Result<CreateMeetingWithAttendeesResponse, Failure> {
    let wanted = Wanted {
        external_meeting_id: input.external_meeting_id.clone(),
        meeting_host_id: input.meeting_host_id.clone(),
        media_region: input.media_region.clone(),
        notifications: input.notifications_configuration.clone(),
        tags: input.tags.clone().unwrap_or_default(),
    };
    wanted.check()?;
    let token = Some(input.client_request_token.as_str());
    let items = input.attendees.clone().unwrap_or_default();
    if let Some(row) = idempotency::replay(context, "", token, &input, |id| find(context, id))? {
        let mut present = Vec::new();
        for item in &items {
            present.extend(attendees::called(context, &row.meeting_id, &item.external_user_id)?);
        }
        return Ok(CreateMeetingWithAttendeesResponse {
            attendees: Some(attendees::listed_once(present)),
            errors: Some(row.refused.clone()),
            meeting: Some(row.into()),
        });
    }
    let mut row = life::begin(context, wanted)?;
    let (made, errors): (Vec<Attendee>, _) = attendees::add_all(context, &row, items)?;
    row.refused.clone_from(&errors);
    MEETINGS.put(context, &row)?;
    idempotency::remember(context, "", token, &input, &row.meeting_id)?;
    Ok(CreateMeetingWithAttendeesResponse { meeting: Some(row.into()), attendees: Some(made), errors: Some(errors) })
}

/// The meeting, while it is active (MTG-6).
///
/// # Errors
/// NotFound.
pub fn get_meeting(context: &Context<'_>, input: GetMeetingRequest) -> Result<GetMeetingResponse, Failure> {
    Ok(GetMeetingResponse { meeting: Some(meeting(context, &input.meeting_id)?.into()) })
}

/// The active meetings (MTG-6). G-41: 99 when nothing is asked, although 100 are promised.
///
/// # Errors
/// BadRequest for a token of another list.
pub fn list_meetings(context: &Context<'_>, input: ListMeetingsRequest) -> Result<ListMeetingsResponse, Failure> {
    let list = List {
        index: &BY_CREATED,
        within: Key::of([&context.principal().account_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 99),
    };
    let page = context.list(&MEETINGS, list, |_| true)?;
    let meetings = page.rows.into_iter().map(Into::into).collect();
    Ok(ListMeetingsResponse { meetings: Some(meetings), next_token: page.next_token })
}

/// MTG-12: ends the meeting for everybody.
///
/// # Errors
/// NotFound.
pub fn delete_meeting(context: &Context<'_>, input: DeleteMeetingRequest) -> Result<(), Failure> {
    let meeting = meeting(context, &input.meeting_id)?;
    life::end(context, &meeting, "Deleted")
}
