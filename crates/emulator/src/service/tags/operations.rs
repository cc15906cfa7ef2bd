//! Tagging through the meeting, through the attendee, and by ARN. TAG-5: a meeting has the same tags whichever way is taken.

use chime_model::types::{
    ListAttendeeTagsRequest, ListAttendeeTagsResponse, ListMeetingTagsRequest, ListMeetingTagsResponse,
    ListTagsForResourceRequest, ListTagsForResourceResponse, TagAttendeeRequest, TagMeetingRequest, TagResourceRequest,
    UntagAttendeeRequest, UntagMeetingRequest, UntagResourceRequest,
};

use super::resource::Named;
use super::row::{MOST, MOST_OF_AN_ATTENDEE, Resource, check, put, remove, tags};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::attendees::attendee;
use crate::service::meetings::meeting;

/// TAG-2: at most 50 for a meeting.
///
/// # Errors
/// NotFound, ResourceLimitExceeded, BadRequest for a reserved key.
pub fn tag_meeting(context: &Context<'_>, input: TagMeetingRequest) -> Result<(), Failure> {
    check(&input.tags)?;
    let meeting = meeting(context, &input.meeting_id)?;
    put(context, Resource::Meeting(&meeting.meeting_id), input.tags, MOST)
}

/// TAG-2, TAG-7.
///
/// # Errors
/// NotFound.
pub fn untag_meeting(context: &Context<'_>, input: UntagMeetingRequest) -> Result<(), Failure> {
    let meeting = meeting(context, &input.meeting_id)?;
    remove(context, Resource::Meeting(&meeting.meeting_id), &input.tag_keys)
}

/// TAG-7: an empty list for no tags.
///
/// # Errors
/// NotFound.
pub fn list_meeting_tags(
    context: &Context<'_>,
    input: ListMeetingTagsRequest,
) -> Result<ListMeetingTagsResponse, Failure> {
    let meeting = meeting(context, &input.meeting_id)?;
    Ok(ListMeetingTagsResponse { tags: Some(tags(context, Resource::Meeting(&meeting.meeting_id))?) })
}

/// TAG-3: at most 10 for an attendee.
///
/// # Errors
/// NotFound, ResourceLimitExceeded, BadRequest for a reserved key.
pub fn tag_attendee(context: &Context<'_>, input: TagAttendeeRequest) -> Result<(), Failure> {
    check(&input.tags)?;
    let attendee = attendee(context, &input.meeting_id, &input.attendee_id)?;
    put(context, Resource::Attendee(&attendee.attendee_id), input.tags, MOST_OF_AN_ATTENDEE)
}

/// TAG-3, TAG-7.
///
/// # Errors
/// NotFound.
pub fn untag_attendee(context: &Context<'_>, input: UntagAttendeeRequest) -> Result<(), Failure> {
    let attendee = attendee(context, &input.meeting_id, &input.attendee_id)?;
    remove(context, Resource::Attendee(&attendee.attendee_id), &input.tag_keys)
}

/// TAG-3, TAG-7.
///
/// # Errors
/// NotFound.
pub fn list_attendee_tags(
    context: &Context<'_>,
    input: ListAttendeeTagsRequest,
) -> Result<ListAttendeeTagsResponse, Failure> {
    let attendee = attendee(context, &input.meeting_id, &input.attendee_id)?;
    Ok(ListAttendeeTagsResponse { tags: Some(tags(context, Resource::Attendee(&attendee.attendee_id))?) })
}

/// TAG-4: at most 50, for everything that can be given tags when it is made.
///
/// # Errors
/// BadRequest for other kinds of ARNs, a reserved key, or too many tags; NotFound.
pub fn tag_resource(context: &Context<'_>, input: TagResourceRequest) -> Result<(), Failure> {
    check(&input.tags)?;
    let named = Named::by(context, &input.resource_arn)?;
    put(context, named.resource(), input.tags, MOST)
}

/// TAG-6: takes away, although its page speaks of adding.
///
/// # Errors
/// BadRequest for other kinds of ARNs; NotFound.
pub fn untag_resource(context: &Context<'_>, input: UntagResourceRequest) -> Result<(), Failure> {
    let named = Named::by(context, &input.resource_arn)?;
    remove(context, named.resource(), &input.tag_keys)
}

/// TAG-4.
///
/// # Errors
/// BadRequest for other kinds of ARNs; NotFound.
pub fn list_tags_for_resource(
    context: &Context<'_>,
    input: ListTagsForResourceRequest,
) -> Result<ListTagsForResourceResponse, Failure> {
    let named = Named::by(context, &input.resource_arn)?;
    Ok(ListTagsForResourceResponse { tags: Some(tags(context, named.resource())?) })
}
