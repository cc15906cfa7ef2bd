//! Answers by profile, operation and input, shared by everything on screen that asks the same.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

use chime_model::Operation;
use futures::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use super::{CallError, call::call_as, clock};
use crate::session::Session;

/// An answer younger than this is shown without asking again.
const FRESH_MS: i64 = 30_000;
/// Beyond so many answers, those that nobody looks at are let go.
const LIMIT: usize = 300;

/// What tells one question from another.
#[derive(PartialEq, Eq)]
pub(super) struct Question {
    pub(super) profile: String,
    pub(super) operation: &'static str,
    pub(super) input: String,
}

/// One question and what is known of its answer.
#[derive(Clone)]
pub(super) struct Entry(Arc<Inner>);

struct Inner {
    profile: String,
    operation: Operation,
    input: Value,
    data: ArcRwSignal<Option<Value>>,
    error: ArcRwSignal<Option<CallError>>,
    loading: ArcRwSignal<bool>,
    updated: ArcRwSignal<Option<i64>>,
    users: AtomicUsize,
    running: Mutex<Option<AbortHandle>>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Entry {
    fn new(profile: &str, operation: Operation, input: Value) -> Self {
        Self(Arc::new(Inner {
            profile: profile.to_owned(),
            operation,
            input,
            data: ArcRwSignal::new(None),
            error: ArcRwSignal::new(None),
            // Whoever makes an entry is about to ask: there is no moment of "nothing, and not loading".
            loading: ArcRwSignal::new(true),
            updated: ArcRwSignal::new(None),
            users: AtomicUsize::new(0),
            running: Mutex::new(None),
        }))
    }

    pub(super) fn data(&self) -> Option<Value> {
        self.0.data.get()
    }

    pub(super) fn error(&self) -> Option<CallError> {
        self.0.error.get()
    }

    pub(super) fn loading(&self) -> bool {
        self.0.loading.get()
    }

    pub(super) fn updated(&self) -> Option<i64> {
        self.0.updated.get()
    }

    /// Somebody looks at it: asks, unless a fresh answer is there or on its way.
    pub(super) fn enter(&self, session: Session) {
        self.0.users.fetch_add(1, Ordering::Relaxed);
        let updated = self.0.updated.get_untracked();
        let fresh =
            updated.is_some_and(|time| clock::now() - time < FRESH_MS) && self.0.error.with_untracked(Option::is_none);
        // Loading, yet nothing is on its way: it was cancelled, perhaps after a change that made it necessary.
        let cancelled = self.0.loading.get_untracked();
        if (cancelled || !fresh) && !self.is_running() {
            self.ask(session);
        }
    }

    /// Somebody looks away: the last one cancels what is on its way.
    pub(super) fn leave(&self) {
        if self.0.users.fetch_sub(1, Ordering::Relaxed) == 1 {
            self.set_running(None);
        }
    }

    /// Asks (again). What was there stays on screen meanwhile; an older request is cancelled, since it may have
    /// been answered before the change that makes this one necessary.
    pub(super) fn ask(&self, session: Session) {
        let entry = self.clone();
        let (question, handle) =
            abortable(async move { call_as(session, &entry.0.profile, entry.0.operation, &entry.0.input).await });
        self.set_running(Some(handle));
        self.0.loading.set(true);
        let entry = self.clone();
        spawn_local(async move {
            if let Ok(result) = question.await {
                entry.set_running(None);
                entry.settle(result);
            }
        });
    }

    fn settle(&self, result: Result<Value, CallError>) {
        match result {
            Ok(data) => {
                self.0.data.set(Some(data));
                self.0.error.set(None);
                self.0.updated.set(Some(clock::now()));
            }
            Err(error) => self.0.error.set(Some(error)),
        }
        self.0.loading.set(false);
    }

    fn in_use(&self) -> bool {
        self.0.users.load(Ordering::Relaxed) > 0
    }

    fn is_running(&self) -> bool {
        self.0.running.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn set_running(&self, handle: Option<AbortHandle>) {
        let mut running = self.0.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(older) = std::mem::replace(&mut *running, handle) {
            older.abort();
        }
    }
}

/// All entries, few enough for a list.
#[derive(Clone, Copy)]
pub(super) struct Cache(StoredValue<Vec<(Question, Entry)>>);

impl Cache {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// The entry of a question, made where there is none yet.
    pub(super) fn entry(self, profile: &str, operation: Operation, input: Value) -> Entry {
        let question = Question { profile: profile.to_owned(), operation: operation.name(), input: input.to_string() };
        let mut entry = None;
        self.0.update_value(|all| {
            if all.len() > LIMIT {
                all.retain(|(_, entry)| entry.in_use());
            }
            let known = all.iter().find(|(known, _)| *known == question).map(|(_, entry)| entry.clone());
            entry = Some(known.unwrap_or_else(|| {
                let new = Entry::new(profile, operation, input.clone());
                all.push((question, new.clone()));
                new
            }));
        });
        // The store lives as long as the console; an entry of its own is right for the moment of its end.
        entry.unwrap_or_else(|| Entry::new(profile, operation, input))
    }

    /// Asks again what somebody looks at, and forgets the rest.
    pub(super) fn invalidate(self, session: Session, profile: &str, operations: &[Operation]) {
        self.renew(session, profile, &|operation| operations.contains(&operation));
    }

    /// The same for every answer of a profile: something has been changed from elsewhere.
    pub(super) fn refresh(self, session: Session, profile: &str) {
        self.renew(session, profile, &|_| true);
    }

    fn renew(self, session: Session, profile: &str, is_stale: &dyn Fn(Operation) -> bool) {
        let mut shown = Vec::new();
        self.0.update_value(|all| {
            all.retain(|(question, entry)| {
                let stale = question.profile == profile && is_stale(entry.0.operation);
                if stale && entry.in_use() {
                    shown.push(entry.clone());
                }
                !stale || entry.in_use()
            });
        });
        for entry in shown {
            entry.ask(session);
        }
    }

    /// Forgets every answer of a profile.
    pub(super) fn forget(self, profile: &str) {
        self.0.update_value(|all| all.retain(|(question, _)| question.profile != profile));
    }
}
