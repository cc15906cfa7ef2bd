//! Sending a message.

use chime_model::types::{
    ChannelMembershipType, ChannelMessagePersistenceType, ChannelMessageType, SendChannelMessageRequest,
    SendChannelMessageResponse,
};
use serde_json::json;

use super::row::{MESSAGES, MessageRow, streamed};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instances::plan_purge;
use crate::service::channels::{CHANNELS, ChannelRow, Visit, visit};
use crate::service::idempotency;
use crate::store::Key;

/// MSG-2: bytes of content and of metadata.
const STANDARD: (usize, usize) = (4096, 1024);
const CONTROL: (usize, usize) = (30, 0);

/// MSG-2: a member writes. MSG-3: what is not to be kept is an event, and nothing else; the same token is the same message.
///
/// # Errors
/// BadRequest for a message that is too long, Forbidden for a bearer who is no member or a hidden one, Conflict for a token used
/// otherwise.
pub fn send_channel_message(
    context: &Context<'_>,
    input: SendChannelMessageRequest,
) -> Result<SendChannelMessageResponse, Failure> {
    check(input.r#type, Some(&input.content), input.metadata.as_deref())?;
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    // CM-2: hidden members listen.
    if visit.must_be_member()?.membership_type == ChannelMembershipType::Hidden {
        return Err(Failure::forbidden("Hidden members cannot send messages."));
    }
    let persistent = input.persistence == ChannelMessagePersistenceType::Persistent;
    let (parent, token) = (visit.channel.channel_id.as_str(), Some(input.client_request_token.as_str()));
    let find = |id: &str| {
        let there = !persistent || MESSAGES.get(context, &Key::of([parent, id]))?.is_some();
        Ok(there.then(|| id.to_owned()))
    };
    let channel_arn = Some(visit.channel.arn());
    if let Some(message_id) = idempotency::replay(context, parent, token, &input, find)? {
        return Ok(SendChannelMessageResponse { channel_arn, message_id: Some(message_id) });
    }
    let message_id = context.random().text("0123456789abcdef", 64);
    idempotency::remember(context, parent, token, &input, &message_id)?;
    if persistent {
        keep(context, &visit, &message_id, input)?;
    } else {
        let delivered = json!({
            "ChannelArn": channel_arn, "MessageId": message_id, "Sender": visit.bearer.arn(),
            "Type": input.r#type, "Content": input.content, "Metadata": input.metadata,
        });
        context.event("ChannelMessageDelivered", delivered)?;
    }
    streamed(context, &visit.channel, &message_id, "CREATE_CHANNEL_MESSAGE")?;
    Ok(SendChannelMessageResponse { channel_arn, message_id: Some(message_id) })
}

fn keep(
    context: &Context<'_>,
    visit: &Visit,
    message_id: &str,
    input: SendChannelMessageRequest,
) -> Result<(), Failure> {
    // CH-6.
    let channel =
        ChannelRow { last_message: Some(context.now()), messages: visit.channel.messages + 1, ..visit.channel.clone() };
    CHANNELS.put(context, &channel)?;
    let row = MessageRow {
        app_instance_id: channel.app_instance_id,
        channel_id: channel.channel_id,
        message_id: message_id.to_owned(),
        sender: visit.bearer.person(),
        content: Some(input.content),
        metadata: input.metadata.filter(|metadata| !metadata.is_empty()),
        message_type: input.r#type,
        redacted: false,
        sequence: channel.messages,
        revisions: 0,
        created: context.now(),
        edited: None,
        updated: context.now(),
    };
    MESSAGES.put(context, &row)?;
    plan_purge(context, &row.app_instance_id)
}

/// MSG-2: lengths are counted in bytes of UTF-8.
pub(super) fn check(
    message_type: ChannelMessageType,
    content: Option<&str>,
    metadata: Option<&str>,
) -> Result<(), Failure> {
    let (most_content, most_metadata) = match message_type {
        ChannelMessageType::Standard => STANDARD,
        ChannelMessageType::Control => CONTROL,
    };
    let name = message_type.as_str();
    if content.is_some_and(|content| content.len() > most_content) {
        return Err(Failure::bad_request(format!("Content of a {name} message has at most {most_content} bytes.")));
    }
    if metadata.is_some_and(|metadata| metadata.len() > most_metadata) {
        return Err(Failure::bad_request(format!("Metadata of a {name} message have at most {most_metadata} bytes.")));
    }
    Ok(())
}
