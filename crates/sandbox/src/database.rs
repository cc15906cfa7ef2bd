//! The browser's database that keeps the rows: IndexedDB, one object store from key to row.
//!
//! One tab writes, the one that has the lock. A tab that the browser has frozen may lose the lock and wake up later, with old rows
//! and a change under way: so the database knows whose turn it is, and takes changes of nobody else.

use std::cell::RefCell;

use chime_emulator::store::Entry;
use futures::future::try_join;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::browser::{end, worker};
use crate::rows::Changes;

const NAME: &str = "chime-sandbox";
/// The layout of the database; that of the rows is the emulator's own affair.
const VERSION: u32 = 1;
const ROWS: &str = "rows";
/// Where the database says which tab may write. No key of the emulator begins so.
const TURN: &str = "~turn";

/// The database, open.
pub(crate) struct Database {
    database: IdbDatabase,
    /// This tab.
    tab: String,
    /// What stood under [`TURN`] when this tab looked last; none before it has read the rows.
    turn: RefCell<Option<String>>,
}

impl Database {
    /// Opens the database, and makes it where there is none. `VersionError`: a newer build has made it.
    pub(crate) async fn open(tab: &str) -> Result<Self, JsValue> {
        let request = factory()?.open_with_u32(NAME, VERSION)?;
        let made = request.clone();
        let make = Closure::once_into_js(move || -> Result<(), JsValue> {
            let database: IdbDatabase = made.result()?.unchecked_into();
            database.create_object_store(ROWS).map(drop)
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let database = opened(&request).await?;
        // Most likely the person has removed the site's data: what is in memory is kept nowhere. The page starts another worker.
        let lost = Closure::once_into_js(end);
        database.set_onclose(Some(lost.unchecked_ref()));
        Ok(Self { database, tab: tab.to_owned(), turn: RefCell::default() })
    }

    /// All rows. From now on it is this tab's turn: whoever wrote before is refused.
    pub(crate) async fn rows(&self) -> Result<Vec<Entry>, JsValue> {
        let transaction = self.database.transaction_with_str_and_mode(ROWS, IdbTransactionMode::Readwrite)?;
        let ended = ended(&transaction);
        let store = transaction.object_store(ROWS)?;
        let (keys, rows) = (finished(&store.get_all_keys()?), finished(&store.get_all()?));
        store.put_with_key(&self.tab.as_str().into(), &TURN.into())?;
        let (keys, rows) = try_join(keys, rows).await?;
        let (keys, rows): (Array, Array) = (keys.unchecked_into(), rows.unchecked_into());
        let text = |value: JsValue| value.as_string().ok_or_else(|| JsValue::from("a row is not text"));
        let entries = keys.iter().zip(rows.iter()).map(|(key, row)| Ok((text(key)?, text(row)?)));
        let mut entries = entries.collect::<Result<Vec<Entry>, JsValue>>()?;
        let turn = entries.iter().position(|(key, _)| key == TURN).map(|place| entries.remove(place).1);
        // Without room the turn is taken with the first change for which there is some.
        let taken = ended.await.is_ok();
        *self.turn.borrow_mut() = if taken { Some(self.tab.clone()) } else { turn };
        Ok(entries)
    }

    /// Keeps changes, all or none. When this returns `Ok` they survive the end of the tab.
    pub(crate) async fn write(&self, changes: &Changes) -> Result<(), JsValue> {
        if changes.is_empty() {
            return Ok(());
        }
        let transaction = self.database.transaction_with_str_and_mode(ROWS, IdbTransactionMode::Readwrite)?;
        let ended = ended(&transaction);
        let turn = match self.stage(&transaction, changes) {
            Ok(turn) => turn.await?.as_string(),
            Err(error) => {
                // What was staged before must not be kept either. It fails only where the browser has aborted already.
                drop(transaction.abort());
                return Err(error);
            }
        };
        if turn != *self.turn.borrow() {
            drop(transaction.abort());
            end();
            return Err("another tab has taken over".into());
        }
        ended.await?;
        *self.turn.borrow_mut() = Some(self.tab.clone());
        Ok(())
    }

    /// Asks for changes, and whose turn it is before them.
    fn stage(
        &self,
        transaction: &IdbTransaction,
        changes: &Changes,
    ) -> Result<impl Future<Output = Result<JsValue, JsValue>> + use<>, JsValue> {
        let rows = transaction.object_store(ROWS)?;
        let turn = finished(&rows.get(&TURN.into())?);
        for (key, row) in changes {
            let key = JsValue::from(key);
            match row {
                Some(row) => rows.put_with_key(&row.into(), &key)?,
                None => rows.delete(&key)?,
            };
        }
        if self.turn.borrow().as_ref() != Some(&self.tab) {
            rows.put_with_key(&self.tab.as_str().into(), &TURN.into())?;
        }
        Ok(turn)
    }

    /// Removes the whole database.
    pub(crate) async fn delete(self) -> Result<(), JsValue> {
        drop(self);
        delete().await
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // An open database cannot be removed.
        self.database.close();
    }
}

/// Removes the database, which is not open.
pub(crate) async fn delete() -> Result<(), JsValue> {
    let request = factory()?.delete_database(NAME)?;
    finished(&request).await.map(drop)
}

/// Everything in the database whatever made it, as JSON text for a person who wants to save it.
pub(crate) async fn dump() -> Result<String, JsValue> {
    let database = opened(&factory()?.open(NAME)?).await?;
    let dump = dump_of(&database).await;
    database.close();
    let dump = dump?;
    js_sys::JSON::stringify(&dump).map(String::from)
}

async fn dump_of(database: &IdbDatabase) -> Result<Object, JsValue> {
    let (dump, stores) = (Object::new(), Object::new());
    let names = database.object_store_names();
    for name in (0..names.length()).filter_map(|index| names.get(index)) {
        let (keys, values) = entries(database, &name).await?;
        let store = Object::new();
        for (key, value) in keys.iter().zip(values.iter()) {
            let key = key
                .as_string()
                .map_or_else(|| js_sys::JSON::stringify(&key).map(JsValue::from), |key| Ok(key.into()))?;
            Reflect::set(&store, &key, &value)?;
        }
        Reflect::set(&stores, &name.into(), &store)?;
    }
    Reflect::set(&dump, &"Database".into(), &NAME.into())?;
    Reflect::set(&dump, &"Version".into(), &database.version().into())?;
    Reflect::set(&dump, &"Stores".into(), &stores)?;
    Ok(dump)
}

fn factory() -> Result<IdbFactory, JsValue> {
    worker().indexed_db()?.ok_or_else(|| "this browser has no IndexedDB".into())
}

async fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, JsValue> {
    Ok(finished(request).await?.unchecked_into())
}

/// The end of a transaction; the error is why nothing of it was kept.
fn ended(transaction: &IdbTransaction) -> impl Future<Output = Result<(), JsValue>> + use<> {
    // One that nobody waits for any more must not end the worker, so the promise is kept either way.
    let ended = Promise::new(&mut |event, _| {
        transaction.set_oncomplete(Some(&event));
        transaction.set_onabort(Some(&event));
    });
    let transaction = transaction.clone();
    async move {
        if is(&JsFuture::from(ended).await?, "complete") {
            return Ok(());
        }
        Err(transaction.error().map_or_else(|| "the transaction was aborted".into(), JsValue::from))
    }
}

/// The keys and the values of an object store.
async fn entries(database: &IdbDatabase, store: &str) -> Result<(Array, Array), JsValue> {
    let store = database.transaction_with_str(store)?.object_store(store)?;
    // Both are asked before either is awaited: one transaction, one state.
    let (keys, values) = (finished(&store.get_all_keys()?), finished(&store.get_all()?));
    let (keys, values) = try_join(keys, values).await?;
    Ok((keys.unchecked_into(), values.unchecked_into()))
}

/// The result of a request, once it is there.
fn finished(request: &IdbRequest) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    // As with transactions.
    let ended = Promise::new(&mut |event, _| {
        request.set_onsuccess(Some(&event));
        request.set_onerror(Some(&event));
    });
    let request = request.clone();
    async move {
        if is(&JsFuture::from(ended).await?, "success") {
            return request.result();
        }
        Err(request.error()?.map_or_else(|| "the request failed".into(), JsValue::from))
    }
}

/// Whether an event is of this kind.
fn is(event: &JsValue, kind: &str) -> bool {
    event.unchecked_ref::<Event>().type_() == kind
}
