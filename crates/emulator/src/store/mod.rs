//! Rows on ordered keys, inside transactions. Nothing here knows the API.

mod key;
mod memory;
#[cfg(feature = "server")]
mod sqlite;
mod table;
#[cfg(test)]
mod tests;

use std::error::Error;

pub use key::{Key, text_key, time_key};
pub use memory::MemoryStore;
#[cfg(feature = "server")]
pub use sqlite::SqliteStore;
pub use table::{Index, Page, Range, Table};

/// A key with its row, both text.
pub type Entry = (String, String);

/// Which way a scan runs through its range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// From the smallest key up.
    #[default]
    Ascending,
    /// From the largest key down.
    Descending,
}

/// How a write ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Keep every change.
    Commit,
    /// Undo every change.
    Rollback,
}

/// Why a store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file holds something else.
    #[error("this is not a chime-emulator data file")]
    Foreign,
    /// The file was written in a layout that this build does not read.
    #[error("the data is in format {0:?}, which this program does not read")]
    Format(String),
    /// A second process has the file.
    #[error("another chime-emulator has this data file open")]
    InUse,
    /// A change was asked of a transaction that only reads.
    #[error("this transaction only reads")]
    ReadOnly,
    /// A row does not parse.
    #[error("the row {key:?} is damaged: {source}")]
    Damaged {
        /// Key of the row.
        key: String,
        /// What the parser said.
        source: serde_json::Error,
    },
    /// The transaction that this call shared could not be committed.
    #[error("the changes could not be committed: {0}")]
    Commit(String),
    /// The engine below failed: no space, no permission, damaged file.
    #[error("{0}")]
    Engine(#[source] Box<dyn Error + Send + Sync>),
}

/// What can be done inside a transaction. Changes are visible to later reads of the same transaction.
pub trait Transaction {
    /// The row under `key`.
    ///
    /// # Errors
    /// The engine's.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts `row` under `key`; returns the one that was there.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], and the engine's.
    fn replace(&self, key: &str, row: &str) -> Result<Option<String>, StoreError>;

    /// Puts `row` under `key`, over one that is there.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], and the engine's.
    fn put(&self, key: &str, row: &str) -> Result<(), StoreError> {
        self.replace(key, row).map(drop)
    }

    /// Removes the row under `key`, if there is one.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], and the engine's.
    fn delete(&self, key: &str) -> Result<(), StoreError>;

    /// At most `limit` rows with `from <= key < to`, in the order of their keys' bytes.
    ///
    /// # Errors
    /// The engine's.
    fn scan(&self, from: &str, to: &str, limit: usize, order: Order) -> Result<Vec<Entry>, StoreError>;
}

/// Ordered rows with transactions: all that the emulator needs of a database.
pub trait Store: Send + Sync {
    /// Runs `work` once over one unchanging state of the rows.
    ///
    /// # Errors
    /// The engine's.
    fn read(&self, work: &mut dyn FnMut(&dyn Transaction)) -> Result<(), StoreError>;

    /// Runs `work` once, alone among writers. When this returns `Ok` after [`Outcome::Commit`], the changes are as durable as
    /// the store makes them; after anything else there are none.
    ///
    /// # Errors
    /// The engine's.
    fn write(&self, work: &mut dyn FnMut(&dyn Transaction) -> Outcome) -> Result<(), StoreError>;

    /// Runs `work`, during which this thread's writes return before they are durable. They are when this returns `Ok`; after an
    /// error some of them may not be there. A store that commits at once has nothing to do for it.
    ///
    /// # Errors
    /// The engine's.
    fn write_together(&self, work: &mut dyn FnMut()) -> Result<(), StoreError> {
        work();
        Ok(())
    }
}

impl dyn Store + '_ {
    /// Reads a value; see [`Store::read`].
    ///
    /// # Errors
    /// The engine's.
    pub fn view<T>(&self, work: impl FnOnce(&dyn Transaction) -> T) -> Result<T, StoreError> {
        let (mut work, mut value) = (Some(work), None);
        self.read(&mut |transaction| value = work.take().map(|work| work(transaction)))?;
        value.ok_or_else(not_run)
    }

    /// Changes rows, or changes nothing when `work` fails; see [`Store::write`].
    ///
    /// # Errors
    /// What `work` returns, and the engine's.
    pub fn update<T, E: From<StoreError>>(&self, work: impl FnOnce(&dyn Transaction) -> Result<T, E>) -> Result<T, E> {
        let (mut work, mut value) = (Some(work), None);
        self.write(&mut |transaction| {
            value = work.take().map(|work| work(transaction));
            if matches!(value, Some(Ok(_))) { Outcome::Commit } else { Outcome::Rollback }
        })?;
        value.unwrap_or_else(|| Err(not_run().into()))
    }
}

/// Larger than every key: keys begin with a table's name, which is ASCII.
pub const LAST_KEY: &str = "\u{10ffff}";

fn not_run() -> StoreError {
    StoreError::Engine("the store did not run the transaction".into())
}
