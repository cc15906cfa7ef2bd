//! Channels and memberships as lists and answers show them.

use chime_model::types::{Channel, ChannelMembership, ChannelMembershipSummary, ChannelSummary};

use super::row::{ChannelRow, MembershipRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::identity;

/// CH-1: everything about a channel.
pub(super) fn full(context: &Context<'_>, row: ChannelRow) -> Result<Channel, Failure> {
    Ok(Channel {
        channel_arn: Some(row.arn()),
        created_by: Some(identity(context, &row.created_by)?),
        name: Some(row.name),
        mode: Some(row.mode),
        privacy: Some(row.privacy),
        metadata: row.metadata,
        created_timestamp: Some(row.created),
        last_message_timestamp: row.last_message,
        last_updated_timestamp: Some(row.updated),
    })
}

/// CH-1: without who made it, and when it was made and changed.
pub(super) fn short(row: ChannelRow) -> ChannelSummary {
    ChannelSummary {
        channel_arn: Some(row.arn()),
        name: Some(row.name),
        mode: Some(row.mode),
        privacy: Some(row.privacy),
        metadata: row.metadata,
        last_message_timestamp: row.last_message,
    }
}

/// CM-1: a membership never changes, but for the marker that it does not show.
pub(super) fn membership(
    context: &Context<'_>,
    channel: &ChannelRow,
    row: &MembershipRow,
) -> Result<ChannelMembership, Failure> {
    Ok(ChannelMembership {
        invited_by: Some(identity(context, &row.invited_by)?),
        r#type: Some(row.membership_type),
        member: Some(identity(context, &row.member)?),
        channel_arn: Some(channel.arn()),
        created_timestamp: Some(row.created),
        last_updated_timestamp: Some(row.created),
    })
}

/// CM-5: rows of a list show the member only.
pub(super) fn member(context: &Context<'_>, row: &MembershipRow) -> Result<ChannelMembershipSummary, Failure> {
    Ok(ChannelMembershipSummary { member: Some(identity(context, &row.member)?) })
}
