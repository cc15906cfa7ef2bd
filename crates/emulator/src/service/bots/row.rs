//! Bots as they are stored.

use chime_model::Timestamp;
use chime_model::types::{Bot, BotType};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Index, Key, Table, time_key};

/// A chat bot (BOT-1), of the only type there is.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct BotRow {
    /// Account that it belongs to.
    pub account_id: String,
    /// Its identity; its user id is the same.
    pub bot_id: String,
    /// Its name, with ` (Bot)` behind it (BOT-2).
    pub display_name: String,
    /// Its e-mail address, unique in the account (BOT-6).
    pub email: String,
    /// Signs the events that are sent to it (BOT-3).
    pub security_token: String,
    /// Whether it is stopped.
    pub disabled: bool,
    /// Where its events go; at most one place (BOT-20).
    pub events: Option<EventsTarget>,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
}

/// Where the events of a bot go.
#[derive(Clone, Serialize, Deserialize)]
pub enum EventsTarget {
    /// An HTTPS endpoint, by its URL.
    HttpsEndpoint(String),
    /// A Lambda function, by its ARN.
    LambdaFunction(String),
}

/// Bots, in their accounts.
pub static BOTS: Table<BotRow> = Table {
    name: "bot",
    key: |row| Key::of([&row.account_id, &row.bot_id]),
    indexes: &[&BOTS_BY_CREATED, &BOTS_BY_EMAIL],
};

/// Bots of an account in the order of their creation.
pub static BOTS_BY_CREATED: Index<BotRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.account_id, &time_key(row.created.0)])] };

/// Bots of an account by e-mail address.
pub static BOTS_BY_EMAIL: Index<BotRow> =
    Index { name: "email", places: |row| vec![Key::of([&row.account_id, &row.email.to_lowercase()])] };

/// The bot of an account that is known to be the caller's (ACC-7).
///
/// # Errors
/// NotFound; Forbidden where that is not declared (G-15).
pub fn bot(context: &Context<'_>, account_id: &str, bot_id: &str) -> Result<BotRow, Failure> {
    let row = BOTS.get(context, &Key::of([account_id, bot_id]))?;
    row.ok_or_else(|| context.absent("bot with this id in the account"))
}

/// Everything of an account that is no more: its bots.
///
/// # Errors
/// The store's.
pub fn forget_account(context: &Context<'_>, account_id: &str) -> Result<(), Failure> {
    for bot in BOTS.all(context, &BOTS_BY_CREATED, Key::of([account_id]))? {
        BOTS.delete(context, &(BOTS.key)(&bot))?;
    }
    Ok(())
}

impl From<BotRow> for Bot {
    fn from(row: BotRow) -> Self {
        Self {
            // BOT-1: both are the same.
            user_id: Some(row.bot_id.clone()),
            bot_id: Some(row.bot_id),
            display_name: Some(row.display_name),
            bot_type: Some(BotType::ChatBot),
            disabled: Some(row.disabled),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
            bot_email: Some(row.email),
            // BOT-3: in full, always.
            security_token: Some(row.security_token),
        }
    }
}
