//! One behaviour for both stores.

use serde::{Deserialize, Serialize};

use super::*;

fn both(test: impl Fn(&dyn Store)) {
    test(&MemoryStore::new());
    #[cfg(feature = "server")]
    {
        let directory = tempfile::tempdir().expect("a directory");
        test(&SqliteStore::open(&directory.path().join("rows")).expect("opens"));
    }
}

fn put(store: &dyn Store, keys: &[&str]) {
    store.update(|rows| keys.iter().try_for_each(|key| rows.put(key, &format!("\"{key}\"")))).expect("is written");
}

fn keys(store: &dyn Store, from: &str, to: &str, limit: usize, order: Order) -> Vec<String> {
    let entries = store.view(|rows| rows.scan(from, to, limit, order)).expect("reads").expect("scans");
    entries.into_iter().map(|(key, _)| key).collect()
}

#[test]
fn rows_are_put_replaced_and_deleted() {
    both(|store| {
        put(store, &["a"]);
        store
            .update(|rows| {
                rows.put("a", "2")?;
                assert_eq!(rows.get("a")?.as_deref(), Some("2"), "its own changes are seen");
                rows.put("b", "3")
            })
            .expect("is written");
        store.update(|rows| rows.delete("b").and_then(|()| rows.delete("never"))).expect("is written");
        let found = store.view(|rows| (rows.get("a"), rows.get("b"))).expect("reads");
        assert!(matches!(found, (Ok(Some(row)), Ok(None)) if row == "2"));
    });
}

#[test]
fn scans_follow_the_bytes_of_the_keys() {
    both(|store| {
        put(store, &["t/b", "t/a", "t/é", "t/a/1", "u", "t"]);
        assert_eq!(keys(store, "t/", "t0", 9, Order::Ascending), ["t/a", "t/a/1", "t/b", "t/é"]);
        assert_eq!(keys(store, "t/", "t0", 2, Order::Descending), ["t/é", "t/b"]);
        assert_eq!(keys(store, "t/a", "t/b", 9, Order::Ascending), ["t/a", "t/a/1"], "from is in, to is out");
        assert!(keys(store, "z", "a", 9, Order::Ascending).is_empty());
        assert!(keys(store, "t/", "t0", 0, Order::Ascending).is_empty());
    });
}

#[test]
fn a_failed_write_leaves_nothing() {
    both(|store| {
        put(store, &["kept", "replaced"]);
        let failed = store.update(|rows| {
            rows.put("new", "1")?;
            rows.put("replaced", "1")?;
            rows.delete("kept")?;
            Err::<(), _>(StoreError::Commit("on purpose".into()))
        });
        assert!(matches!(failed, Err(StoreError::Commit(_))));
        assert_eq!(keys(store, "", "format", 9, Order::Ascending), [""; 0]);
        assert_eq!(keys(store, "g", LAST_KEY, 9, Order::Ascending), ["kept", "replaced"]);
        let row = store.view(|rows| rows.get("replaced")).expect("reads").expect("gets");
        assert_eq!(row.as_deref(), Some("\"replaced\""));
    });
}

#[test]
fn a_panic_in_a_write_leaves_nothing_and_the_store_goes_on() {
    both(|store| {
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _ = store.update(|rows| {
                rows.put("new", "1")?;
                assert!(rows.get("new")?.is_none(), "on purpose");
                Ok::<_, StoreError>(())
            });
        }));
        assert!(panicked.is_err());
        put(store, &["later"]);
        assert_eq!(keys(store, "g", LAST_KEY, 9, Order::Ascending), ["later"]);
    });
}

#[test]
fn a_read_cannot_write() {
    both(|store| {
        let refused = store.view(|rows| (rows.put("a", "1"), rows.delete("a"))).expect("reads");
        assert!(matches!(refused, (Err(StoreError::ReadOnly), Err(StoreError::ReadOnly))));
    });
}

#[test]
fn concurrent_writers_lose_nothing() {
    both(|store| {
        const WRITERS: usize = 16;
        const WRITES: u64 = 25;
        std::thread::scope(|threads| {
            for _ in 0..WRITERS {
                threads.spawn(|| {
                    for write in 0..WRITES {
                        let result = store.update(|rows| {
                            let count: u64 = rows.get("count")?.map_or(0, |text| text.parse().expect("a number"));
                            rows.put("count", &(count + 1).to_string())?;
                            // Every fifth is refused: it must not take its neighbours along.
                            if write % 5 == 4 { Err(StoreError::Commit("on purpose".into())) } else { Ok(()) }
                        });
                        assert_eq!(result.is_err(), write % 5 == 4);
                    }
                });
            }
        });
        let count = store.view(|rows| rows.get("count")).expect("reads").expect("gets");
        assert_eq!(count.as_deref(), Some("320"));
    });
}

#[test]
fn rows_of_something_else_are_refused() {
    let store = MemoryStore::new();
    put(&store, &["somebody's"]);
    assert!(matches!((&store as &dyn Store).check_format(), Err(StoreError::Foreign)));
    let store = MemoryStore::new();
    (&store as &dyn Store).update(|rows| rows.put(FORMAT_KEY, "\"chime-emulator/99\"")).expect("is written");
    let refused = (&store as &dyn Store).check_format();
    assert!(matches!(refused, Err(StoreError::Format(format)) if format == "chime-emulator/99"));
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Book {
    shelf: String,
    title: String,
    created: i64,
    authors: Vec<String>,
}

static BOOKS: Table<Book> =
    Table { name: "book", key: |book| Key::of([&book.shelf, &book.title]), indexes: &[&BY_CREATED, &BY_AUTHOR] };
static BY_CREATED: Index<Book> =
    Index { name: "created", places: |book| vec![Key::of([&book.shelf, &time_key(book.created)])] };
static BY_AUTHOR: Index<Book> =
    Index { name: "author", places: |book| book.authors.iter().map(|author| Key::of([author])).collect() };

fn book(shelf: &str, title: &str, created: i64, authors: &[&str]) -> Book {
    let authors = authors.iter().map(|author| (*author).to_owned()).collect();
    Book { shelf: shelf.into(), title: title.into(), created, authors }
}

fn shelve(store: &dyn Store, books: &[Book]) {
    store.update(|rows| books.iter().try_for_each(|book| BOOKS.put(rows, book))).expect("is written");
}

fn titles(page: &Page<Book>) -> Vec<&str> {
    page.rows.iter().map(|book| book.title.as_str()).collect()
}

#[test]
fn indexes_follow_their_rows() {
    both(|store| {
        shelve(store, &[book("s", "one", 1, &["ada", "bob"])]);
        shelve(store, &[book("s", "one", 2, &["bob", "cyd"])]);
        let find = |author: &str| store.view(|rows| BOOKS.find(rows, &BY_AUTHOR, Key::of([author]))).expect("reads");
        assert_eq!(find("ada").expect("finds"), None);
        assert_eq!(find("cyd").expect("finds").map(|book| book.created), Some(2));
        store.update(|rows| BOOKS.delete(rows, &Key::of(["s", "one"]))).expect("is written");
        assert!(keys(store, "book", "booL", 99, Order::Ascending).is_empty(), "neither row nor place is left");
    });
}

#[test]
fn a_place_is_matched_whole() {
    both(|store| {
        shelve(store, &[book("s", "one", 1, &["ada/x"]), book("s", "two", 2, &["ada"])]);
        let found = |author: &str| {
            let all = store.view(|rows| BOOKS.all(rows, &BY_AUTHOR, Key::of([author]))).expect("reads").expect("finds");
            all.into_iter().map(|book| book.title).collect::<Vec<_>>()
        };
        assert_eq!((found("ada"), found("ada/x"), found("ad")), (vec!["two".into()], vec!["one".into()], vec![]));
    });
}

#[test]
fn pages_run_in_creation_order_with_the_key_as_tie_break() {
    both(|store| {
        shelve(
            store,
            &[book("s", "c", 2, &[]), book("s", "b", 1, &[]), book("s", "a", 2, &[]), book("t", "x", 0, &[])],
        );
        let page = |after: Option<&str>| {
            let range = Range { within: Key::of(["s"]), after, ..Range::default() };
            store.view(|rows| BOOKS.page(rows, &BY_CREATED, &range, 2, |_| true)).expect("reads").expect("pages")
        };
        let first = page(None);
        assert_eq!(titles(&first), ["b", "a"]);
        // Rows deleted meanwhile are skipped, rows inserted behind the cursor are not shown (G-43).
        store.update(|rows| BOOKS.delete(rows, &Key::of(["s", "a"]))).expect("is written");
        shelve(store, &[book("s", "late", 0, &[])]);
        let second = page(first.next.as_deref());
        assert_eq!((titles(&second), second.next.as_deref()), (vec!["c"], None));
    });
}

#[test]
fn filtered_pages_fill_up() {
    both(|store| {
        let books: Vec<Book> = (0..50).map(|n| book("s", &format!("{n:02}"), n, &[])).collect();
        shelve(store, &books);
        let range = Range { within: Key::of(["s"]), ..Range::default() };
        let page = store.view(|rows| BOOKS.page(rows, &BY_CREATED, &range, 3, |book| book.created % 10 == 9));
        let page = page.expect("reads").expect("pages");
        assert_eq!(titles(&page), ["09", "19", "29"]);
        assert!(page.next.is_some());
    });
}

#[test]
fn prefixes_find_what_begins_with_them() {
    both(|store| {
        shelve(store, &[book("s", "1", 1, &["ann"]), book("s", "2", 2, &["anna"]), book("s", "3", 3, &["bo"])]);
        let range = Range { starts_with: "an", ..Range::default() };
        let page = store.view(|rows| BOOKS.page(rows, &BY_AUTHOR, &range, 9, |_| true)).expect("reads").expect("pages");
        assert_eq!(titles(&page), ["1", "2"]);
    });
}

#[cfg(feature = "server")]
mod file {
    use super::*;

    #[test]
    fn rows_outlive_the_store() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("rows");
        put(&SqliteStore::open(&path).expect("opens"), &["a"]);
        assert_eq!(keys(&SqliteStore::open(&path).expect("opens again"), "a", "b", 9, Order::Ascending), ["a"]);
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
}
