//! Channels and memberships as they are stored.

use chime_model::Timestamp;
use chime_model::types::{ChannelMembershipType, ChannelMode, ChannelPrivacy};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instance_users::Person;
use crate::service::app_instances::{Arn, existing_instance};
use crate::store::{Index, Key, Table, time_key};

/// A channel (CH-1).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ChannelRow {
    /// Owner of the app instance.
    pub aws_account_id: String,
    /// The app instance.
    pub app_instance_id: String,
    /// Its identity.
    pub channel_id: String,
    /// Its name; not unique (CH-20).
    pub name: String,
    /// Who may add members (CH-3).
    pub mode: ChannelMode,
    /// Who may see it; for ever (CH-2).
    pub privacy: ChannelPrivacy,
    /// What the customer notes about it.
    pub metadata: Option<String>,
    /// Who made it (CH-5).
    pub created_by: Person,
    /// When the latest persistent message was sent (CH-6).
    pub last_message: Option<Timestamp>,
    /// How many persistent messages were sent: their order within a millisecond.
    pub messages: u64,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
}

impl ChannelRow {
    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> String {
        let (account, instance) = (self.aws_account_id.as_str(), self.app_instance_id.as_str());
        Arn::Channel { account, instance, channel: &self.channel_id }.to_string()
    }
}

/// Channels, in their app instances.
pub static CHANNELS: Table<ChannelRow> =
    Table { name: "channel", key: |row| Key::of([&row.app_instance_id, &row.channel_id]), indexes: &[&BY_PRIVACY] };

/// Channels of an app instance, the public and the private ones, each in the order of their creation.
pub(super) static BY_PRIVACY: Index<ChannelRow> = Index {
    name: "privacy",
    places: |row| vec![Key::of([&row.app_instance_id, row.privacy.as_str(), &time_key(row.created.0)])],
};

/// Somebody's place in a channel (CM-1).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MembershipRow {
    /// App instance of channel and member.
    pub app_instance_id: String,
    /// The channel.
    pub channel_id: String,
    /// Id of the member.
    pub user_id: String,
    /// The member.
    pub member: Person,
    /// Whether others see it (CM-2).
    pub membership_type: ChannelMembershipType,
    /// Who added it.
    pub invited_by: Person,
    /// Up to when the member has read (CH-27).
    pub read_marker: Option<Timestamp>,
    /// When it was added.
    pub created: Timestamp,
}

/// Memberships, in their channels.
pub(super) static MEMBERSHIPS: Table<MembershipRow> = Table {
    name: "channel-membership",
    key: |row| Key::of([&row.channel_id, &row.user_id]),
    indexes: &[&BY_TYPE, &BY_MEMBER],
};

/// Memberships of a channel, those that are seen and those that are hidden, each in the order of their creation.
pub(super) static BY_TYPE: Index<MembershipRow> = Index {
    name: "type",
    places: |row| vec![Key::of([&row.channel_id, row.membership_type.as_str(), &time_key(row.created.0)])],
};

/// Memberships of a user in the order of their creation.
pub(super) static BY_MEMBER: Index<MembershipRow> = Index {
    name: "member",
    places: |row| vec![Key::of([&row.app_instance_id, &row.user_id, &time_key(row.created.0)])],
};

/// The channel that an ARN names, if the app instance is the caller's.
///
/// # Errors
/// The store's.
pub fn existing_channel(context: &Context<'_>, arn: Arn<'_>) -> Result<Option<ChannelRow>, Failure> {
    let Arn::Channel { instance, channel, .. } = arn else { return Ok(None) };
    if existing_instance(context, arn)?.is_none() {
        return Ok(None);
    }
    Ok(CHANNELS.get(context, &Key::of([instance, channel]))?)
}

/// The caller's channel.
///
/// # Errors
/// NotFound where it is declared, else Forbidden (G-15).
pub(super) fn channel(context: &Context<'_>, arn: &str) -> Result<ChannelRow, Failure> {
    let row = Arn::parse(arn).map(|arn| existing_channel(context, arn)).transpose()?.flatten();
    row.ok_or_else(|| context.absent("channel with this ARN"))
}
