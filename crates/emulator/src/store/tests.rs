//! One behaviour for both stores.

use super::*;

pub(super) fn both(test: impl Fn(&dyn Store)) {
    test(&MemoryStore::new());
    #[cfg(feature = "server")]
    {
        let directory = tempfile::tempdir().expect("a directory");
        test(&SqliteStore::open(&directory.path().join("rows")).expect("opens"));
    }
}

pub(super) fn put(store: &dyn Store, keys: &[&str]) {
    store.update(|rows| keys.iter().try_for_each(|key| rows.put(key, &format!("\"{key}\"")))).expect("is written");
}

pub(super) fn keys(store: &dyn Store, from: &str, to: &str, limit: usize, order: Order) -> Vec<String> {
    let entries = store.view(|rows| rows.scan(from, to, limit, order)).expect("reads").expect("scans");
    entries.into_iter().map(|(key, _)| key).collect()
}

#[test]
fn rows_are_put_replaced_and_deleted() {
    both(|store| {
        put(store, &["a"]);
        store
            .update(|rows| {
                assert_eq!(rows.replace("a", "2")?.as_deref(), Some("\"a\""), "what was there is returned");
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
