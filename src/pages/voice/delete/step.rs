//! The steps of a guided deletion, done one after another.

use chime_model::Operation;
use serde_json::{Value, json};

use super::super::numbers::{Home, PAGE, detach_input};
use crate::bulk::failures_in;
use crate::client::{CallError, call};
use crate::session::Session;
use crate::ui::{Bulk, Failure, Outcome};

/// One step of the way.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it does.
    pub label: String,
    /// How it is done.
    pub act: Act,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Detaches every phone number.
    Empty(Home),
    /// Calls an operation.
    Call(Operation, Value),
}

/// Does the steps in their order until one fails; whether all were done.
pub async fn run(session: Session, bulk: Bulk, steps: Vec<Step>) -> bool {
    for (place, step) in steps.into_iter().enumerate() {
        if bulk.stopped() {
            return false;
        }
        let answer = match step.act {
            Act::Call(operation, input) => call(session, operation, input).await.map(|_| None),
            Act::Empty(home) => empty(session, &home).await,
        };
        let failure = answer.unwrap_or_else(|error| Some(error.failure("The request failed")));
        let failed = failure.is_some();
        bulk.set(&place.to_string(), failure.map_or(Outcome::Done, Outcome::Failed));
        if failed {
            return false;
        }
    }
    true
}

/// Detaches the numbers of a connector or group, page by page; the first that would not go.
async fn empty(session: Session, home: &Home) -> Result<Option<Failure>, CallError> {
    loop {
        let which = json!({ "FilterName": home.key(), "FilterValue": home.id, "MaxResults": PAGE });
        let page = call(session, Operation::ListPhoneNumbers, which).await?;
        let numbers = page["PhoneNumbers"].as_array().into_iter().flatten();
        let numbers: Vec<Value> = numbers.map(|it| it["E164PhoneNumber"].clone()).collect();
        if numbers.is_empty() {
            return Ok(None);
        }
        let output = call(session, home.detach(), detach_input(home.key(), &home.id, &numbers)).await?;
        if let Some((_, failure)) = failures_in(&output, "PhoneNumberErrors", "PhoneNumberId").into_iter().next() {
            return Ok(Some(failure));
        }
    }
}
