//! The rows as a call sees them, and what it takes to undo the call.

use std::cell::RefCell;

use rusqlite::{Connection, OptionalExtension, Params, params};

use crate::store::{Entry, Order, StoreError, Transaction};

/// Reading and writing in the open transaction of a connection.
pub(super) struct Rows<'a> {
    connection: &'a Connection,
    /// What each changed key held before, in the order of the changes; `None` where nothing may be changed. A savepoint would copy
    /// every page that a call changes.
    undo: Option<RefCell<Vec<Change>>>,
}

/// A key, and the row that was there.
type Change = (String, Option<String>);

impl<'a> Rows<'a> {
    /// For a call that only reads.
    pub(super) fn read(connection: &'a Connection) -> Self {
        Self { connection, undo: None }
    }

    /// For a call that may write.
    pub(super) fn write(connection: &'a Connection) -> Self {
        Self { connection, undo: Some(RefCell::default()) }
    }

    /// Takes back what was changed through these rows.
    pub(super) fn undo(self) -> Result<(), StoreError> {
        if self.connection.is_autocommit() {
            return Err(StoreError::Engine("the transaction has been rolled back".into()));
        }
        for (key, before) in self.undo.iter().flat_map(|undo| undo.take().into_iter().rev()) {
            match before {
                Some(row) => self.execute("INSERT OR REPLACE INTO entry (key, value) VALUES (?1, ?2)", [key, row])?,
                None => self.execute("DELETE FROM entry WHERE key = ?1", [key])?,
            };
        }
        Ok(())
    }

    fn execute(&self, sql: &str, values: impl Params) -> Result<usize, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.execute(values)?)
    }

    /// Notes what a key held before a change.
    fn changed(&self, key: &str, before: Option<String>) {
        if let Some(undo) = &self.undo {
            undo.borrow_mut().push((key.to_owned(), before));
        }
    }

    fn check_writable(&self) -> Result<(), StoreError> {
        if self.undo.is_some() { Ok(()) } else { Err(StoreError::ReadOnly) }
    }
}

impl Transaction for Rows<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM entry WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    fn replace(&self, key: &str, row: &str) -> Result<Option<String>, StoreError> {
        self.check_writable()?;
        // Most rows are new, and need no look at what was there before.
        let insert = "INSERT INTO entry (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING";
        if self.execute(insert, [key, row])? == 1 {
            self.changed(key, None);
            return Ok(None);
        }
        let before = self.get(key)?;
        self.execute("UPDATE entry SET value = ?2 WHERE key = ?1", [key, row])?;
        self.changed(key, before.clone());
        Ok(before)
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.check_writable()?;
        if let Some(before) = self.get(key)? {
            self.execute("DELETE FROM entry WHERE key = ?1", [key])?;
            self.changed(key, Some(before));
        }
        Ok(())
    }

    fn scan(&self, from: &str, to: &str, limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection.prepare_cached(match order {
            Order::Ascending => "SELECT key, value FROM entry WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT ?3",
            Order::Descending => "SELECT key, value FROM entry WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3",
        })?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let entries = statement.query_map(params![from, to, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(entries.collect::<Result<_, _>>()?)
    }
}
