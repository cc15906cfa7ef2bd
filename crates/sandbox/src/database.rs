//! The browser's database that keeps the rows: IndexedDB, one object store from key to row.

use chime_emulator::store::Entry;
use futures::future::try_join;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::browser::worker;
use crate::rows::Changes;

const NAME: &str = "chime-sandbox";
/// The layout of the database; that of the rows is the emulator's own affair.
const VERSION: u32 = 1;
const ROWS: &str = "rows";

/// The database, open.
pub(crate) struct Database(IdbDatabase);

impl Database {
    /// Opens the database, and makes it where there is none. `VersionError`: a newer build has made it.
    pub(crate) async fn open() -> Result<Self, JsValue> {
        let request = factory()?.open_with_u32(NAME, VERSION)?;
        let made = request.clone();
        let make = Closure::once_into_js(move || -> Result<(), JsValue> {
            let database: IdbDatabase = made.result()?.unchecked_into();
            database.create_object_store(ROWS).map(drop)
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        Ok(Self::opened(opened(&request).await?))
    }

    fn opened(database: IdbDatabase) -> Self {
        // The person has removed the site's data: what is in memory is kept nowhere. The page starts another worker.
        let lost = Closure::once_into_js(|| worker().close());
        database.set_onclose(Some(lost.unchecked_ref()));
        Self(database)
    }

    /// All rows.
    pub(crate) async fn rows(&self) -> Result<Vec<Entry>, JsValue> {
        let (keys, rows) = entries(&self.0, ROWS).await?;
        let text = |value: JsValue| value.as_string().ok_or_else(|| JsValue::from("a row is not text"));
        keys.iter().zip(rows.iter()).map(|(key, row)| Ok((text(key)?, text(row)?))).collect()
    }

    /// Keeps changes, all or none. When this returns `Ok` they survive the end of the tab.
    pub(crate) async fn write(&self, changes: &Changes) -> Result<(), JsValue> {
        if changes.is_empty() {
            return Ok(());
        }
        let transaction = self.0.transaction_with_str_and_mode(ROWS, IdbTransactionMode::Readwrite)?;
        if let Err(error) = stage(&transaction, changes) {
            // What was staged before must not be kept either. It fails only where the browser has aborted already.
            drop(transaction.abort());
            return Err(error);
        }
        let ended = Promise::new(&mut |complete, abort| {
            transaction.set_oncomplete(Some(&complete));
            transaction.set_onabort(Some(&abort));
        });
        match JsFuture::from(ended).await {
            Ok(_) => Ok(()),
            Err(_) => Err(transaction.error().map_or_else(|| "the transaction was aborted".into(), JsValue::from)),
        }
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
        self.0.close();
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

fn stage(transaction: &IdbTransaction, changes: &Changes) -> Result<(), JsValue> {
    let rows = transaction.object_store(ROWS)?;
    for (key, row) in changes {
        let key = JsValue::from(key);
        match row {
            Some(row) => rows.put_with_key(&row.into(), &key)?,
            None => rows.delete(&key)?,
        };
    }
    Ok(())
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
    let ended = Promise::new(&mut |success, error| {
        request.set_onsuccess(Some(&success));
        request.set_onerror(Some(&error));
    });
    let request = request.clone();
    async move {
        match JsFuture::from(ended).await {
            Ok(_) => request.result(),
            Err(_) => Err(request.error()?.map_or_else(|| "the request failed".into(), JsValue::from)),
        }
    }
}
