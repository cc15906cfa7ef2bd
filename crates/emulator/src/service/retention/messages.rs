//! Chat messages. The API neither writes nor reads them; the control plane does both (F-5).

use chime_model::Timestamp;
use serde::{Deserialize, Serialize};

use super::settings;
use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Index, Key, Range, Table, time_key};

/// Where a message was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// In a chat room.
    Room,
    /// In a conversation of some people, which the API knows by its id only.
    Conversation,
}

impl Place {
    /// All there are.
    pub const ALL: [Self; 2] = [Self::Room, Self::Conversation];

    fn as_str(self) -> &'static str {
        match self {
            Self::Room => "Room",
            Self::Conversation => "Conversation",
        }
    }
}

/// A chat message.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Message {
    /// Account that it belongs to.
    pub account_id: String,
    /// Where it was written.
    pub place: Place,
    /// Id of the room or conversation.
    pub place_id: String,
    /// Its identity.
    pub message_id: String,
    /// Who wrote it, as the control plane was told.
    pub sender: Option<String>,
    /// What it says; nothing once it is redacted.
    pub content: Option<String>,
    /// RET-7: whether it was made unreadable.
    pub redacted: bool,
    /// When it was written.
    pub created: Timestamp,
}

static MESSAGES: Table<Message> = Table {
    name: "chat-message",
    key: |row| key(&row.account_id, row.place, &row.place_id, &row.message_id),
    indexes: &[&BY_CREATED, &BY_AGE],
};

/// Messages of a room or conversation, oldest first.
static BY_CREATED: Index<Message> = Index {
    name: "created",
    places: |row| vec![Key::of([&row.account_id, row.place.as_str(), &row.place_id, &time_key(row.created.0)])],
};

/// Messages of an account, oldest first, for the purge.
static BY_AGE: Index<Message> =
    Index { name: "age", places: |row| vec![Key::of([&row.account_id, row.place.as_str(), &time_key(row.created.0)])] };

/// F-5: writes a message.
///
/// # Errors
/// The store's.
pub fn add_message(context: &Context<'_>, message: &Message) -> Result<(), Failure> {
    MESSAGES.put(context, message)?;
    settings::plan_purge(context, &message.account_id)
}

/// F-5: up to `limit` messages of a room or conversation, oldest first, from behind the place where the last list ended.
///
/// # Errors
/// The store's.
pub fn list_messages(
    context: &Context<'_>,
    (account_id, place, place_id): (&str, Place, &str),
    after: Option<&str>,
    limit: usize,
) -> Result<(Vec<Message>, Option<String>), Failure> {
    let within = Key::of([account_id, place.as_str(), place_id]);
    let range = Range { within, after, ..Range::default() };
    let page = MESSAGES.page(context, &BY_CREATED, &range, limit, |_| true)?;
    Ok((page.rows, page.next))
}

/// ROM-4: what was written in a room goes with it.
///
/// # Errors
/// The store's.
pub fn delete_messages(context: &Context<'_>, account_id: &str, place: Place, place_id: &str) -> Result<(), Failure> {
    let within = Key::of([account_id, place.as_str(), place_id]);
    for message in MESSAGES.all(context, &BY_CREATED, within)? {
        MESSAGES.delete(context, &(MESSAGES.key)(&message))?;
    }
    Ok(())
}

/// Everything of an account that is no more: its messages and its retention settings.
///
/// # Errors
/// The store's.
pub fn forget_account(context: &Context<'_>, account_id: &str) -> Result<(), Failure> {
    for message in MESSAGES.all(context, &BY_AGE, Key::of([account_id]))? {
        MESSAGES.delete(context, &(MESSAGES.key)(&message))?;
    }
    settings::forget(context, account_id)
}

/// RET-7: takes away what a message says. Repeating it changes nothing.
///
/// # Errors
/// NotFound.
pub(super) fn redact(
    context: &Context<'_>,
    account_id: &str,
    place: Place,
    place_id: &str,
    message_id: &str,
) -> Result<(), Failure> {
    let message = MESSAGES.get(context, &key(account_id, place, place_id, message_id))?;
    let message = message.ok_or_else(|| context.absent("message with this id there"))?;
    Ok(MESSAGES.put(context, &Message { content: None, redacted: true, ..message })?)
}

/// When the oldest message of an account that was written in such a place was written.
pub(super) fn oldest(context: &Context<'_>, account_id: &str, place: Place) -> Result<Option<Timestamp>, Failure> {
    let oldest = MESSAGES.find(context, &BY_AGE, Key::of([account_id, place.as_str()]))?;
    Ok(oldest.map(|message| message.created))
}

/// RET-6: deletes what was written in such places up to a moment; returns how many messages there were.
pub(super) fn purge_until(
    context: &Context<'_>,
    account_id: &str,
    place: Place,
    until: Timestamp,
) -> Result<usize, Failure> {
    let mut deleted = 0;
    while let Some(message) = MESSAGES.find(context, &BY_AGE, Key::of([account_id, place.as_str()]))? {
        if message.created > until {
            break;
        }
        MESSAGES.delete(context, &(MESSAGES.key)(&message))?;
        deleted += 1;
    }
    Ok(deleted)
}

fn key(account_id: &str, place: Place, place_id: &str, message_id: &str) -> Key {
    Key::of([account_id, place.as_str(), place_id, message_id])
}
