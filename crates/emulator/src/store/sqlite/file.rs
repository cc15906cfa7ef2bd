//! Opening the file, so that what is acknowledged is on disk and what is not ours is left alone.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::store::StoreError;

/// How much of the file is read as memory, in bytes: the file's own pages, found without a system call each. Only what is read is
/// loaded, and the system takes it back when it needs to. SQLite maps no more than this.
const MAPPED: i64 = 0x7fff_0000;

/// How long somebody else's lock (a person with `sqlite3`, a backup) is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Claims the data file for this process through a file beside it: SQLite's own locks would be lost by touching its file.
pub(super) fn lock(path: &Path) -> Result<File, StoreError> {
    let mut name = path.as_os_str().to_owned();
    name.push("-lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(PathBuf::from(name)).map_err(engine)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(error)) => Err(engine(error)),
    }
}

pub(super) fn open_for_writing(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    if is_foreign(&connection)? {
        return Err(StoreError::Foreign);
    }
    connection.pragma_update(None, "mmap_size", MAPPED)?;
    // FULL flushes the log at each commit: what was answered with success survives a power cut too.
    // The log moves into the file every 16 MB: a page that changes often is then moved once for many changes. Up to there one
    // table of its index finds a page in it.
    // With row ids, since the tree of the keys would hold the rows too without them: ever deeper, and slower to search.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA wal_autocheckpoint = 4000;
         CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value TEXT NOT NULL);",
    )?;
    Ok(connection)
}

pub(super) fn open_for_reading(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "mmap_size", MAPPED)?;
    Ok(connection)
}

/// Whether the file is no database, or somebody's with other tables, which is not to be added to.
fn is_foreign(connection: &Connection) -> Result<bool, rusqlite::Error> {
    let sql = "SELECT count(*) > 0 AND sum(name = 'entry') = 0 FROM sqlite_schema WHERE type = 'table'";
    match connection.query_row(sql, [], |row| row.get::<_, Option<bool>>(0)) {
        Ok(foreign) => Ok(foreign.unwrap_or(false)),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => Ok(true),
        Err(error) => Err(error),
    }
}

fn engine(error: std::io::Error) -> StoreError {
    StoreError::Engine(Box::new(error))
}
