//! A voice connector group as it is stored.

use chime_model::Timestamp;
use chime_model::types::{VoiceConnectorGroup, VoiceConnectorItem};
use serde::{Deserialize, Serialize};

use crate::store::{Index, Key, Table, time_key};

/// A voice connector group of an AWS account (VCG-1).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct GroupRow {
    /// Owner.
    pub aws_account_id: String,
    /// Its identity.
    pub voice_connector_group_id: String,
    /// Its name.
    pub name: String,
    /// Its connectors, as they were sent.
    pub items: Vec<VoiceConnectorItem>,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
}

/// All voice connector groups.
pub static GROUPS: Table<GroupRow> = Table {
    name: "voice-connector-group",
    key: |row| Key::of([&row.aws_account_id, &row.voice_connector_group_id]),
    indexes: &[&GROUPS_BY_CREATED, &GROUPS_BY_MEMBER],
};

/// An AWS account's groups, oldest first.
pub static GROUPS_BY_CREATED: Index<GroupRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

/// Groups by the connectors in them.
pub static GROUPS_BY_MEMBER: Index<GroupRow> = Index {
    name: "member",
    places: |row| row.items.iter().map(|item| Key::of([&row.aws_account_id, &item.voice_connector_id])).collect(),
};

impl From<GroupRow> for VoiceConnectorGroup {
    fn from(row: GroupRow) -> Self {
        let (owner, id) = (&row.aws_account_id, &row.voice_connector_group_id);
        Self {
            voice_connector_group_arn: Some(format!("arn:aws:chime:us-east-1:{owner}:vcg/{id}")),
            voice_connector_group_id: Some(row.voice_connector_group_id),
            name: Some(row.name),
            voice_connector_items: Some(row.items),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
        }
    }
}
