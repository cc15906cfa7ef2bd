//! The end of a channel (CH-22), of a user's part in all channels (APP-17), and of the channels of an app instance (APP-12).

use chime_model::Timestamp;
use chime_model::types::DeleteChannelRequest;

use super::members;
use super::operations::streamed;
use super::roster::{BANS, BY_CREATED, BY_USER, MODERATORS};
use super::row::{BY_MEMBER, BY_PRIVACY, BY_TYPE, CHANNELS, ChannelRow, MEMBERSHIPS};
use super::sessions;
use super::visit::visit;
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::messages;
use crate::service::tags::{self, Resource};
use crate::store::{Key, Range};

const PAUSE_MS: i64 = 1000;

/// CH-22: the channel with memberships, moderators and bans at once; its messages, which nobody can reach any more, little by
/// little.
///
/// # Errors
/// Forbidden for the bearer, or a channel that is not there (G-15).
pub fn delete_channel(context: &Context<'_>, input: DeleteChannelRequest) -> Result<(), Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    streamed(context, &visit.channel, "DELETE_CHANNEL")?;
    sessions::tell(context, &visit.channel, "DELETE_CHANNEL")?;
    remove(context, &visit.channel)
}

/// CH-22: frees some of the messages of a deleted channel, and comes back while there are more.
///
/// # Errors
/// The store's.
pub fn purge(context: &Context<'_>, channel_id: &str) -> Result<(), Failure> {
    if messages::purge_channel(context, channel_id)? {
        let again = Action::ChannelIsPurged { channel_id: channel_id.to_owned() };
        context.schedule(Timestamp(context.now().0 + PAUSE_MS), &again)?;
    }
    Ok(())
}

/// APP-12: removes up to `limit` channels of a deleted app instance; tells whether there may be more.
///
/// # Errors
/// The store's.
pub fn purge_instance(context: &Context<'_>, app_instance_id: &str, limit: usize) -> Result<bool, Failure> {
    let range = Range { within: Key::of([app_instance_id]), ..Range::default() };
    let channels = CHANNELS.page(context, &BY_PRIVACY, &range, limit, |_| true)?.rows;
    for channel in &channels {
        remove(context, channel)?;
    }
    Ok(channels.len() == limit)
}

/// APP-17: takes a user who is deleted out of every channel, and off every list of moderators and of bans (BAN-4).
///
/// # Errors
/// The store's.
pub fn forget_user(context: &Context<'_>, app_instance_id: &str, user_id: &str) -> Result<(), Failure> {
    let within = Key::of([app_instance_id, user_id]);
    for row in MEMBERSHIPS.all(context, &BY_MEMBER, within.clone())? {
        if let Some(channel) = CHANNELS.get(context, &Key::of([app_instance_id, &row.channel_id]))? {
            members::remove(context, &channel, &(MEMBERSHIPS.key)(&row))?;
        }
    }
    for table in [&MODERATORS, &BANS] {
        for row in table.all(context, &BY_USER, within.clone())? {
            table.delete(context, &(table.key)(&row))?;
        }
    }
    Ok(())
}

fn remove(context: &Context<'_>, channel: &ChannelRow) -> Result<(), Failure> {
    let within = Key::of([&channel.channel_id]);
    for row in MEMBERSHIPS.all(context, &BY_TYPE, within.clone())? {
        MEMBERSHIPS.delete(context, &(MEMBERSHIPS.key)(&row))?;
    }
    for table in [&MODERATORS, &BANS] {
        for row in table.all(context, &BY_CREATED, within.clone())? {
            table.delete(context, &(table.key)(&row))?;
        }
    }
    tags::forget(context, Resource::Channel(&channel.channel_id))?;
    CHANNELS.delete(context, &(CHANNELS.key)(channel))?;
    let purge = Action::ChannelIsPurged { channel_id: channel.channel_id.clone() };
    Ok(context.schedule(context.now(), &purge)?)
}
