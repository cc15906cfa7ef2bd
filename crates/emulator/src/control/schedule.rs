//! What will fall due.

use http::Method;
use serde_json::{Value, json};

use super::{Request, Route};
use crate::Emulator;
use crate::failure::Failure;
use crate::schedule;

const MOST: u64 = 1000;

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/_emulator/schedule",
        about: "Lists the actions that will fall due, the next first; limit, up to 1000.",
        run: list,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/schedule/run",
        about: "Moves the clock to the next action on the schedule and does it.",
        run: run_next,
    },
];

fn list(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let limit = request.number("limit")?.unwrap_or(100).min(MOST);
    let due = emulator
        .store
        .view(|transaction| schedule::list(transaction, usize::try_from(limit).unwrap_or(usize::MAX)))??;
    Ok(json!({ "Actions": due }))
}

fn run_next(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    emulator.run_due()?;
    let Some(next) = emulator.store.view(schedule::next)?? else {
        return Ok(json!({ "Time": emulator.now(), "ActionsDone": 0 }));
    };
    emulator.configure(|configuration| {
        let ahead = next.0 - configuration.clock.now(emulator.wall()).0;
        configuration.clock = configuration.clock.advanced(ahead.max(0));
        Ok(())
    })?;
    Ok(json!({ "ActionsDone": emulator.run_due()?, "Time": emulator.now() }))
}
