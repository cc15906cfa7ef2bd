//! The log of what a real service would have done outside: e-mails, notifications, calls (G-81).

use chime_model::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::json;
use crate::store::{LAST_KEY, Order, StoreError, Transaction};

const ROOT: &str = "event/";

/// Something that happened, or that the emulator would have made happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Event {
    /// Counts from 1; the order in which events happened.
    pub sequence: u64,
    /// When, on the service's clock.
    pub time: Timestamp,
    /// What, `InvitationSent`.
    pub kind: String,
    /// AWS account that it concerns.
    pub account_id: String,
    /// The operation that caused it; none when a hook or the clock did.
    pub operation: Option<String>,
    /// Everything else.
    pub detail: Value,
}

impl Event {
    /// Writes the event behind the newest; its sequence is set here.
    ///
    /// # Errors
    /// The store's.
    pub fn append(mut self, transaction: &dyn Transaction) -> Result<(), StoreError> {
        let newest = transaction.scan(ROOT, &end(), 1, Order::Descending)?;
        let newest = newest.first().map(|(key, text)| parse(key, text)).transpose()?;
        self.sequence = newest.map_or(0, |event| event.sequence) + 1;
        let key = key(self.sequence);
        let text = json::write(&self).map_err(|source| StoreError::Damaged { key: key.clone(), source })?;
        transaction.put(&key, &text)
    }

    /// Up to `limit` events behind the one numbered `after`, for which `keep` holds; oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn list(
        transaction: &dyn Transaction,
        after: u64,
        limit: usize,
        keep: impl Fn(&Self) -> bool,
    ) -> Result<Vec<Self>, StoreError> {
        let (mut from, mut events) = (key(after.saturating_add(1)), Vec::new());
        while events.len() < limit {
            let entries = transaction.scan(&from, &end(), limit, Order::Ascending)?;
            let Some((newest, _)) = entries.last() else { break };
            from = format!("{newest}\0");
            for (key, text) in &entries {
                events.push(parse(key, text)?);
            }
            events.retain(&keep);
        }
        events.truncate(limit);
        Ok(events)
    }

    /// Forgets all events.
    ///
    /// # Errors
    /// The store's.
    pub fn clear(transaction: &dyn Transaction) -> Result<(), StoreError> {
        for (key, _) in transaction.scan(ROOT, &end(), usize::MAX, Order::Ascending)? {
            transaction.delete(&key)?;
        }
        Ok(())
    }
}

fn key(sequence: u64) -> String {
    format!("{ROOT}{sequence:012}")
}

fn end() -> String {
    format!("{ROOT}{LAST_KEY}")
}

fn parse(key: &str, text: &str) -> Result<Event, StoreError> {
    json::read(text.as_bytes()).map_err(|source| StoreError::Damaged { key: key.to_owned(), source })
}
