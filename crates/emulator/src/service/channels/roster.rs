//! The two lists of people that a channel has beside its members: moderators and banned users. They are kept alike.

use chime_model::Timestamp;
use chime_model::types::Identity;
use serde::{Deserialize, Serialize};

use super::row::ChannelRow;
use super::visit::Visit;
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::app_instance_users::{Person, UserRow, identity, user_of};
use crate::service::app_instances::Arn;
use crate::service::quota::{self, Quota};
use crate::store::{Index, Key, Table, time_key};

/// Somebody on such a list.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RosterRow {
    /// App instance of channel and user.
    pub app_instance_id: String,
    /// The channel.
    pub channel_id: String,
    /// Id of the user.
    pub user_id: String,
    /// The user.
    pub person: Person,
    /// Who put the user on the list.
    pub created_by: Person,
    /// When.
    pub created: Timestamp,
}

/// Moderators of channels (MOD-1).
pub(super) static MODERATORS: Table<RosterRow> =
    Table { name: "channel-moderator", key, indexes: &[&BY_CREATED, &BY_USER] };

/// Users banned from channels (BAN-1).
pub(super) static BANS: Table<RosterRow> = Table { name: "channel-ban", key, indexes: &[&BY_CREATED, &BY_USER] };

/// A channel's list in the order in which people came on it.
pub(super) static BY_CREATED: Index<RosterRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.channel_id, &time_key(row.created.0)])] };

/// Where a user is on the list, in the order in which that came.
pub(super) static BY_USER: Index<RosterRow> =
    Index { name: "user", places: |row| vec![Key::of([&row.app_instance_id, &row.user_id, &time_key(row.created.0)])] };

/// Puts a user on the list.
///
/// # Errors
/// Conflict with `present` for one who is on it; ResourceLimitExceeded.
pub(super) fn add(
    context: &Context<'_>,
    (table, quota): (&Table<RosterRow>, Quota),
    channel: &ChannelRow,
    user: &UserRow,
    created_by: &UserRow,
    present: &str,
) -> Result<Identity, Failure> {
    if is_on(context, table, channel, &user.user_id)? {
        return Err(context.in_the_way(present));
    }
    quota::check(context, quota, 1, (table, &BY_CREATED, Key::of([&channel.channel_id])))?;
    let row = RosterRow {
        app_instance_id: channel.app_instance_id.clone(),
        channel_id: channel.channel_id.clone(),
        user_id: user.user_id.clone(),
        person: user.person(),
        created_by: created_by.person(),
        created: context.now(),
    };
    table.put(context, &row)?;
    identity(context, &row.person)
}

/// Whether a user is on the list.
pub(super) fn is_on(
    context: &Context<'_>,
    table: &Table<RosterRow>,
    channel: &ChannelRow,
    user_id: &str,
) -> Result<bool, Failure> {
    Ok(table.get(context, &Key::of([&channel.channel_id, user_id]))?.is_some())
}

/// The entry of the user with this ARN.
pub(super) fn entry(
    context: &Context<'_>,
    table: &Table<RosterRow>,
    channel: &ChannelRow,
    arn: &str,
) -> Result<Option<RosterRow>, Failure> {
    let key = entry_key(channel, arn);
    Ok(key.map(|key| table.get(context, &key)).transpose()?.flatten())
}

/// Takes the user with this ARN off the list; one who is not on it is left alone.
pub(super) fn remove(
    context: &Context<'_>,
    table: &Table<RosterRow>,
    channel: &ChannelRow,
    arn: &str,
) -> Result<(), Failure> {
    if let Some(key) = entry_key(channel, arn) {
        table.delete(context, &key)?;
    }
    Ok(())
}

/// A page of the list, and its NextToken.
pub(super) fn page(
    context: &Context<'_>,
    table: &Table<RosterRow>,
    visit: &Visit,
    (next_token, max_results): (Option<&str>, Option<i64>),
) -> Result<(Vec<Identity>, Option<String>), Failure> {
    let within = Key::of([&visit.channel.channel_id]);
    let list = List { index: &BY_CREATED, within, starts_with: "", next_token, limit: page_size(max_results, 50) };
    let page = context.list(table, list, |_| true)?;
    let people = page.rows.iter().map(|row| identity(context, &row.person)).collect::<Result<_, _>>()?;
    Ok((people, page.next_token))
}

/// MOD-1, BAN-1: the user of the channel's app instance with this ARN.
///
/// # Errors
/// BadRequest.
pub(super) fn candidate(context: &Context<'_>, channel: &ChannelRow, arn: &str) -> Result<UserRow, Failure> {
    let user = user_of(context, &channel.app_instance_id, arn)?;
    user.ok_or_else(|| context.dangling("user with this ARN in the channel's app instance"))
}

/// Where the entry of a user of the channel's app instance is.
pub(super) fn entry_key(channel: &ChannelRow, arn: &str) -> Option<Key> {
    match Arn::parse(arn)? {
        Arn::User { account, instance, user }
            if (account, instance) == (&channel.aws_account_id, &channel.app_instance_id) =>
        {
            Some(Key::of([&channel.channel_id, user]))
        }
        _ => None,
    }
}

fn key(row: &RosterRow) -> Key {
    Key::of([&row.channel_id, &row.user_id])
}
