//! Messages as they are stored. MSG-3: the persistent ones.

use chime_model::Timestamp;
use chime_model::types::{AppInstanceDataType, ChannelMessageType};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::Person;
use crate::service::app_instances::stream;
use crate::service::channels::ChannelRow;
use crate::store::{Index, Key, Table, time_key};

/// A message (MSG-1).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct MessageRow {
    pub app_instance_id: String,
    pub channel_id: String,
    pub message_id: String,
    pub sender: Person,
    /// What it says; nothing once it is redacted (MSG-6).
    pub content: Option<String>,
    pub metadata: Option<String>,
    pub message_type: ChannelMessageType,
    pub redacted: bool,
    /// Its place among the messages of the channel, for those of the same millisecond.
    pub sequence: u64,
    /// How many earlier versions are kept (MSG-5).
    pub revisions: u64,
    pub created: Timestamp,
    pub edited: Option<Timestamp>,
    pub updated: Timestamp,
}

/// Messages, in their channels.
pub(super) static MESSAGES: Table<MessageRow> = Table {
    name: "channel-message",
    key: |row| Key::of([&row.channel_id, &row.message_id]),
    indexes: &[&BY_CREATED, &BY_AGE],
};

/// Messages of a channel, oldest first.
pub(super) static BY_CREATED: Index<MessageRow> = Index {
    name: "created",
    places: |row| vec![Key::of([&row.channel_id, &time_key(row.created.0), &format!("{:012}", row.sequence)])],
};

/// Messages of an app instance, oldest first, for the purge.
pub(super) static BY_AGE: Index<MessageRow> =
    Index { name: "age", places: |row| vec![Key::of([&row.app_instance_id, &time_key(row.created.0)])] };

/// MSG-5: what a message said before it was edited.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct RevisionRow {
    pub channel_id: String,
    pub message_id: String,
    pub revision: u64,
    pub content: Option<String>,
    pub metadata: Option<String>,
}

/// Earlier versions, in their messages.
pub(super) static REVISIONS: Table<RevisionRow> = Table {
    name: "channel-message-revision",
    key: |row| revision_key(&row.channel_id, &row.message_id, row.revision),
    indexes: &[],
};

/// MSG-7: a message, with what it said before.
pub(super) fn delete(context: &Context<'_>, row: &MessageRow) -> Result<(), Failure> {
    for revision in 0..row.revisions {
        REVISIONS.delete(context, &revision_key(&row.channel_id, &row.message_id, revision))?;
    }
    MESSAGES.delete(context, &(MESSAGES.key)(row))?;
    Ok(())
}

/// Records what the app instance would stream of a message.
pub(super) fn streamed(
    context: &Context<'_>,
    channel: &ChannelRow,
    message_id: &str,
    change: &str,
) -> Result<(), Failure> {
    let detail = json!({ "ChannelArn": channel.arn(), "MessageId": message_id });
    stream(context, &channel.app_instance_id, AppInstanceDataType::ChannelMessage, (change, detail))
}

fn revision_key(channel_id: &str, message_id: &str, revision: u64) -> Key {
    Key::of([channel_id, message_id, &format!("{revision:06}")])
}
