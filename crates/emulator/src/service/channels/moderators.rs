//! Moderators of a channel.

use chime_model::types::{
    ChannelModerator, ChannelModeratorSummary, CreateChannelModeratorRequest, CreateChannelModeratorResponse,
    DeleteChannelModeratorRequest, DescribeChannelModeratorRequest, DescribeChannelModeratorResponse,
    ListChannelModeratorsRequest, ListChannelModeratorsResponse,
};

use super::roster::{self, MODERATORS};
use super::visit::visit;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::identity;
use crate::service::quota::Quota;

/// MOD-1: makes a user of the app instance a moderator, who need not be a member.
///
/// # Errors
/// Forbidden for the bearer, BadRequest for somebody who is no user of the app instance, Conflict for a moderator;
/// ResourceLimitExceeded.
pub fn create_channel_moderator(
    context: &Context<'_>,
    input: CreateChannelModeratorRequest,
) -> Result<CreateChannelModeratorResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    let user = roster::candidate(context, &visit.channel, &input.channel_moderator_arn)?;
    let list = (&MODERATORS, Quota::ModeratorsPerChannel);
    let present = "The user is a moderator of the channel already.";
    let moderator = roster::add(context, list, &visit.channel, &user, &visit.bearer, present)?;
    Ok(CreateChannelModeratorResponse { channel_arn: Some(visit.channel.arn()), channel_moderator: Some(moderator) })
}

/// MOD-2.
///
/// # Errors
/// Forbidden for the bearer; NotFound.
pub fn describe_channel_moderator(
    context: &Context<'_>,
    input: DescribeChannelModeratorRequest,
) -> Result<DescribeChannelModeratorResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    let row = roster::entry(context, &MODERATORS, &visit.channel, &input.channel_moderator_arn)?;
    let row = row.ok_or_else(|| context.absent("moderator with this ARN in the channel"))?;
    let moderator = ChannelModerator {
        moderator: Some(identity(context, &row.person)?),
        channel_arn: Some(visit.channel.arn()),
        created_timestamp: Some(row.created),
        created_by: Some(identity(context, &row.created_by)?),
    };
    Ok(DescribeChannelModeratorResponse { channel_moderator: Some(moderator) })
}

/// MOD-2.
///
/// # Errors
/// Forbidden for the bearer; BadRequest for a token of another list.
pub fn list_channel_moderators(
    context: &Context<'_>,
    input: ListChannelModeratorsRequest,
) -> Result<ListChannelModeratorsResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    let asked = (input.next_token.as_deref(), input.max_results);
    let (people, next_token) = roster::page(context, &MODERATORS, &visit, asked)?;
    let moderators = people.into_iter().map(|person| ChannelModeratorSummary { moderator: Some(person) });
    Ok(ListChannelModeratorsResponse {
        channel_arn: Some(visit.channel.arn()),
        next_token,
        channel_moderators: Some(moderators.collect()),
    })
}

/// MOD-3: also the last one; a membership stays.
///
/// # Errors
/// Forbidden for the bearer.
pub fn delete_channel_moderator(context: &Context<'_>, input: DeleteChannelModeratorRequest) -> Result<(), Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    roster::remove(context, &MODERATORS, &visit.channel, &input.channel_moderator_arn)
}
