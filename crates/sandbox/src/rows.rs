//! Rows in memory that remember what one call changed, so that it can be written down, or undone.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::mem::take;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chime_emulator::store::{Entry, MemoryStore, Order, Outcome, Store, StoreError, Transaction};

/// A row by its key; none where there is, or is to be, no row.
pub(crate) type Changes = BTreeMap<String, Option<String>>;

/// The emulator's rows. A copy is another handle to the same rows.
#[derive(Clone, Default)]
pub(crate) struct Rows(Arc<Inner>);

#[derive(Default)]
struct Inner {
    memory: MemoryStore,
    /// What each row that has changed since [`Rows::settle`] held before.
    before: Mutex<Changes>,
}

impl Rows {
    /// Rows that are kept already.
    pub(crate) fn load(entries: Vec<Entry>) -> Result<Self, StoreError> {
        let rows = Self::default();
        rows.put_back(entries.into_iter().map(|(key, row)| (key, Some(row))).collect())?;
        Ok(rows)
    }

    /// What the rows that have changed hold now.
    pub(crate) fn changes(&self) -> Result<Changes, StoreError> {
        let before = self.before();
        let memory: &dyn Store = &self.0.memory;
        memory.view(|transaction| {
            let mut changes = Changes::new();
            for (key, old) in before.iter() {
                let new = transaction.get(key)?;
                if new != *old {
                    changes.insert(key.clone(), new);
                }
            }
            Ok(changes)
        })?
    }

    /// The changes are kept: they can no longer be undone.
    pub(crate) fn settle(&self) {
        self.before().clear();
    }

    /// Takes back every change since [`Rows::settle`].
    pub(crate) fn undo(&self) -> Result<(), StoreError> {
        let before = take(&mut *self.before());
        self.put_back(before)
    }

    /// Whether nobody has made anything yet: all there is are the emulator's own notes.
    pub(crate) fn are_empty(&self) -> Result<bool, StoreError> {
        let own = |key: &str| key == "format" || key.starts_with("emulator/");
        let memory: &dyn Store = &self.0.memory;
        memory.view(|transaction| {
            let all = transaction.scan("", chime_emulator::store::LAST_KEY, usize::MAX, Order::Ascending)?;
            Ok(all.iter().all(|(key, _)| own(key)))
        })?
    }

    fn put_back(&self, rows: Changes) -> Result<(), StoreError> {
        let memory: &dyn Store = &self.0.memory;
        memory.update(|transaction| {
            for (key, row) in rows {
                match row {
                    Some(row) => transaction.put(&key, &row)?,
                    None => transaction.delete(&key)?,
                }
            }
            Ok(())
        })
    }

    fn before(&self) -> MutexGuard<'_, Changes> {
        self.0.before.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for Rows {
    fn read(&self, work: &mut dyn FnMut(&dyn Transaction)) -> Result<(), StoreError> {
        self.0.memory.read(work)
    }

    fn write(&self, work: &mut dyn FnMut(&dyn Transaction) -> Outcome) -> Result<(), StoreError> {
        let mut before = Changes::new();
        self.0.memory.write(&mut |transaction| {
            let watched = Watched { transaction, before: RefCell::default() };
            let outcome = work(&watched);
            if outcome == Outcome::Commit {
                before = watched.before.into_inner();
            }
            outcome
        })?;
        let mut all = self.before();
        for (key, row) in before {
            // An earlier transaction of the same call knows better what was there.
            all.entry(key).or_insert(row);
        }
        Ok(())
    }
}

struct Watched<'a> {
    transaction: &'a dyn Transaction,
    before: RefCell<Changes>,
}

impl Watched<'_> {
    fn note(&self, key: &str) -> Result<(), StoreError> {
        if !self.before.borrow().contains_key(key) {
            let row = self.transaction.get(key)?;
            self.before.borrow_mut().insert(key.to_owned(), row);
        }
        Ok(())
    }
}

impl Transaction for Watched<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.transaction.get(key)
    }

    fn replace(&self, key: &str, row: &str) -> Result<Option<String>, StoreError> {
        self.note(key)?;
        self.transaction.replace(key, row)
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.note(key)?;
        self.transaction.delete(key)
    }

    fn scan(&self, from: &str, to: &str, limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        self.transaction.scan(from, to, limit, order)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(key: &str, row: &str) -> Entry {
        (key.to_owned(), row.to_owned())
    }

    fn all(rows: &Rows) -> Vec<Entry> {
        let store: &dyn Store = rows;
        store.view(|transaction| transaction.scan("", "~", usize::MAX, Order::Ascending)).unwrap().unwrap()
    }

    fn put(rows: &Rows, key: &str, row: &str) {
        let store: &dyn Store = rows;
        store.update(|transaction| transaction.put(key, row)).unwrap();
    }

    fn delete(rows: &Rows, key: &str) {
        let store: &dyn Store = rows;
        store.update(|transaction| transaction.delete(key)).unwrap();
    }

    #[test]
    fn the_changes_of_several_transactions_are_one() {
        let rows = Rows::load(vec![entry("a", "1"), entry("b", "2")]).unwrap();
        assert!(rows.changes().unwrap().is_empty(), "what was kept is no change");
        put(&rows, "a", "3");
        put(&rows, "a", "4");
        put(&rows, "c", "5");
        delete(&rows, "b");
        put(&rows, "d", "6");
        delete(&rows, "d");
        let expected = [("a", Some("4")), ("b", None), ("c", Some("5"))];
        let expected: Changes = expected.map(|(key, row)| (key.to_owned(), row.map(str::to_owned))).into();
        assert_eq!(rows.changes().unwrap(), expected);
        rows.settle();
        assert!(rows.changes().unwrap().is_empty());
    }

    #[test]
    fn undone_changes_leave_the_rows_as_they_were_kept() {
        let kept = vec![entry("a", "1"), entry("b", "2")];
        let rows = Rows::load(kept.clone()).unwrap();
        put(&rows, "a", "3");
        put(&rows, "c", "4");
        delete(&rows, "b");
        put(&rows, "a", "5");
        rows.undo().unwrap();
        assert_eq!(all(&rows), kept);
        assert!(rows.changes().unwrap().is_empty());
    }

    #[test]
    fn a_transaction_that_is_rolled_back_changes_nothing() {
        let rows = Rows::load(vec![entry("a", "1")]).unwrap();
        let store: &dyn Store = &rows;
        let refused = store.update(|transaction| {
            transaction.put("a", "2")?;
            Err::<(), _>(StoreError::ReadOnly)
        });
        assert!(refused.is_err());
        assert!(rows.changes().unwrap().is_empty());
        assert_eq!(all(&rows), [entry("a", "1")]);
    }

    #[test]
    fn the_emulators_own_notes_are_no_data() {
        let rows = Rows::load(vec![entry("emulator/runs", "1"), entry("format", "\"x\"")]).unwrap();
        assert!(rows.are_empty().unwrap());
        put(&rows, "account/1", "{}");
        assert!(!rows.are_empty().unwrap());
    }
}
