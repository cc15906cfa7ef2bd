//! Users banned from a channel.

use chime_model::types::{
    ChannelBan, ChannelBanSummary, CreateChannelBanRequest, CreateChannelBanResponse, DeleteChannelBanRequest,
    DescribeChannelBanRequest, DescribeChannelBanResponse, ListChannelBansRequest, ListChannelBansResponse,
};

use super::members;
use super::roster::{self, BANS, MODERATORS};
use super::visit::visit;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::identity;
use crate::service::app_instances::is_admin;
use crate::service::quota::Quota;
use crate::store::Key;

/// BAN-1: bans a user, member or not, and throws a member out at once.
///
/// # Errors
/// Forbidden for the bearer, and for administrators and moderators as those banned; BadRequest for somebody who is no user of the
/// app instance; Conflict for one who is banned; ResourceLimitExceeded.
pub fn create_channel_ban(
    context: &Context<'_>,
    input: CreateChannelBanRequest,
) -> Result<CreateChannelBanResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    let user = roster::candidate(context, &visit.channel, &input.member_arn)?;
    if is_admin(context, &user.app_instance_id, &user.user_id)?
        || roster::is_on(context, &MODERATORS, &visit.channel, &user.user_id)?
    {
        return Err(Failure::forbidden("Administrators and moderators cannot be banned."));
    }
    let present = "The user is banned from the channel already.";
    let banned = roster::add(context, (&BANS, Quota::BansPerChannel), &visit.channel, &user, &visit.bearer, present)?;
    members::remove(context, &visit.channel, &Key::of([&visit.channel.channel_id, &user.user_id]))?;
    Ok(CreateChannelBanResponse { channel_arn: Some(visit.channel.arn()), member: Some(banned) })
}

/// BAN-3.
///
/// # Errors
/// Forbidden for the bearer; NotFound.
pub fn describe_channel_ban(
    context: &Context<'_>,
    input: DescribeChannelBanRequest,
) -> Result<DescribeChannelBanResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    let row = roster::entry(context, &BANS, &visit.channel, &input.member_arn)?;
    let row = row.ok_or_else(|| context.absent("banned user with this ARN in the channel"))?;
    let ban = ChannelBan {
        member: Some(identity(context, &row.person)?),
        channel_arn: Some(visit.channel.arn()),
        created_timestamp: Some(row.created),
        created_by: Some(identity(context, &row.created_by)?),
    };
    Ok(DescribeChannelBanResponse { channel_ban: Some(ban) })
}

/// BAN-3.
///
/// # Errors
/// Forbidden for the bearer; BadRequest for a token of another list.
pub fn list_channel_bans(
    context: &Context<'_>,
    input: ListChannelBansRequest,
) -> Result<ListChannelBansResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    let asked = (input.next_token.as_deref(), input.max_results);
    let (people, next_token) = roster::page(context, &BANS, &visit, asked)?;
    let bans = people.into_iter().map(|person| ChannelBanSummary { member: Some(person) });
    Ok(ListChannelBansResponse {
        channel_arn: Some(visit.channel.arn()),
        next_token,
        channel_bans: Some(bans.collect()),
    })
}

/// BAN-2: whoever was a member is none again until added. BAN-3: one who is not banned is left alone.
///
/// # Errors
/// Forbidden for the bearer.
pub fn delete_channel_ban(context: &Context<'_>, input: DeleteChannelBanRequest) -> Result<(), Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    roster::remove(context, &BANS, &visit.channel, &input.member_arn)
}
