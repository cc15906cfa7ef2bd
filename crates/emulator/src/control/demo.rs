//! Demo data: an organisation that shows every state of accounts, users and telephony, made by calling the API and the hooks.

mod cast;
mod enterprises;
mod stage;
mod teams;
mod telephony;

use chime_model::Operation;
use http::Method;
use serde_json::{Value, json};

use self::stage::Stage;
use super::{Request, Route};
use crate::Emulator;
use crate::failure::Failure;

pub(super) const ROUTES: &[Route] = &[Route {
    method: Method::POST,
    path: "/_emulator/demo",
    about: "Fills the emulator with demo data: nine accounts and telephony of the past ten weeks, made by calling the API and the hooks.",
    run: |emulator, _: &Request<'_>| fill(emulator),
}];

/// Fills the emulator with the demo organisation. The clock is moved back meanwhile, so that dates are those of the past weeks,
/// and shows the present again at the end. The same seed gives the same ids.
///
/// # Errors
/// Conflict when the demo data is there already; the first call that fails.
pub fn fill(emulator: &Emulator) -> Result<Value, Failure> {
    let filter = json!({ "Name": enterprises::CASCADIA });
    let present = emulator.call(Operation::ListAccounts, filter)?;
    if present["Accounts"].as_array().is_some_and(|accounts| !accounts.is_empty()) {
        return Err(Failure::conflict("The demo data is there already."));
    }
    Stage::open(emulator, |stage| {
        enterprises::play(stage)?;
        teams::play(stage)?;
        telephony::play(stage)
    })?;
    emulator.call(Operation::ListAccounts, json!({}))
}
