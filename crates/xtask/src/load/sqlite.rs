//! What a program would reach that wrote each row to SQLite by hand, as durably as the emulator does.

use anyhow::Result;
use rusqlite::Connection;
use std::path::Path;
use std::time::{Duration, Instant};

/// Rows a second, each in a transaction of its own that is flushed to the disk.
pub fn commits_per_second(path: &Path, duration: Duration) -> Result<f64> {
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;",
    )?;
    let first: i64 = connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?;
    let mut insert = connection.prepare("INSERT INTO entry (key, value) VALUES (?1, ?2)")?;
    let value = "x".repeat(300);
    let start = Instant::now();
    let mut rows = 0;
    while start.elapsed() < duration {
        insert.execute((format!("account/{:012}", first + i64::from(rows)), &value))?;
        rows += 1;
    }
    Ok(f64::from(rows) / start.elapsed().as_secs_f64())
}
