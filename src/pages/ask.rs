//! One write behind a question: the dialog is busy meanwhile, then closed, and a notice says how it went.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use crate::client::write;
use crate::session::{Session, use_session};
use crate::ui::{Flash, Flashes, use_flashes};

/// What is done once the person agrees.
pub(crate) struct Deed {
    /// The operation.
    pub(crate) operation: Operation,
    /// Its input.
    pub(crate) input: Value,
    /// The reads that it makes stale.
    pub(crate) stale: &'static [Operation],
    /// The notice of success: "The attendee is removed".
    pub(crate) done: &'static str,
    /// The title over an error: "The attendee was not removed".
    pub(crate) failed: &'static str,
}

/// A dialog that asks, and whether its work is under way.
#[derive(Clone, Copy)]
pub(crate) struct Ask {
    /// Whether it is open.
    pub(crate) open: RwSignal<bool>,
    /// Whether the work is under way.
    pub(crate) busy: RwSignal<bool>,
    session: Session,
    flashes: Flashes,
}

impl Ask {
    /// A closed one.
    pub(crate) fn new() -> Self {
        Self { open: RwSignal::new(false), busy: RwSignal::new(false), session: use_session(), flashes: use_flashes() }
    }

    /// One over a dialog that is opened elsewhere.
    pub(crate) fn over(open: RwSignal<bool>) -> Self {
        Self { open, ..Self::new() }
    }

    /// Does it, and `then` where it worked.
    pub(crate) fn act(self, deed: Deed, then: impl FnOnce() + 'static) {
        let Deed { operation, input, stale, done, failed } = deed;
        self.busy.set(true);
        spawn_local(async move {
            let answer = write(self.session, operation, input, stale).await;
            // The page may be gone by now; the notice is not.
            self.busy.try_set(false);
            self.open.try_set(false);
            match answer {
                Ok(_) => {
                    self.flashes.show(Flash::success(done));
                    then();
                }
                Err(error) => {
                    self.flashes.show(Flash::failure(error.failure(failed)));
                }
            }
        });
    }
}
