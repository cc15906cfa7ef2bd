//! The channels of one user: where it is a member, and where it moderates. CH-12: one's own, or anybody's for administrators.

use chime_model::types::{
    AppInstanceUserMembershipSummary, ChannelMembershipForAppInstanceUserSummary,
    ChannelModeratedByAppInstanceUserSummary, DescribeChannelMembershipForAppInstanceUserRequest,
    DescribeChannelMembershipForAppInstanceUserResponse, DescribeChannelModeratedByAppInstanceUserRequest,
    DescribeChannelModeratedByAppInstanceUserResponse, ListChannelMembershipsForAppInstanceUserRequest,
    ListChannelMembershipsForAppInstanceUserResponse, ListChannelsModeratedByAppInstanceUserRequest,
    ListChannelsModeratedByAppInstanceUserResponse,
};

use super::roster::{self, BY_USER, MODERATORS};
use super::row::{BY_MEMBER, CHANNELS, ChannelRow, MEMBERSHIPS, MembershipRow};
use super::summary::short;
use super::visit::{bearer, visit};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::app_instance_users::{UserRow, user_of};
use crate::service::app_instances::is_admin;
use crate::store::Key;

/// CH-24: how a user is a member of a channel.
///
/// # Errors
/// Forbidden for the bearer, and for somebody who is no member.
pub fn describe_channel_membership_for_app_instance_user(
    context: &Context<'_>,
    input: DescribeChannelMembershipForAppInstanceUserRequest,
) -> Result<DescribeChannelMembershipForAppInstanceUserResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    let user = subject(context, visit.bearer, Some(&input.app_instance_user_arn))?;
    let row = MEMBERSHIPS.get(context, &Key::of([&visit.channel.channel_id, &user.user_id]))?;
    let row = row.ok_or_else(|| context.absent("membership of this user in the channel"))?;
    Ok(DescribeChannelMembershipForAppInstanceUserResponse {
        channel_membership: Some(membership(visit.channel, &row)),
    })
}

/// CH-25: a channel that a user moderates.
///
/// # Errors
/// Forbidden for the bearer, and for somebody who is no moderator.
pub fn describe_channel_moderated_by_app_instance_user(
    context: &Context<'_>,
    input: DescribeChannelModeratedByAppInstanceUserRequest,
) -> Result<DescribeChannelModeratedByAppInstanceUserResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    let user = subject(context, visit.bearer, Some(&input.app_instance_user_arn))?;
    if !roster::is_on(context, &MODERATORS, &visit.channel, &user.user_id)? {
        return Err(context.absent("moderator with this ARN in the channel"));
    }
    Ok(DescribeChannelModeratedByAppInstanceUserResponse { channel: Some(moderated(visit.channel)) })
}

/// CH-26: where a user is a member, also where it is hidden.
///
/// # Errors
/// Forbidden for the bearer; BadRequest for a token of another list.
pub fn list_channel_memberships_for_app_instance_user(
    context: &Context<'_>,
    input: ListChannelMembershipsForAppInstanceUserRequest,
) -> Result<ListChannelMembershipsForAppInstanceUserResponse, Failure> {
    let bearer = bearer(context, input.chime_bearer.as_deref())?;
    let user = subject(context, bearer, input.app_instance_user_arn.as_deref())?;
    let list = List {
        index: &BY_MEMBER,
        within: Key::of([&user.app_instance_id, &user.user_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 50),
    };
    let page = context.list(&MEMBERSHIPS, list, |_| true)?;
    let mut memberships = Vec::with_capacity(page.rows.len());
    for row in &page.rows {
        memberships.extend(channel(context, &row.app_instance_id, &row.channel_id)?.map(|it| membership(it, row)));
    }
    Ok(ListChannelMembershipsForAppInstanceUserResponse {
        channel_memberships: Some(memberships),
        next_token: page.next_token,
    })
}

/// CH-26: where a user is a moderator.
///
/// # Errors
/// Forbidden for the bearer; BadRequest for a token of another list.
pub fn list_channels_moderated_by_app_instance_user(
    context: &Context<'_>,
    input: ListChannelsModeratedByAppInstanceUserRequest,
) -> Result<ListChannelsModeratedByAppInstanceUserResponse, Failure> {
    let bearer = bearer(context, input.chime_bearer.as_deref())?;
    let user = subject(context, bearer, input.app_instance_user_arn.as_deref())?;
    let list = List {
        index: &BY_USER,
        within: Key::of([&user.app_instance_id, &user.user_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 50),
    };
    let page = context.list(&MODERATORS, list, |_| true)?;
    let mut channels = Vec::with_capacity(page.rows.len());
    for row in &page.rows {
        channels.extend(channel(context, &row.app_instance_id, &row.channel_id)?.map(moderated));
    }
    Ok(ListChannelsModeratedByAppInstanceUserResponse { channels: Some(channels), next_token: page.next_token })
}

/// CH-11, CH-26: the user asked for, the bearer when none is.
fn subject(context: &Context<'_>, bearer: UserRow, arn: Option<&str>) -> Result<UserRow, Failure> {
    let Some(arn) = arn.filter(|arn| *arn != bearer.arn()) else { return Ok(bearer) };
    if !is_admin(context, &bearer.app_instance_id, &bearer.user_id)? {
        return Err(Failure::forbidden("Only administrators may ask about other users."));
    }
    let user = user_of(context, &bearer.app_instance_id, arn)?;
    user.ok_or_else(|| context.absent("user with this ARN in the app instance"))
}

fn channel(context: &Context<'_>, app_instance_id: &str, channel_id: &str) -> Result<Option<ChannelRow>, Failure> {
    Ok(CHANNELS.get(context, &Key::of([app_instance_id, channel_id]))?)
}

fn membership(channel: ChannelRow, row: &MembershipRow) -> ChannelMembershipForAppInstanceUserSummary {
    let how =
        AppInstanceUserMembershipSummary { r#type: Some(row.membership_type), read_marker_timestamp: row.read_marker };
    ChannelMembershipForAppInstanceUserSummary {
        channel_summary: Some(short(channel)),
        app_instance_user_membership_summary: Some(how),
    }
}

fn moderated(channel: ChannelRow) -> ChannelModeratedByAppInstanceUserSummary {
    ChannelModeratedByAppInstanceUserSummary { channel_summary: Some(short(channel)) }
}
