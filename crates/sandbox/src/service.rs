//! The emulator over rows that the browser keeps: what was answered with success is in the database.

mod demo;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use bytes::Bytes;
use chime_emulator::failure::Failure;
use chime_emulator::handle::{largest_body, too_large};
use chime_emulator::rest::Incomplete;
use chime_emulator::store::StoreError;
use chime_emulator::{Emulator, Options};
use http::{Method, Request, Response};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::{now, seed, words};
use crate::database::Database;
use crate::rest;
use crate::rows::Rows;

/// Why the kept data cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unusable {
    /// The data is of another version, or damaged. It can be saved or given up.
    #[error("{0}")]
    Unreadable(String),
    /// The browser does not give or take it.
    #[error(
        "This browser does not let the sandbox keep data ({0}). Private windows and full disks are the usual reasons."
    )]
    Storage(String),
}

/// The whole service.
pub(crate) struct Service {
    emulator: Rc<Emulator>,
    rows: Rows,
    /// A demo that has begun. Nothing of it is kept before its end.
    demo: RefCell<Option<demo::Asker>>,
    /// Whether the database says so.
    demo_begun: Cell<bool>,
    /// Whether a tick has come.
    ticked: Cell<bool>,
    pub(crate) database: Database,
    /// Whether the browser had kept nothing at all.
    pub(crate) fresh: bool,
}

impl Service {
    /// The service over what the browser has kept.
    pub(crate) async fn open(tab: &str) -> Result<Self, Unusable> {
        let storage = |error: JsValue| Unusable::Storage(words(&error));
        let database = Database::open(tab).await.map_err(|error| {
            let text = words(&error);
            if text.starts_with("VersionError") {
                Unusable::Unreadable("The sandbox's data was made by a newer version of the console.".to_owned())
            } else {
                Unusable::Storage(text)
            }
        })?;
        let mut kept = database.rows().await.map_err(|error| Unusable::Unreadable(damaged(&words(&error))))?;
        let fresh = kept.is_empty();
        let begun = kept.iter().position(|(key, _)| key == demo::BEGUN).map(|place| kept.remove(place));
        let unreadable = |error: StoreError| Unusable::Unreadable(sentence(&error));
        let rows = Rows::load(kept).map_err(unreadable)?;
        let options = Options { seed: seed().map_err(storage)?, ..Options::default() };
        let emulator = Emulator::open_incomplete(Box::new(rows.clone()), now, options).map_err(unreadable)?;
        let service = Self {
            emulator: Rc::new(emulator),
            rows,
            demo: RefCell::default(),
            demo_begun: Cell::new(false),
            ticked: Cell::new(false),
            database,
            fresh,
        };
        match service.keep().await {
            // Nothing to lose, and nothing that could be kept later: better said now.
            Err(error) if fresh => return Err(Unusable::Storage(words(&error))),
            // The data can still be read and saved. What starting over it changed is forgotten, which does no harm.
            _ => {}
        }
        if begun.is_some() {
            // Nobody waits for it any more.
            drop(service.begin_demo().await);
        }
        Ok(service)
    }

    /// Answers a request, after whatever it changed is kept; says whether anything has changed.
    pub(crate) async fn answer(&self, request: Request<Bytes>) -> (Response<Bytes>, bool) {
        let limit = largest_body(request.uri().path());
        if request.body().len() > limit {
            return (self.emulator.refuse(too_large(limit)), false);
        }
        let mut ended = false;
        if self.demo.borrow().is_some() {
            // Before its end it can be looked at, as far as the emulator goes by now.
            if request.method() == Method::GET {
                let response = self.emulator.handle(request.clone());
                if !is_incomplete(&response) {
                    return (response, false);
                }
            }
            if rest::bring(&self.emulator).await.is_err() {
                return (self.emulator.refuse(not_loaded()), false);
            }
            ended = self.end_demo().await;
        }
        let mut response = self.emulator.handle(request.clone());
        if is_incomplete(&response) {
            match rest::bring(&self.emulator).await {
                Ok(()) => response = self.emulator.handle(request),
                Err(_) => return (self.emulator.refuse(not_loaded()), ended),
            }
        }
        match self.keep().await {
            Ok(changed) => (response, changed || ended),
            Err(error) => (self.emulator.refuse(not_kept(&error)), ended),
        }
    }

    /// Appendix C: things happen in their time, also when nobody looks. Says whether anything did.
    pub(crate) async fn tick(&self) -> bool {
        // Not at once: the first page has the line for itself.
        if self.ticked.replace(true) && !self.emulator.is_complete() {
            let emulator = self.emulator.clone();
            // What is not there yet is asked for again with the next tick, or the next call, which says why.
            spawn_local(async move { drop(rest::bring(&emulator).await) });
        }
        if self.demo.borrow().is_some() {
            return self.emulator.is_complete() && self.end_demo().await;
        }
        // What cannot be done or kept now is tried again at the next call, which says why.
        matches!(self.emulator.run_due(), Ok(1..)) && self.keep().await.unwrap_or(false)
    }

    /// Whether nobody has made anything yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.are_empty().unwrap_or(false)
    }

    /// Writes down what has changed, or else undoes it; says whether anything had.
    async fn keep(&self) -> Result<bool, JsValue> {
        let mut changes = self.rows.changes().map_err(told)?;
        if self.demo_begun.get() {
            changes.insert(demo::BEGUN.to_owned(), None);
        }
        match self.database.write(&changes).await {
            Ok(()) => {
                self.rows.settle();
                self.demo_begun.set(false);
                Ok(!changes.is_empty())
            }
            Err(error) => {
                self.undo()?;
                Err(error)
            }
        }
    }

    /// Forgets what has changed since it was last kept.
    fn undo(&self) -> Result<(), JsValue> {
        self.rows.undo().map_err(told)?;
        self.emulator.reload().map_err(told)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn told(error: StoreError) -> JsValue {
    error.to_string().into()
}

fn is_incomplete(response: &Response<Bytes>) -> bool {
    response.extensions().get::<Incomplete>().is_some()
}

fn not_loaded() -> Failure {
    let message =
        "A part of the sandbox could not be loaded. Check the connection, then try again. If the console was updated \
                   meanwhile, reload the page."
            .to_owned();
    Failure::Http { status: 503, code: "ServiceUnavailable", message }
}

fn not_kept(error: &JsValue) -> Failure {
    let words = words(error);
    let message = if words.starts_with("QuotaExceededError") {
        "This browser has no room for more data, so nothing was changed. What was kept before is still there: \
         delete something, or export the data and make room on this computer."
            .to_owned()
    } else {
        ["This browser could not keep the change, so nothing was changed (", &words, ")."].concat()
    };
    Failure::Http { status: 507, code: "InsufficientStorage", message }
}

fn sentence(error: &StoreError) -> String {
    match error {
        StoreError::Foreign => "What this browser keeps in the sandbox's name is not its data.".to_owned(),
        StoreError::Format(format) => {
            ["The sandbox's data has the layout ", format, ", which this version of the console does not read."]
                .concat()
        }
        other => damaged(&other.to_string()),
    }
}

fn damaged(how: &str) -> String {
    ["The sandbox's data is damaged: ", how, "."].concat()
}
