//! Typed rows over a transaction: a table keeps its indexes, and reads page by page.

#[cfg(test)]
mod tests;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Key, Order, StoreError, Transaction};
use crate::json;

/// Another order, or another way, to find the rows of a table.
pub struct Index<R> {
    /// Name, unique in the table.
    pub name: &'static str,
    /// The places of a row in this index: usually one, none to leave it out. The row's own key is added as a tie-break.
    pub places: fn(&R) -> Vec<Key>,
}

/// Rows of one kind, under `name/<key>`, with their indexes under `name.<index>/<place>/<key>`.
pub struct Table<R: 'static> {
    /// Name, unique in the store.
    pub name: &'static str,
    /// The key of a row: its identity.
    pub key: fn(&R) -> Key,
    /// Kept up by [`Table::put`] and [`Table::delete`].
    pub indexes: &'static [&'static Index<R>],
}

/// Some rows of an index, and where to go on.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<R> {
    /// The rows, in the order of the index.
    pub rows: Vec<R>,
    /// The place of the last row, when there are more behind it.
    pub next: Option<String>,
}

/// Which part of an index to read.
#[derive(Clone, Debug, Default)]
pub struct Range<'a> {
    /// The first parts of the places wanted; empty for the whole index.
    pub within: Key,
    /// The text that the next part begins with, for a search by prefix.
    pub starts_with: &'a str,
    /// Read on behind this place ([`Page::next`]).
    pub after: Option<&'a str>,
    /// The first value of the next part, itself included; not together with `starts_with`.
    pub first: Option<&'a str>,
    /// The last value of the next part, itself included; not together with `starts_with`.
    pub last: Option<&'a str>,
    /// Which way to read.
    pub order: Order,
}

impl<R: Serialize + DeserializeOwned> Table<R> {
    /// The row with this key.
    ///
    /// # Errors
    /// The store's, and [`StoreError::Damaged`].
    pub fn get(&self, transaction: &dyn Transaction, key: &Key) -> Result<Option<R>, StoreError> {
        self.load(transaction, key.as_str())
    }

    /// Inserts the row, or replaces the one with its key.
    ///
    /// # Errors
    /// The store's, and [`StoreError::Damaged`] for the row that it replaces.
    pub fn put(&self, transaction: &dyn Transaction, row: &R) -> Result<(), StoreError> {
        let key = (self.key)(row);
        let path = self.path(key.as_str());
        let text = json::write(row).map_err(|source| StoreError::Damaged { key: path.clone(), source })?;
        let wanted = self.places(row, &key);
        let before = transaction.replace(&path, &text)?.map(|text| parse(&path, &text)).transpose()?;
        let present = before.map(|before: R| self.places(&before, &key)).unwrap_or_default();
        for place in present.iter().filter(|place| !wanted.contains(place)) {
            transaction.delete(place)?;
        }
        let pointer = pointer(&key);
        for place in wanted.iter().filter(|place| !present.contains(place)) {
            transaction.put(place, &pointer)?;
        }
        Ok(())
    }

    /// Removes the row with this key, and returns it.
    ///
    /// # Errors
    /// The store's, and [`StoreError::Damaged`].
    pub fn delete(&self, transaction: &dyn Transaction, key: &Key) -> Result<Option<R>, StoreError> {
        let Some(row) = self.get(transaction, key)? else { return Ok(None) };
        for place in self.places(&row, key) {
            transaction.delete(&place)?;
        }
        transaction.delete(&self.path(key.as_str()))?;
        Ok(Some(row))
    }

    /// The first row at exactly this place of an index.
    ///
    /// # Errors
    /// The store's, and [`StoreError::Damaged`].
    pub fn find(&self, transaction: &dyn Transaction, index: &Index<R>, place: Key) -> Result<Option<R>, StoreError> {
        let range = Range { within: place, ..Range::default() };
        Ok(self.page(transaction, index, &range, 1, |_| true)?.rows.pop())
    }

    /// Up to `limit` rows of an index for which `keep` holds. Costs as much at the end of the table as at its beginning.
    ///
    /// # Errors
    /// The store's, and [`StoreError::Damaged`].
    pub fn page(
        &self,
        transaction: &dyn Transaction,
        index: &Index<R>,
        range: &Range<'_>,
        limit: usize,
        keep: impl Fn(&R) -> bool,
    ) -> Result<Page<R>, StoreError> {
        let root = self.place_path(index, "");
        let (mut from, mut to) = bounds(&root, range);
        if let Some(after) = range.after {
            match range.order {
                // The smallest key that is larger than the cursor's.
                Order::Ascending => from = format!("{root}{after}\0").max(from),
                Order::Descending => to = format!("{root}{after}").min(to),
            }
        }
        let mut page = Page { rows: Vec::new(), next: None };
        let mut end = None;
        loop {
            // One more than asked for tells whether there is a next page.
            let entries = transaction.scan(&from, &to, limit - page.rows.len() + 1, range.order)?;
            let Some((reached, _)) = entries.last() else { return Ok(page) };
            match range.order {
                Order::Ascending => from = format!("{reached}\0"),
                Order::Descending => to.clone_from(reached),
            }
            for (place, pointer) in entries {
                let key: String = parse(&place, &pointer)?;
                let Some(row) = self.load(transaction, &key)?.filter(&keep) else { continue };
                if page.rows.len() == limit {
                    page.next = end;
                    return Ok(page);
                }
                end = place.strip_prefix(&root).map(str::to_owned);
                page.rows.push(row);
            }
        }
    }

    /// Every row of a part of an index, for what an operation must do to all of them.
    ///
    /// # Errors
    /// The store's, and [`StoreError::Damaged`].
    pub fn all(&self, transaction: &dyn Transaction, index: &Index<R>, within: Key) -> Result<Vec<R>, StoreError> {
        let range = Range { within, ..Range::default() };
        // A page looks one row further than its limit.
        Ok(self.page(transaction, index, &range, usize::MAX / 2, |_| true)?.rows)
    }

    /// Puts all rows in their places of an index again, after a change of what places are made of.
    ///
    /// # Errors
    /// The store's, and [`StoreError::Damaged`].
    pub fn reindex(&self, transaction: &dyn Transaction, index: &Index<R>) -> Result<(), StoreError> {
        let every = |root: &str| {
            let (first, last) = bounds(root, &Range::default());
            transaction.scan(&first, &last, usize::MAX, Order::Ascending)
        };
        let root = self.place_path(index, "");
        for (place, _) in every(&root)? {
            transaction.delete(&place)?;
        }
        for (path, text) in every(&self.path(""))? {
            let row: R = parse(&path, &text)?;
            let key = (self.key)(&row);
            let pointer = pointer(&key);
            for place in (index.places)(&row) {
                transaction.put(&[&root, place.as_str(), "/", key.as_str()].concat(), &pointer)?;
            }
        }
        Ok(())
    }

    fn load(&self, transaction: &dyn Transaction, key: &str) -> Result<Option<R>, StoreError> {
        let path = self.path(key);
        transaction.get(&path)?.map(|text| parse(&path, &text)).transpose()
    }

    fn path(&self, key: &str) -> String {
        [self.name, "/", key].concat()
    }

    fn place_path(&self, index: &Index<R>, place: &str) -> String {
        [self.name, ".", index.name, "/", place].concat()
    }

    /// Where the row stands in its indexes.
    fn places(&self, row: &R, key: &Key) -> Vec<String> {
        let mut places = Vec::with_capacity(self.indexes.len());
        for index in self.indexes {
            for place in (index.places)(row) {
                places.push([self.name, ".", index.name, "/", place.as_str(), "/", key.as_str()].concat());
            }
        }
        places
    }
}

/// What stands at a row's places: its key, as JSON.
fn pointer(key: &Key) -> String {
    // A text always serialises.
    serde_json::to_string(key.as_str()).unwrap_or_default()
}

/// The first key of a range, and the first behind it.
fn bounds(root: &str, range: &Range<'_>) -> (String, String) {
    let mut first = root.to_owned();
    if !range.within.as_str().is_empty() {
        first.push_str(range.within.as_str());
        first.push('/');
    }
    if range.starts_with.is_empty() {
        // `0` follows the `/` that ends each part.
        let last = match range.last {
            Some(last) => format!("{first}{}0", Key::of([last]).as_str()),
            None => format!("{}0", &first[..first.len() - 1]),
        };
        first.push_str(range.first.map(|first| Key::of([first])).unwrap_or_default().as_str());
        return (first, last);
    }
    first.push_str(Key::of([range.starts_with]).as_str());
    let last = format!("{first}{}", super::LAST_KEY);
    (first, last)
}

fn parse<T: DeserializeOwned>(key: &str, text: &str) -> Result<T, StoreError> {
    json::read(text.as_bytes()).map_err(|source| StoreError::Damaged { key: key.to_owned(), source })
}
