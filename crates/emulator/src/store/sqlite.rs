//! Rows in a SQLite file.
//!
//! Writers share commits. Each call runs in the open transaction, and is undone by itself when it fails; whoever finds nobody
//! waiting behind commits for all of them, and only then is any of them answered. So sixteen writers pay for one flush of the
//! disk, not for sixteen, a lone writer never waits, and no call sees a lock. A thread that has several calls to make can leave
//! the commit to the end of the last ([`Store::write_together`]): sixteen calls then cost no change of threads either.

mod batch;
mod file;
mod rows;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use rusqlite::Connection;

use super::{Outcome, Store, StoreError, Transaction};
use batch::Batch;
use rows::Rows;

/// More calls than this do not share one commit, however many wait.
const LARGEST_BATCH: usize = 256;

/// A store in one file (and SQLite's `-wal` and `-shm` beside it while it is open).
pub struct SqliteStore {
    /// Idle connections for reading; there are as many as were ever in use at once. They are closed first: the last one to close
    /// moves the log into the file, and those that only read cannot.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Writer>,
    /// Calls that want the writer and do not have it yet, and a series that is not at its end.
    waiting: AtomicUsize,
    /// Whoever writes a series; others with one wait.
    one_series: Mutex<()>,
    open: Box<dyn Fn() -> Result<Connection, StoreError> + Send + Sync>,
    /// Held until the store is dropped: a second process would not see this one's caches.
    _lock: File,
}

struct Writer {
    connection: Connection,
    batch: Option<Arc<Batch>>,
    series: Option<Series>,
}

/// The calls of one thread that commits at their end.
struct Series {
    thread: ThreadId,
    /// The commits that they share with others.
    batches: Vec<Arc<Batch>>,
}

impl SqliteStore {
    /// Opens the file, or creates it.
    ///
    /// # Errors
    /// [`StoreError::Foreign`] when it holds something else, [`StoreError::InUse`] when another emulator has it, and SQLite's.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let lock = file::lock(path)?;
        let connection = file::open_for_writing(path)?;
        let path = path.to_owned();
        Ok(Self {
            writer: Mutex::new(Writer { connection, batch: None, series: None }),
            one_series: Mutex::default(),
            waiting: AtomicUsize::new(0),
            readers: Mutex::default(),
            open: Box::new(move || file::open_for_reading(&path)),
            _lock: lock,
        })
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let writer = lock(&self.writer);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        writer
    }
}

impl Store for SqliteStore {
    fn read(&self, work: &mut dyn FnMut(&dyn Transaction)) -> Result<(), StoreError> {
        let idle = lock(&self.readers).pop();
        let connection = idle.map_or_else(&self.open, Ok)?;
        run(&connection, "BEGIN")?;
        work(&Rows::read(&connection));
        // Nothing was changed: this only lets go of the state that was read. A connection that fails here is dropped.
        run(&connection, "COMMIT")?;
        lock(&self.readers).push(connection);
        Ok(())
    }

    fn write(&self, work: &mut dyn FnMut(&dyn Transaction) -> Outcome) -> Result<(), StoreError> {
        let mut writer = self.writer();
        let batch = writer.join()?;
        let done = writer.call(work);
        if writer.is_in_series(&batch) {
            drop(writer);
            return done.map_err(|panic| resume_unwind(panic));
        }
        if self.waiting.load(Ordering::SeqCst) == 0 || Arc::strong_count(&batch) > LARGEST_BATCH {
            writer.commit();
        }
        drop(writer);
        let committed = batch.wait();
        done.unwrap_or_else(|panic| resume_unwind(panic));
        committed
    }

    fn write_together(&self, work: &mut dyn FnMut()) -> Result<(), StoreError> {
        let _alone = lock(&self.one_series);
        // Others who write meanwhile leave the commit to this thread.
        self.waiting.fetch_add(1, Ordering::SeqCst);
        lock(&self.writer).series = Some(Series { thread: thread::current().id(), batches: Vec::new() });
        let done = catch_unwind(AssertUnwindSafe(work));
        let mut writer = lock(&self.writer);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        let batches = writer.series.take().map(|series| series.batches).unwrap_or_default();
        writer.commit();
        drop(writer);
        let committed = batches.iter().try_for_each(|batch| batch.wait());
        done.unwrap_or_else(|panic| resume_unwind(panic));
        committed
    }
}

impl Writer {
    /// Whether the present thread writes a series, which then waits for this commit too.
    fn is_in_series(&mut self, batch: &Arc<Batch>) -> bool {
        let series = self.series.as_mut().filter(|series| series.thread == thread::current().id());
        let Some(series) = series else { return false };
        if !series.batches.last().is_some_and(|last| Arc::ptr_eq(last, batch)) {
            series.batches.push(batch.clone());
        }
        true
    }

    /// The open batch, or a new one.
    fn join(&mut self) -> Result<Arc<Batch>, StoreError> {
        if let Some(batch) = &self.batch {
            return Ok(batch.clone());
        }
        run(&self.connection, "BEGIN IMMEDIATE")?;
        Ok(self.batch.insert(Arc::default()).clone())
    }

    /// Does a call's work as a part of the open batch, and undoes it unless it is to be kept. A panic is returned: it must not keep
    /// those who share the transaction waiting for ever.
    fn call(&mut self, work: &mut dyn FnMut(&dyn Transaction) -> Outcome) -> thread::Result<()> {
        let rows = Rows::write(&self.connection);
        let outcome = catch_unwind(AssertUnwindSafe(|| work(&rows)));
        if !matches!(outcome, Ok(Outcome::Commit))
            && let Err(error) = rows.undo()
        {
            // What is left of it must not be committed with the others.
            self.end(Err(error.to_string()));
        }
        outcome.map(drop)
    }

    fn commit(&mut self) {
        if self.batch.is_some() {
            let committed = run(&self.connection, "COMMIT");
            self.end(committed.map_err(|error| error.to_string()));
        }
    }

    /// Tells everybody in the open batch how it ended.
    fn end(&mut self, result: Result<(), String>) {
        if result.is_err() && !self.connection.is_autocommit() {
            // What cannot be committed must not stay open and be committed with the next batch.
            let _ = run(&self.connection, "ROLLBACK");
        }
        if let Some(batch) = self.batch.take() {
            batch.finish(result);
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Engine(Box::new(error))
    }
}

fn run(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Locks, also after a panic: each transaction puts right what it leaves.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
