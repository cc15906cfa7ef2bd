//! What a page asks: an operation whose input may change, and the newest answer to it.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use super::{CallError, cache::Entry};
use crate::session::{Session, use_session};
use crate::ui::{Reading, effect};

/// A read that follows its input, the profile, and the writes that make it stale.
#[derive(Clone, Copy)]
pub struct Query {
    /// The newest answer. It stays while a newer one is fetched, and when that fails.
    pub data: Signal<Option<Value>>,
    /// Why the newest try failed.
    pub error: Signal<Option<CallError>>,
    /// Whether a request is on its way.
    pub loading: Signal<bool>,
    /// When the answer came, in milliseconds since 1970.
    pub updated: Signal<Option<f64>>,
    entry: Memo<Option<Entry>>,
    session: Session,
}

impl Query {
    /// Asks again, keeping what is on screen.
    pub fn refresh(&self) {
        if let Some(entry) = self.entry.get_untracked() {
            entry.ask(self.session);
        }
    }

    /// Whether the first answer is still on its way: the time for a skeleton (reactive).
    pub fn pending(&self) -> bool {
        self.loading.get() && self.data.with(Option::is_none)
    }
}

impl From<Query> for Reading {
    fn from(query: Query) -> Self {
        Self::new(query.updated, query.loading, move || query.refresh())
    }
}

/// Asks `operation` with `input`, again whenever that changes; asks nothing while `input` gives none.
pub fn query(operation: Operation, input: impl Fn() -> Option<Value> + Send + Sync + 'static) -> Query {
    let session = use_session();
    let entry = Memo::new(move |_| {
        let profile = session.profile()?;
        Some(session.client.cache.entry(&profile.name, operation, input()?))
    });
    effect(move || {
        if let Some(entry) = entry.get() {
            entry.enter(session);
            on_cleanup(move || entry.leave());
        }
    });
    Query {
        data: Memo::new(move |_| entry.get()?.data()).into(),
        error: Memo::new(move |_| entry.get()?.error()).into(),
        loading: Memo::new(move |_| entry.get().is_some_and(|entry| entry.loading())).into(),
        updated: Memo::new(move |_| entry.get()?.updated().map(|time| time as f64)).into(),
        entry,
        session,
    }
}

/// Asks before somebody looks: a [`query`] of the same finds the answer, or what is on its way.
pub(crate) fn ask(session: Session, operation: Operation, input: Value) {
    let target = session.profile_name().filter(|profile| session.has_credentials(profile));
    if let Some(profile) = target {
        session.client.cache.entry(&profile, operation, input).ask(session);
    }
}

/// Says that a write made the answers of `operations` stale: those on screen are asked again.
pub fn invalidate(session: Session, operations: &[Operation]) {
    if let Some(profile) = session.profile_name() {
        session.client.cache.invalidate(session, &profile, operations);
    }
}
