//! Editing, redacting and deleting messages.

use chime_model::types::{
    DeleteChannelMessageRequest, RedactChannelMessageRequest, RedactChannelMessageResponse,
    UpdateChannelMessageRequest, UpdateChannelMessageResponse,
};

use super::row::{MESSAGES, MessageRow, REVISIONS, RevisionRow, delete, streamed};
use super::send::check;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instances::replaced;
use crate::service::channels::{Role, Visit, visit};
use crate::store::Key;

/// MSG-5: the sender edits; what is left out stays, and what was there before is kept.
///
/// # Errors
/// Forbidden for others, or a message that is not there (G-15); BadRequest for a message that is too long; Conflict for one that is
/// redacted.
pub fn update_channel_message(
    context: &Context<'_>,
    input: UpdateChannelMessageRequest,
) -> Result<UpdateChannelMessageResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    let row = message(context, &visit, &input.message_id)?;
    must_own(&visit, &row)?;
    check(row.message_type, input.content.as_deref(), input.metadata.as_deref())?;
    if row.redacted {
        return Err(context.in_the_way("The message is redacted."));
    }
    let before = RevisionRow {
        channel_id: row.channel_id.clone(),
        message_id: row.message_id.clone(),
        revision: row.revisions,
        content: row.content.clone(),
        metadata: row.metadata.clone(),
    };
    REVISIONS.put(context, &before)?;
    let row = MessageRow {
        content: input.content.or(row.content),
        metadata: replaced(row.metadata, input.metadata),
        revisions: row.revisions + 1,
        edited: Some(context.now()),
        updated: context.now(),
        ..row
    };
    MESSAGES.put(context, &row)?;
    streamed(context, &visit.channel, &row.message_id, "UPDATE_CHANNEL_MESSAGE")?;
    Ok(UpdateChannelMessageResponse { channel_arn: Some(visit.channel.arn()), message_id: Some(row.message_id) })
}

/// MSG-6: takes away what a message says, for good, and nothing else. Repeating it changes nothing more.
///
/// # Errors
/// Forbidden for who is neither sender nor manages the channel, or a message that is not there.
pub fn redact_channel_message(
    context: &Context<'_>,
    input: RedactChannelMessageRequest,
) -> Result<RedactChannelMessageResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    let row = message(context, &visit, &input.message_id)?;
    if !visit.manages() {
        must_own(&visit, &row)?;
    }
    if !row.redacted {
        let row = MessageRow { content: None, redacted: true, updated: context.now(), ..row };
        MESSAGES.put(context, &row)?;
        streamed(context, &visit.channel, &row.message_id, "REDACT_CHANNEL_MESSAGE")?;
    }
    Ok(RedactChannelMessageResponse { channel_arn: Some(visit.channel.arn()), message_id: Some(input.message_id) })
}

/// MSG-7: administrators delete, also what is not there (G-15).
///
/// # Errors
/// Forbidden for others.
pub fn delete_channel_message(context: &Context<'_>, input: DeleteChannelMessageRequest) -> Result<(), Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_administer()?;
    let row = MESSAGES.get(context, &Key::of([&visit.channel.channel_id, &input.message_id]))?;
    let Some(row) = row else { return Ok(()) };
    delete(context, &row)?;
    streamed(context, &visit.channel, &row.message_id, "DELETE_CHANNEL_MESSAGE")
}

fn message(context: &Context<'_>, visit: &Visit, message_id: &str) -> Result<MessageRow, Failure> {
    let row = MESSAGES.get(context, &Key::of([&visit.channel.channel_id, message_id]))?;
    row.ok_or_else(|| context.absent("message with this id in the channel"))
}

/// CH-12: one's own, and only while one has a part in the channel.
fn must_own(visit: &Visit, row: &MessageRow) -> Result<(), Failure> {
    if visit.role > Role::Other && row.sender == visit.bearer.person() {
        return Ok(());
    }
    Err(Failure::forbidden("The bearer did not send this message."))
}
