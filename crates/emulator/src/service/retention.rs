//! How long an account keeps its chat messages, and messages that are made unreadable.

mod messages;
mod redaction;
mod settings;

pub use messages::{Message, Place, add_message, delete_messages, forget_account, list_messages};
pub use redaction::{redact_conversation_message, redact_room_message};
pub use settings::{get_retention_settings, purge, put_retention_settings};
