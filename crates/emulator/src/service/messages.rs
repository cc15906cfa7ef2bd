//! Messages in channels.

mod change;
mod purge;
mod read;
mod row;
mod send;

pub use change::{delete_channel_message, redact_channel_message, update_channel_message};
pub use purge::{Purged, oldest, purge_channel, purge_until};
pub use read::{get_channel_message, list_channel_messages};
pub use send::send_channel_message;
