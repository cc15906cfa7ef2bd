//! Demo data: an organisation that shows every state of accounts, users, numbers, telephony, meetings and messaging, made by
//! calling the API and the hooks.

mod cast;
mod chat;
mod enterprises;
mod inventory;
mod meetings;
mod messaging;
mod numbers;
mod rooms;
mod stage;
mod teams;
mod telephony;

use chime_model::Operation;
use http::Method;
use serde_json::{Value, json};

pub(crate) use self::stage::Stage;
use super::{Request, Route};
use crate::Emulator;
use crate::failure::Failure;

pub(super) const ROUTES: &[Route] = &[Route {
    method: Method::POST,
    path: "/_emulator/demo",
    about: "Fills the emulator with demo data of the past ten weeks: nine accounts with rooms and bots, telephony, numbers and their orders, meetings, an app instance with its channels.",
    run: |emulator, _: &Request<'_>| fill(emulator),
}];

/// Fills the emulator with the demo organisation. The clock is moved back meanwhile, so that dates are those of the past weeks,
/// and shows the present again at the end. The same seed gives the same ids.
///
/// # Errors
/// Conflict when the demo data is there already; the first call that fails.
fn fill(emulator: &Emulator) -> Result<Value, Failure> {
    // Not begun where it cannot be ended.
    emulator.rest()?;
    emulator.begin_demo()?;
    emulator.end_demo()
}

impl Emulator {
    /// Makes the accounts of the demo organisation, with their people.
    ///
    /// # Errors
    /// Conflict when they are there already; the first call that fails.
    pub fn begin_demo(&self) -> Result<(), Failure> {
        let present = self.call(Operation::ListAccounts, json!({ "Name": enterprises::CASCADIA }))?;
        if present["Accounts"].as_array().is_some_and(|accounts| !accounts.is_empty()) {
            return Err(Failure::conflict("The demo data is there already."));
        }
        Stage::open(self, |stage| {
            enterprises::play(stage)?;
            teams::play(stage)
        })
    }

    /// Makes what the demo organisation has besides; returns its accounts.
    ///
    /// # Errors
    /// The first call that fails; [`Failure::Incomplete`].
    pub fn end_demo(&self) -> Result<Value, Failure> {
        Stage::open(self, self.rest()?.demo)?;
        self.call(Operation::ListAccounts, json!({}))
    }
}

/// All scenes behind those of [`Emulator::begin_demo`].
pub(crate) fn play_rest(stage: &Stage<'_>) -> Result<(), Failure> {
    inventory::play(stage)?;
    telephony::play(stage)?;
    messaging::play(stage)?;
    meetings::play(stage)?;
    // New scenes come last, so that the ids of all others stay what they were.
    rooms::play(stage)?;
    numbers::play(stage)
}
