//! What people write in rooms and conversations (F-5).

use chime_model::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Request;
use crate::Emulator;
use crate::failure::Failure;
use crate::service::accounts::gate;
use crate::service::retention::{Message, Place, add_message, list_messages};
use crate::service::rooms;

const PAGE: u64 = 1000;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Write {
    content: String,
    sender: Option<String>,
    /// Now when absent; messages may be older than the emulator.
    created_timestamp: Option<Timestamp>,
}

pub(super) fn write_in_room(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    write(emulator, request, Place::Room, request.label("RoomId"))
}

pub(super) fn write_in_conversation(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    write(emulator, request, Place::Conversation, request.label("ConversationId"))
}

pub(super) fn read_room(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    read(emulator, request, Place::Room, request.label("RoomId"))
}

pub(super) fn read_conversation(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    read(emulator, request, Place::Conversation, request.label("ConversationId"))
}

fn write(emulator: &Emulator, request: &Request<'_>, place: Place, place_id: &str) -> Result<Value, Failure> {
    let body: Write = request.json()?;
    emulator.hook(|context| {
        let account = gate::changeable(context, request.label("AccountId"))?;
        // Conversations are known by their ids only.
        if place == Place::Room {
            rooms::room(context, &account.account_id, place_id)?;
        }
        let message = Message {
            account_id: account.account_id,
            place,
            place_id: place_id.to_owned(),
            message_id: context.random().uuid(),
            sender: body.sender,
            content: Some(body.content),
            redacted: false,
            created: body.created_timestamp.unwrap_or(context.now()),
        };
        add_message(context, &message)?;
        Ok(json!({ "Message": shown(&message) }))
    })
}

fn read(emulator: &Emulator, request: &Request<'_>, place: Place, place_id: &str) -> Result<Value, Failure> {
    let limit = request.number("limit")?.unwrap_or(PAGE).clamp(1, PAGE);
    let (limit, after) = (usize::try_from(limit).unwrap_or(1), request.query("after"));
    emulator.hook(|context| {
        let account = gate::readable(context, request.label("AccountId"))?;
        let within = (account.account_id.as_str(), place, place_id);
        let (messages, next) = list_messages(context, within, after.as_deref(), limit)?;
        Ok(json!({ "Messages": messages.iter().map(shown).collect::<Vec<_>>(), "Next": next }))
    })
}

fn shown(message: &Message) -> Value {
    json!({
        "MessageId": message.message_id,
        "Sender": message.sender,
        "Content": message.content,
        "Redacted": message.redacted,
        "CreatedTimestamp": message.created,
    })
}
