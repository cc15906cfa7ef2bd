//! Loading every page of a list, with progress, until stopped.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::ui::{Failure, announce};

/// A page: its rows and the token of the next one.
pub type Fetched = Result<(Vec<Value>, Option<String>), Failure>;
type Fetch = Arc<dyn Fn(Option<String>) -> Pin<Box<dyn Future<Output = Fetched>>> + Send + Sync>;

/// Loads all pages one after another. While its rows are there they stand in the place of the page's.
#[derive(Clone, Copy)]
pub struct LoadAll {
    fetch: StoredValue<Fetch>,
    rows: RwSignal<Option<Arc<Vec<Value>>>>,
    loaded: RwSignal<usize>,
    running: RwSignal<bool>,
    complete: RwSignal<bool>,
    failed: RwSignal<Option<Failure>>,
    /// Rises with each start and stop; a run that is not the newest ends.
    run: StoredValue<u32>,
}

impl LoadAll {
    /// Loads by `fetch`, which is given the token of the page.
    pub fn new<F>(fetch: impl Fn(Option<String>) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Fetched> + 'static,
    {
        Self {
            fetch: StoredValue::new(Arc::new(move |token| Box::pin(fetch(token)))),
            rows: RwSignal::new(None),
            loaded: RwSignal::new(0),
            running: RwSignal::new(false),
            complete: RwSignal::new(false),
            failed: RwSignal::new(None),
            run: StoredValue::new(0),
        }
    }

    /// The rows to show: all that were loaded, or those of the page.
    pub fn over(self, page: Signal<Arc<Vec<Value>>>) -> Signal<Arc<Vec<Value>>> {
        Signal::derive(move || self.rows.get().unwrap_or_else(|| page.get()))
    }

    /// Whether every row there is was loaded.
    pub fn complete(self) -> bool {
        self.complete.get()
    }

    /// Whether its rows stand in the place of the page's.
    pub fn active(self) -> bool {
        self.rows.with(Option::is_some)
    }

    /// Starts from the first page. What was loaded stays until there is as much again.
    pub fn start(self) {
        let Some(run) = self.advance() else { return };
        self.running.set(true);
        self.failed.set(None);
        self.loaded.set(0);
        spawn_local(async move {
            let mut rows = Vec::new();
            let mut token = None;
            loop {
                let Some(page) = self.fetch.try_with_value(|fetch| fetch(token.take())) else { return };
                let fetched = page.await;
                if self.run.try_get_value() != Some(run) {
                    return;
                }
                match fetched {
                    Ok((page, next)) => {
                        rows.extend(page);
                        token = next;
                    }
                    Err(failure) => {
                        self.failed.set(Some(failure));
                        return self.running.set(false);
                    }
                }
                self.loaded.set(rows.len());
                let done = token.is_none();
                let before = self.rows.with_untracked(|rows| rows.as_ref().map_or(0, |rows| rows.len()));
                if done || rows.len() >= before {
                    self.rows.set(Some(Arc::new(rows.clone())));
                }
                if done {
                    self.complete.set(true);
                    self.running.set(false);
                    announce(&["All ", &rows.len().to_string(), " rows are loaded"].concat());
                    return;
                }
            }
        });
    }

    /// Stops; what was loaded stays.
    pub fn stop(self) {
        self.advance();
        self.running.set(false);
    }

    /// Goes back to the page's rows.
    pub fn clear(self) {
        self.stop();
        self.rows.set(None);
        self.complete.set(false);
        self.failed.set(None);
    }

    pub(crate) fn running(self) -> bool {
        self.running.get()
    }

    pub(crate) fn loaded(self) -> Signal<usize> {
        self.loaded.into()
    }

    pub(crate) fn failed(self) -> Option<Failure> {
        self.failed.get()
    }

    fn advance(self) -> Option<u32> {
        self.run.try_update_value(|run| {
            *run += 1;
            *run
        })
    }
}
