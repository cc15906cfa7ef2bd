//! What falls due on the service's clock: rows ordered by their moment.

mod action;

use std::cell::Cell;
use std::sync::atomic::Ordering;

use chime_model::Timestamp;
use serde::Serialize;

pub use self::action::Action;
use crate::Emulator;
use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Entry, Key, LAST_KEY, Order, StoreError, Transaction, time_key};

const ROOT: &str = "due/";

/// An action with its moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Due {
    /// When.
    pub at: Timestamp,
    /// What.
    pub action: Action,
}

/// Puts an action on the schedule; twice the same is once.
pub(crate) fn add(transaction: &dyn Transaction, at: Timestamp, action: &Action) -> Result<(), StoreError> {
    let (key, text) = entry(at, action)?;
    transaction.put(&key, &text)
}

/// Takes an action off the schedule.
pub(crate) fn remove(transaction: &dyn Transaction, at: Timestamp, action: &Action) -> Result<(), StoreError> {
    transaction.delete(&entry(at, action)?.0)
}

/// Up to `limit` actions, the next first.
pub(crate) fn list(transaction: &dyn Transaction, limit: usize) -> Result<Vec<Due>, StoreError> {
    entries(transaction, limit)?.into_iter().map(parse).collect()
}

/// When the next action is due.
pub(crate) fn next(transaction: &dyn Transaction) -> Result<Option<Timestamp>, StoreError> {
    Ok(entries(transaction, 1)?.first().map(|(key, _)| moment(key)))
}

/// The action of a row that has fallen due, done on a clock that shows its moment.
pub(crate) fn perform(context: &Context<'_>, entry: Entry) -> Result<(), Failure> {
    let Due { at, action } = parse(entry)?;
    remove(context, at, &action)?;
    match action.clone().run(context) {
        // The rows are unknown now: undo everything, and try again at the next call.
        Err(failure @ Failure::Store(_)) => Err(failure),
        // One action that is refused must not stop the others for ever.
        Err(refusal) => {
            tracing::error!(?action, %refusal, "a due action was refused");
            let detail = serde_json::json!({ "Action": action, "Message": refusal.to_string() });
            Ok(context.event("ActionRefused", detail)?)
        }
        Ok(()) => Ok(()),
    }
}

impl Emulator {
    /// Does what has fallen due, in the order of its moments, also what the actions put on the schedule meanwhile; returns how
    /// many there were. Every call begins with this; a server also calls it now and then, so that things happen in their time
    /// and not only when somebody looks.
    ///
    /// # Errors
    /// The store's; [`Failure::Incomplete`].
    pub fn run_due(&self) -> Result<usize, Failure> {
        let now = self.now();
        let due = self.next_due.load(Ordering::SeqCst);
        if now.0 < due {
            return Ok(0);
        }
        let configuration = self.configuration();
        // Set first and lowered afterwards, so that what others schedule meanwhile is not lost.
        self.next_due.store(i64::MAX, Ordering::SeqCst);
        let scheduled = Cell::new(i64::MAX);
        let result = self.store.update(|transaction| {
            let mut done = 0;
            while let Some(entry) = entries(transaction, 1)?.pop().filter(|(key, _)| moment(key) <= now) {
                let at = moment(&entry.0);
                let context = self.context(transaction, &configuration, self.default_principal(), at, &scheduled);
                (self.rest()?.perform)(&context, entry)?;
                done += 1;
            }
            Ok::<_, Failure>((done, next(transaction)?))
        });
        let next = match &result {
            Ok((_, next)) => next.map_or(i64::MAX, |next| next.0),
            Err(_) => due,
        };
        self.next_due.fetch_min(next, Ordering::SeqCst);
        result.map(|(done, _)| done)
    }
}

/// Up to `limit` rows, the next first.
fn entries(transaction: &dyn Transaction, limit: usize) -> Result<Vec<Entry>, StoreError> {
    transaction.scan(ROOT, &format!("{ROOT}{LAST_KEY}"), limit, Order::Ascending)
}

fn entry(at: Timestamp, action: &Action) -> Result<(String, String), StoreError> {
    let damaged = |source| StoreError::Damaged { key: ROOT.to_owned(), source };
    let text = serde_json::to_string(action).map_err(damaged)?;
    Ok((format!("{ROOT}{}", Key::of([&time_key(at.0), &text]).as_str()), text))
}

fn parse((key, text): Entry) -> Result<Due, StoreError> {
    let action = serde_json::from_str(&text).map_err(|source| StoreError::Damaged { key: key.clone(), source })?;
    Ok(Due { at: moment(&key), action })
}

/// When the row under a key is due.
fn moment(key: &str) -> Timestamp {
    Timestamp(key.strip_prefix(ROOT).and_then(|key| key.split('/').next()?.parse().ok()).unwrap_or_default())
}
