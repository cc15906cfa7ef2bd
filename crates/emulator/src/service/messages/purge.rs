//! Deleting messages in numbers: of a deleted channel, and of those that are older than an app instance keeps them.

use chime_model::Timestamp;

use super::row::{BY_AGE, BY_CREATED, MESSAGES, delete};
use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Key, Range, time_key};

/// How many messages go in one transaction, which everybody else waits for.
const AT_A_TIME: usize = 1000;

/// What a purge did.
pub struct Purged {
    /// How many messages it deleted.
    pub count: usize,
    /// Whether there may be more.
    pub more: bool,
}

/// CH-22: some messages of a channel that is no more; tells whether there may be others.
///
/// # Errors
/// The store's.
pub fn purge_channel(context: &Context<'_>, channel_id: &str) -> Result<bool, Failure> {
    let range = Range { within: Key::of([channel_id]), ..Range::default() };
    let messages = MESSAGES.page(context, &BY_CREATED, &range, AT_A_TIME, |_| true)?.rows;
    messages.iter().try_for_each(|message| delete(context, message))?;
    Ok(messages.len() == AT_A_TIME)
}

/// APP-20: some messages of an app instance that were sent up to a moment.
///
/// # Errors
/// The store's.
pub fn purge_until(context: &Context<'_>, app_instance_id: &str, until: Timestamp) -> Result<Purged, Failure> {
    let last = time_key(until.0);
    let range = Range { within: Key::of([app_instance_id]), last: Some(&last), ..Range::default() };
    let messages = MESSAGES.page(context, &BY_AGE, &range, AT_A_TIME, |_| true)?.rows;
    messages.iter().try_for_each(|message| delete(context, message))?;
    Ok(Purged { count: messages.len(), more: messages.len() == AT_A_TIME })
}

/// When the oldest message of an app instance was sent.
///
/// # Errors
/// The store's.
pub fn oldest(context: &Context<'_>, app_instance_id: &str) -> Result<Option<Timestamp>, Failure> {
    Ok(MESSAGES.find(context, &BY_AGE, Key::of([app_instance_id]))?.map(|message| message.created))
}
