//! The emulator over rows that the browser keeps: what was answered with success is in the database.

use bytes::Bytes;
use chime_emulator::failure::Failure;
use chime_emulator::handle::{largest_body, too_large};
use chime_emulator::store::StoreError;
use chime_emulator::{Emulator, Options};
use http::{Request, Response};
use wasm_bindgen::JsValue;

use crate::browser::{now, seed, words};
use crate::database::Database;
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
    emulator: Emulator,
    rows: Rows,
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
        let kept = database.rows().await.map_err(|error| Unusable::Unreadable(damaged(&words(&error))))?;
        let fresh = kept.is_empty();
        let unreadable = |error: StoreError| Unusable::Unreadable(sentence(&error));
        let rows = Rows::load(kept).map_err(unreadable)?;
        let options = Options { seed: seed().map_err(storage)?, ..Options::default() };
        let emulator = Emulator::open(Box::new(rows.clone()), now, options).map_err(unreadable)?;
        let service = Self { emulator, rows, database, fresh };
        match service.keep().await {
            // Nothing to lose, and nothing that could be kept later: better said now.
            Err(error) if fresh => Err(Unusable::Storage(words(&error))),
            // The data can still be read and saved. What starting over it changed is forgotten, which does no harm.
            _ => Ok(service),
        }
    }

    /// Answers a request, after whatever it changed is kept; says whether it changed anything.
    pub(crate) async fn answer(&self, request: Request<Bytes>) -> (Response<Bytes>, bool) {
        let limit = largest_body(request.uri().path());
        if request.body().len() > limit {
            return (self.emulator.refuse(too_large(limit)), false);
        }
        let response = self.emulator.handle(request);
        match self.keep().await {
            Ok(changed) => (response, changed),
            Err(error) => (self.emulator.refuse(not_kept(&error)), false),
        }
    }

    /// Appendix C: things happen in their time, also when nobody looks. Says whether anything did.
    pub(crate) async fn tick(&self) -> bool {
        // What cannot be done or kept now is tried again at the next call, which says why.
        matches!(self.emulator.run_due(), Ok(1..)) && self.keep().await.unwrap_or(false)
    }

    /// Whether nobody has made anything yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.are_empty().unwrap_or(false)
    }

    /// Writes down what has changed, or else undoes it; says whether anything had.
    async fn keep(&self) -> Result<bool, JsValue> {
        let text = |error: StoreError| JsValue::from(error.to_string());
        let changes = self.rows.changes().map_err(text)?;
        match self.database.write(&changes).await {
            Ok(()) => {
                self.rows.settle();
                Ok(!changes.is_empty())
            }
            Err(error) => {
                self.rows.undo().map_err(text)?;
                self.emulator.reload().map_err(text)?;
                Err(error)
            }
        }
    }
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
