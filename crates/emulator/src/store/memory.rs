//! Rows in the memory of this process: tests, the sandbox, `--in-memory`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{PoisonError, RwLock};

use super::{Entry, Order, Outcome, Store, StoreError, Transaction};

type Rows = BTreeMap<String, String>;

/// A store that forgets everything when the process ends.
#[derive(Debug, Default)]
pub struct MemoryStore {
    rows: RwLock<Rows>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Store for MemoryStore {
    fn read(&self, work: &mut dyn FnMut(&dyn Transaction)) -> Result<(), StoreError> {
        // A panic in a writer has been undone by `Write`'s drop, so what a poisoned lock guards is whole.
        let rows = self.rows.read().unwrap_or_else(PoisonError::into_inner);
        work(&Read(&rows));
        Ok(())
    }

    fn write(&self, work: &mut dyn FnMut(&dyn Transaction) -> Outcome) -> Result<(), StoreError> {
        let mut rows = self.rows.write().unwrap_or_else(PoisonError::into_inner);
        let transaction = Write { rows: RefCell::new(&mut rows), undo: RefCell::default() };
        if work(&transaction) == Outcome::Commit {
            transaction.undo.borrow_mut().clear();
        }
        Ok(())
    }
}

struct Read<'a>(&'a Rows);

impl Transaction for Read<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(key).cloned())
    }

    fn replace(&self, _: &str, _: &str) -> Result<Option<String>, StoreError> {
        Err(StoreError::ReadOnly)
    }

    fn delete(&self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::ReadOnly)
    }

    fn scan(&self, from: &str, to: &str, limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        Ok(scan(self.0, from, to, limit, order))
    }
}

struct Write<'a> {
    rows: RefCell<&'a mut Rows>,
    /// What each changed key held before, in the order of the changes.
    undo: RefCell<Vec<(String, Option<String>)>>,
}

impl Transaction for Write<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.rows.borrow().get(key).cloned())
    }

    fn replace(&self, key: &str, row: &str) -> Result<Option<String>, StoreError> {
        let before = self.rows.borrow_mut().insert(key.to_owned(), row.to_owned());
        self.undo.borrow_mut().push((key.to_owned(), before.clone()));
        Ok(before)
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        if let Some(before) = self.rows.borrow_mut().remove(key) {
            self.undo.borrow_mut().push((key.to_owned(), Some(before)));
        }
        Ok(())
    }

    fn scan(&self, from: &str, to: &str, limit: usize, order: Order) -> Result<Vec<Entry>, StoreError> {
        Ok(scan(&self.rows.borrow(), from, to, limit, order))
    }
}

impl Drop for Write<'_> {
    fn drop(&mut self) {
        let rows = self.rows.get_mut();
        for (key, before) in self.undo.get_mut().drain(..).rev() {
            match before {
                Some(row) => rows.insert(key, row),
                None => rows.remove(&key),
            };
        }
    }
}

fn scan(rows: &Rows, from: &str, to: &str, limit: usize, order: Order) -> Vec<Entry> {
    if from >= to {
        return Vec::new();
    }
    let range = rows.range::<str, _>((Bound::Included(from), Bound::Excluded(to)));
    let owned = |(key, row): (&String, &String)| (key.clone(), row.clone());
    match order {
        Order::Ascending => range.take(limit).map(owned).collect(),
        Order::Descending => range.rev().take(limit).map(owned).collect(),
    }
}
