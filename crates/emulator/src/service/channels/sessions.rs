//! What messaging sessions are told of channels, beside messages: events of type SYSTEM (SES-1).

use chime_model::types::ChannelMembershipType;
use serde_json::json;

use super::row::{ChannelRow, MembershipRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::identity;

/// SES-1: a change of the channel. No session is open, so the event goes to the log (G-81).
pub(super) fn tell(context: &Context<'_>, channel: &ChannelRow, event_type: &str) -> Result<(), Failure> {
    let detail = json!({ "EventType": event_type, "MessageType": "SYSTEM", "ChannelArn": channel.arn() });
    Ok(context.event("MessagingSessionEvent", detail)?)
}

/// SES-1: the same of a member. CM-2: hidden ones come and go unseen.
pub(super) fn tell_of_member(
    context: &Context<'_>,
    channel: &ChannelRow,
    event_type: &str,
    row: &MembershipRow,
) -> Result<(), Failure> {
    if row.membership_type == ChannelMembershipType::Hidden {
        return Ok(());
    }
    let member = identity(context, &row.member)?;
    let detail = json!({
        "EventType": event_type, "MessageType": "SYSTEM", "ChannelArn": channel.arn(), "Member": member,
    });
    Ok(context.event("MessagingSessionEvent", detail)?)
}
