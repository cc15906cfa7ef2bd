//! The layout of the keys and rows, and how rows of an older layout are brought into it.

use crate::service::accounts::row::{ACCOUNTS, BY_NAME};
use crate::store::{LAST_KEY, Order, Store, StoreError, Transaction};

/// The layout that this build writes.
pub const FORMAT: &str = "chime-emulator/2";
/// Where every store says in which layout it is.
const FORMAT_KEY: &str = "format";

type Step = fn(&dyn Transaction) -> Result<(), StoreError>;

/// The layouts there were, oldest first, each with the step that leads to the next.
const OLDER: [(&str, Step); 1] = [
    // Names are put in order whatever characters they hold.
    ("chime-emulator/1", |transaction| ACCOUNTS.reindex(transaction, &BY_NAME)),
];

/// Marks an empty store as ours, brings one of an older layout into this one, and refuses what is not ours.
///
/// # Errors
/// [`StoreError::Foreign`], [`StoreError::Format`], and the store's.
pub fn check(store: &dyn Store) -> Result<(), StoreError> {
    store.update(|transaction| match transaction.get(FORMAT_KEY)? {
        Some(format) => match format.trim_matches('"') {
            FORMAT => Ok(()),
            older => upgrade(transaction, older),
        },
        None if transaction.scan("", LAST_KEY, 1, Order::Ascending)?.is_empty() => mark(transaction),
        None => Err(StoreError::Foreign),
    })
}

/// Brings rows that are in this layout into the present one.
///
/// # Errors
/// [`StoreError::Format`] for a layout that this build does not know, and the store's.
pub fn upgrade(transaction: &dyn Transaction, format: &str) -> Result<(), StoreError> {
    if format == FORMAT {
        return mark(transaction);
    }
    let known = OLDER.iter().position(|(older, _)| *older == format);
    let first = known.ok_or_else(|| StoreError::Format(format.to_owned()))?;
    OLDER[first..].iter().try_for_each(|(_, step)| step(transaction))?;
    mark(transaction)
}

/// Says that the rows are in this layout.
///
/// # Errors
/// The store's.
pub fn mark(transaction: &dyn Transaction) -> Result<(), StoreError> {
    transaction.put(FORMAT_KEY, &serde_json::Value::from(FORMAT).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MemoryStore;

    fn holding(key: &str, row: &str) -> MemoryStore {
        let store = MemoryStore::new();
        (&store as &dyn Store).update(|rows| rows.put(key, row)).expect("is written");
        store
    }

    #[test]
    fn rows_of_something_else_are_refused() {
        assert!(matches!(check(&holding("somebody's", "1")), Err(StoreError::Foreign)));
        let refused = check(&holding(FORMAT_KEY, "\"chime-emulator/99\""));
        assert!(matches!(refused, Err(StoreError::Format(format)) if format == "chime-emulator/99"));
    }

    #[test]
    fn an_older_layout_becomes_the_present_one() {
        for (older, _) in OLDER {
            let store = holding(FORMAT_KEY, &format!("{older:?}"));
            check(&store).expect("is brought up");
            let format = (&store as &dyn Store).view(|rows| rows.get(FORMAT_KEY)).expect("reads").expect("gets");
            assert_eq!(format, Some(format!("{FORMAT:?}")));
        }
    }
}
