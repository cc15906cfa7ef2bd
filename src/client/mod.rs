//! The signed-fetch client: from an operation and its input to the parsed answer.
//!
//! `call` signs, sends, retries, corrects the clock and asks for new keys where they have expired; `query` is its
//! reactive form over a cache; `write` names the reads that a change makes stale.

mod cache;
mod call;
mod clock;
mod control;
pub(crate) mod emulator;
mod error;
mod fetch;
mod probe;
mod query;
mod record;
mod renewal;
mod retry;
mod sandbox;
mod sign;
mod transport;
mod waiting;

use std::time::SystemTime;

use leptos::prelude::*;

use crate::session::{Endpoint, Session};

pub use call::{Told, attempt, call, tell, write};
pub(crate) use call::{bring, load_early};
pub use control::control;
pub use error::{CallError, ErrorKind};
pub(crate) use query::ask;
pub use query::{Query, invalidate, query};
pub use record::{End, Exchange, Record};
pub use renewal::Renewal;
pub use sandbox::{News, Sandbox, SandboxState};
pub use sign::{SignError, sign};
pub use waiting::Waiting;

pub(crate) use probe::{emulator_answers, look_for_emulator, page_is_here};

use cache::Cache;
use clock::Clock;
use waiting::WaitingCalls;

/// What the client remembers between calls.
#[derive(Clone, Copy)]
pub struct Client {
    cache: Cache,
    clock: StoredValue<Clock>,
    pub(crate) renewal: Renewal,
    pub(crate) waiting: WaitingCalls,
    pub(crate) sandbox: Sandbox,
    /// What was sent.
    pub record: Record,
}

impl Client {
    /// A client that knows nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            cache: Cache::new(),
            clock: StoredValue::new(Clock::default()),
            renewal: Renewal::new(),
            waiting: WaitingCalls::new(),
            sandbox: Sandbox::new(),
            record: Record::new(),
        }
    }

    /// The time to sign a request to `endpoint` with, now.
    fn signing_time(self, endpoint: &Endpoint) -> SystemTime {
        let now = clock::now();
        self.clock.with_value(|clock| clock.signing_time(endpoint, now))
    }

    /// Learns from the server's `Date`; whether that changes anything.
    fn correct_clock(self, endpoint: &Endpoint, date: &str) -> bool {
        let (now, server) = (clock::now(), clock::read(date));
        let correct = |server| self.clock.try_update_value(|clock| clock.correct(endpoint, now, server));
        server.and_then(correct).unwrap_or_default()
    }

    /// Reads again what is on screen of a profile, after a change from elsewhere.
    pub(crate) fn refresh(self, session: Session, profile: &str) {
        self.cache.refresh(session, profile);
    }

    /// Forgets what was read under a profile.
    pub(crate) fn forget(self, profile: &str) {
        self.cache.forget(profile);
    }
}
