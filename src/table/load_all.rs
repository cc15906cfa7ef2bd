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
    /// What has come, of which a part may not be shown yet.
    collected: StoredValue<Vec<Value>>,
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
            collected: StoredValue::new(Vec::new()),
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

    /// Starts from the first page. What was loaded stays until there is as much again; from then on it is shown each time
    /// that it has grown by a quarter, since showing costs as much as there is.
    pub fn start(self) {
        let Some(run) = self.advance() else { return };
        self.running.set(true);
        self.failed.set(None);
        self.loaded.set(0);
        spawn_local(async move {
            self.collected.set_value(Vec::new());
            let mut token = None;
            loop {
                let Some(page) = self.fetch.try_with_value(|fetch| fetch(token.take())) else { return };
                let fetched = page.await;
                if self.run.try_get_value() != Some(run) {
                    return;
                }
                match fetched {
                    Ok((page, next)) => {
                        self.collected.update_value(|rows| rows.extend(page));
                        token = next;
                    }
                    Err(failure) => {
                        self.failed.set(Some(failure));
                        return self.end();
                    }
                }
                let (loaded, before) = (self.collected.with_value(Vec::len), self.shown());
                self.loaded.set(loaded);
                if token.is_none() {
                    self.complete.set(true);
                    self.running.set(false);
                    self.rows.set(Some(Arc::new(self.collected.try_update_value(std::mem::take).unwrap_or_default())));
                    announce(&["All ", &loaded.to_string(), " rows are loaded"].concat());
                    return;
                }
                if loaded >= before + before / 4 {
                    self.show();
                }
            }
        });
    }

    /// Stops; what was loaded stays.
    pub fn stop(self) {
        self.advance();
        if self.running.get_untracked() {
            self.end();
        }
    }

    /// Goes back to the page's rows.
    pub fn clear(self) {
        self.advance();
        self.running.set(false);
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

    /// No more is loaded: what has come is shown, unless more is there from before.
    fn end(self) {
        self.running.set(false);
        if self.collected.with_value(Vec::len) >= self.shown().max(1) {
            self.show();
        }
    }

    fn shown(self) -> usize {
        self.rows.with_untracked(|rows| rows.as_ref().map_or(0, |rows| rows.len()))
    }

    fn show(self) {
        self.rows.set(Some(Arc::new(self.collected.get_value())));
    }

    fn advance(self) -> Option<u32> {
        self.run.try_update_value(|run| {
            *run += 1;
            *run
        })
    }
}
