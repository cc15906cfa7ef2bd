//! The event log (F-12).

use http::Method;
use serde_json::{Value, json};

use super::{Request, Route};
use crate::Emulator;
use crate::event::Event;
use crate::failure::Failure;

const MOST: u64 = 1000;

pub(super) const ROUTES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/_emulator/events",
        about: "Lists what a real service would have done outside, oldest first; filters: kind, operation, account; \
                after (a Sequence) and limit (up to 1000) page through it.",
        run: list,
    },
    Route { method: Method::DELETE, path: "/_emulator/events", about: "Forgets all events.", run: clear },
];

fn list(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let limit = request.number("limit")?.unwrap_or(100).min(MOST);
    let after = request.number("after")?.unwrap_or(0);
    let (kind, operation, account) = (request.query("kind"), request.query("operation"), request.query("account"));
    let keep = |event: &Event| {
        kind.as_ref().is_none_or(|kind| event.kind == *kind)
            && operation.as_ref().is_none_or(|operation| event.operation.as_ref() == Some(operation))
            && account.as_ref().is_none_or(|account| event.account_id == *account)
    };
    emulator.run_due()?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let events = emulator.store.view(|transaction| Event::list(transaction, after, limit, keep))??;
    Ok(json!({ "Events": events }))
}

fn clear(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    emulator.store.update(Event::clear)?;
    Ok(json!({}))
}
