//! All rows at once: snapshot, restore, reset.

use std::collections::BTreeMap;

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Request, Route};
use crate::Emulator;
use crate::failure::Failure;
use crate::format::{self, FORMAT};
use crate::store::{LAST_KEY, Order, StoreError, Transaction};

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/_emulator/snapshot",
        about: "Gives everything that is stored, settings, faults and clock included, as one document.",
        run: take,
    },
    Route {
        method: Method::PUT,
        path: "/_emulator/snapshot",
        about: "Replaces everything by such a document.",
        run: restore,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/reset",
        about: "Forgets everything, settings and clock included.",
        run: reset,
    },
];

/// A snapshot: rows as they are stored, under their keys.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Snapshot {
    format: String,
    rows: BTreeMap<String, Value>,
}

fn take(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    let entries = emulator.store.view(|transaction| transaction.scan("", LAST_KEY, usize::MAX, Order::Ascending))??;
    let rows = entries.into_iter().map(|(key, text)| match serde_json::from_str(&text) {
        Ok(row) => Ok((key, row)),
        Err(source) => Err(StoreError::Damaged { key, source }),
    });
    Ok(json!(Snapshot { format: FORMAT.to_owned(), rows: rows.collect::<Result<_, _>>()? }))
}

fn restore(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let snapshot: Snapshot = request.json()?;
    let restored = emulator.replace_rows(|transaction| {
        clear(transaction)?;
        for (key, row) in &snapshot.rows {
            transaction.put(key, &row.to_string())?;
        }
        Ok(format::upgrade(transaction, &snapshot.format)?)
    });
    restored.map_err(|failure| match failure {
        Failure::Store(StoreError::Format(_)) => {
            Failure::bad_request(format!("Format must be {FORMAT:?}, or one that came before it."))
        }
        Failure::Store(damaged @ StoreError::Damaged { .. }) => Failure::bad_request(damaged.to_string()),
        other => other,
    })?;
    Ok(json!({ "Rows": snapshot.rows.len() }))
}

fn reset(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    emulator.replace_rows(|transaction| {
        clear(transaction)?;
        Ok(format::mark(transaction)?)
    })?;
    Ok(json!({}))
}

fn clear(transaction: &dyn Transaction) -> Result<(), StoreError> {
    for (key, _) in transaction.scan("", LAST_KEY, usize::MAX, Order::Ascending)? {
        transaction.delete(&key)?;
    }
    Ok(())
}
