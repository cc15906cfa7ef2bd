//! Making a message unreadable for good (RET-7).

use chime_model::types::{RedactConversationMessageRequest, RedactRoomMessageRequest};

use super::messages::{Place, redact};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::service::rooms::room;

/// RET-7: in a conversation.
///
/// # Errors
/// NotFound for account, conversation or message; Forbidden for the account.
pub fn redact_conversation_message(
    context: &Context<'_>,
    input: RedactConversationMessageRequest,
) -> Result<(), Failure> {
    changeable(context, &input.account_id)?;
    redact(context, &input.account_id, Place::Conversation, &input.conversation_id, &input.message_id)
}

/// RET-7: in a room, not in a channel as one sentence of the reference has it (RET-8).
///
/// # Errors
/// NotFound for account, room or message; Forbidden for the account.
pub fn redact_room_message(context: &Context<'_>, input: RedactRoomMessageRequest) -> Result<(), Failure> {
    changeable(context, &input.account_id)?;
    let room = room(context, &input.account_id, &input.room_id)?;
    redact(context, &room.account_id, Place::Room, &room.room_id, &input.message_id)
}
