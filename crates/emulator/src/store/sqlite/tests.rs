//! What only a file can do: outlive the process, be somebody else's, be shared.

use std::sync::atomic::Ordering;

use super::*;
use crate::store::Order;
use crate::store::tests::{keys, put};

#[test]
fn rows_outlive_the_store() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("rows");
    put(&SqliteStore::open(&path).expect("opens"), &["a"]);
    assert_eq!(keys(&SqliteStore::open(&path).expect("opens again"), "a", "b", 9, Order::Ascending), ["a"]);
}

#[test]
fn a_store_that_is_closed_is_one_file() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("rows");
    let store = SqliteStore::open(&path).expect("opens");
    put(&store, &["a"]);
    assert_eq!(keys(&store, "a", "b", 9, Order::Ascending), ["a"]);
    let log = directory.path().join("rows-wal");
    assert!(log.exists());
    drop(store);
    assert!(!log.exists(), "the log has moved into the file");
}

#[test]
fn files_of_something_else_are_left_alone() {
    let directory = tempfile::tempdir().expect("a directory");
    let text = directory.path().join("text");
    std::fs::write(
        &text,
        "Dear diary, today was a long day; it had a hundred bytes of rain and then some more of it, and wind.",
    )
    .expect("is written");
    assert!(matches!(SqliteStore::open(&text), Err(StoreError::Foreign)));
    let other = directory.path().join("other");
    let connection = rusqlite::Connection::open(&other).expect("opens");
    connection.execute_batch("CREATE TABLE diary (day TEXT)").expect("is made");
    drop(connection);
    let before = std::fs::read(&other).expect("reads");
    assert!(matches!(SqliteStore::open(&other), Err(StoreError::Foreign)));
    assert_eq!(std::fs::read(&other).expect("reads"), before);
}

#[test]
fn a_second_process_is_told_that_the_file_is_in_use() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("rows");
    let _first = SqliteStore::open(&path).expect("opens");
    assert!(matches!(SqliteStore::open(&path), Err(StoreError::InUse)));
}

#[test]
fn somebody_elses_lock_is_waited_for() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("rows");
    let store = SqliteStore::open(&path).expect("opens");
    let other = rusqlite::Connection::open(&path).expect("opens");
    other.execute_batch("BEGIN IMMEDIATE").expect("locks");
    std::thread::scope(|threads| {
        let write = threads.spawn(|| put(&store, &["a"]));
        other.execute_batch("COMMIT").expect("unlocks");
        write.join().expect("the write went through");
    });
    assert_eq!(keys(&store, "a", "b", 9, Order::Ascending), ["a"]);
}

#[test]
fn a_series_is_committed_at_its_end_with_what_others_wrote_meanwhile() {
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(&directory.path().join("rows")).expect("opens");
    let visible = || keys(&store, "w/", "w0", usize::MAX, Order::Ascending);
    std::thread::scope(|threads| {
        let mut other = None;
        let series = store.write_together(&mut || {
            put(&store, &["w/a", "w/b"]);
            let refused =
                (&store as &dyn Store).update(|rows| rows.put("w/x", "1").and(Err::<(), _>(StoreError::ReadOnly)));
            assert!(refused.is_err());
            let thread = other.insert(threads.spawn(|| put(&store, &["w/c"])));
            // It has run when the key is there for the next call of the series.
            while (&store as &dyn Store).update(|rows| rows.get("w/c")).expect("reads").is_none() {
                std::thread::yield_now();
            }
            assert!(!thread.is_finished(), "who shares the commit waits for it");
            put(&store, &["w/d"]);
            assert_eq!(visible(), [""; 0], "nothing is committed before the end");
        });
        series.expect("is committed");
    });
    assert_eq!(visible(), ["w/a", "w/b", "w/c", "w/d"]);
    put(&store, &["w/e"]);
    assert_eq!(visible().len(), 5, "the next call is committed by itself");
}

#[test]
fn a_series_that_panics_is_committed_as_far_as_it_came() {
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(&directory.path().join("rows")).expect("opens");
    let series = || {
        let _ = store.write_together(&mut || {
            put(&store, &["w/a"]);
            panic!("on purpose");
        });
    };
    assert!(catch_unwind(AssertUnwindSafe(series)).is_err());
    put(&store, &["w/b"]);
    assert_eq!(keys(&store, "w/", "w0", 9, Order::Ascending), ["w/a", "w/b"]);
}

#[test]
fn a_call_that_cannot_be_undone_takes_its_commit_along_and_the_store_goes_on() {
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(&directory.path().join("rows")).expect("opens");
    let mut writer = lock(&store.writer);
    let batch = writer.join().expect("begins");
    let written = writer.call(&mut |rows| {
        rows.put("w/a", "1").expect("is written");
        Outcome::Commit
    });
    assert!(written.is_ok());
    // As SQLite does by itself when the disk is full.
    run(&writer.connection, "ROLLBACK").expect("rolls back");
    assert!(writer.call(&mut |_| Outcome::Rollback).is_ok());
    assert!(matches!(batch.wait(), Err(StoreError::Commit(_))));
    drop(writer);
    put(&store, &["w/b"]);
    assert_eq!(keys(&store, "w/", "w0", 9, Order::Ascending), ["w/b"]);
}

#[test]
fn writers_that_wait_share_one_commit() {
    const OTHERS: usize = 15;
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(&directory.path().join("rows")).expect("opens");
    let visible = || keys(&store, "w/", "w0", usize::MAX, Order::Ascending).len();
    let write = &|name: usize, first: &dyn Fn()| {
        let store: &dyn Store = &store;
        let written = store.update(|rows| {
            first();
            assert_eq!(visible(), 0, "nothing is committed before the last of them has run");
            rows.put(&format!("w/{name}"), "1")
        });
        written.expect("is written");
    };
    let until_all_wait = &|| {
        while store.waiting.load(Ordering::SeqCst) < OTHERS {
            std::thread::yield_now();
        }
    };
    std::thread::scope(|threads| {
        let (begun, has_begun) = std::sync::mpsc::channel();
        threads.spawn(move || {
            write(0, &|| {
                begun.send(()).expect("somebody listens");
                until_all_wait();
            });
        });
        has_begun.recv().expect("the first has the writer");
        for name in 1..=OTHERS {
            threads.spawn(move || write(name, &|| ()));
        }
    });
    assert_eq!(visible(), OTHERS + 1);
}
