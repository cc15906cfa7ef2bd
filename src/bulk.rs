//! Work on many things: in chunks of the operation's limit, a few at a time, with a result for each.

use std::sync::Arc;

use chime_model::Operation;
use futures::{StreamExt, stream};
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use crate::client::{CallError, call, invalidate};
use crate::session::Session;
use crate::ui::{Bulk, Failure, Outcome};

/// How many calls are under way at once.
const AT_ONCE: usize = 3;

/// One thing to work on.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// Its id, by which the answer names it where it failed.
    pub id: String,
    /// How a person knows it.
    pub label: String,
    /// What the request says about it.
    pub value: Value,
}

/// Makes the input of a call from some of the things.
pub type MakeInput = Arc<dyn Fn(&[Item]) -> Value + Send + Sync>;

/// What to do with many things.
#[derive(Clone)]
pub struct Plan {
    /// The operation of each call.
    pub operation: Operation,
    /// The most things that one call takes.
    pub chunk: usize,
    /// The input of each call.
    pub input: MakeInput,
    /// What an answer says failed, by id. Batches succeed even where every item failed (G-60).
    pub failures: fn(&Value) -> Vec<(String, Failure)>,
    /// The reads that the work makes stale.
    pub stale: &'static [Operation],
    /// Told of each answer, where more than failures is wanted of it.
    pub answered: Option<Callback<Value>>,
}

/// Work under way. Leaving the page that started it stops it.
#[derive(Clone, Copy)]
pub struct Work {
    /// The state to show, in `ui::BulkResult`.
    pub bulk: Bulk,
    session: Session,
    plan: StoredValue<(Plan, Vec<Item>)>,
}

impl Work {
    /// Starts to do `plan` to `items`.
    pub fn start(session: Session, plan: Plan, items: Vec<Item>) -> Self {
        let bulk = Bulk::new(items.iter().map(|item| (item.id.clone(), item.label.clone())).collect());
        let work = Self { bulk, session, plan: StoredValue::new((plan, items)) };
        work.run(|_| true);
        work
    }

    /// Does it again to the items with these ids.
    pub fn retry(self, ids: &[String]) {
        self.run(|item| ids.contains(&item.id));
    }

    fn run(self, wanted: impl Fn(&Item) -> bool) {
        let Self { bulk, session, plan } = self;
        let (plan, items) = plan.with_value(|(plan, items)| {
            (plan.clone(), items.iter().filter(|item| wanted(item)).cloned().collect::<Vec<_>>())
        });
        let chunks: Vec<Vec<Item>> = items.chunks(plan.chunk.max(1)).map(<[Item]>::to_vec).collect();
        spawn_local(async move {
            stream::iter(chunks)
                .for_each_concurrent(AT_ONCE, |chunk| {
                    let plan = &plan;
                    async move {
                        if bulk.stopped() {
                            return;
                        }
                        let answer = call(session, plan.operation, (plan.input)(&chunk)).await;
                        if let (Ok(output), Some(answered)) = (&answer, plan.answered) {
                            answered.run(output.clone());
                        }
                        for (id, outcome) in outcomes(&chunk, answer, plan.failures) {
                            bulk.set(&id, outcome);
                        }
                    }
                })
                .await;
            bulk.finish();
            invalidate(session, plan.stale);
        });
    }
}

/// What became of each item of a chunk.
fn outcomes(
    chunk: &[Item],
    answer: Result<Value, CallError>,
    failures: fn(&Value) -> Vec<(String, Failure)>,
) -> Vec<(String, Outcome)> {
    match answer {
        Ok(output) => {
            let failed = failures(&output);
            let outcome = |item: &Item| match failed.iter().find(|(id, _)| *id == item.id) {
                Some((_, why)) => Outcome::Failed(why.clone()),
                None => Outcome::Done,
            };
            chunk.iter().map(|item| (item.id.clone(), outcome(item))).collect()
        }
        Err(error) => {
            let why = error.failure("The request failed");
            chunk.iter().map(|item| (item.id.clone(), Outcome::Failed(why.clone()))).collect()
        }
    }
}

/// The failures of a batch answer: its list called `list`, whose items are told apart by the member `id`.
pub fn failures_in(output: &Value, list: &str, id: &str) -> Vec<(String, Failure)> {
    let text = |item: &Value, member: &str| item.get(member).and_then(Value::as_str).map(str::to_owned);
    let failed = |item: &Value| {
        let why = Failure {
            message: text(item, "ErrorMessage").unwrap_or_default(),
            code: text(item, "ErrorCode"),
            ..Failure::default()
        };
        Some((text(item, id)?, why))
    };
    output.get(list).and_then(Value::as_array).into_iter().flatten().filter_map(failed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::ErrorKind;
    use serde_json::json;

    fn items() -> Vec<Item> {
        ["a", "b"].map(|id| Item { id: id.into(), label: id.to_uppercase(), value: json!(id) }).into()
    }

    #[test]
    fn a_batch_answer_fails_only_what_it_names() {
        let output =
            json!({ "UserErrors": [{ "UserId": "b", "ErrorCode": "NotFound", "ErrorMessage": "No such user." }] });
        let outcomes = outcomes(&items(), Ok(output), |output| failures_in(output, "UserErrors", "UserId"));
        assert_eq!(outcomes[0], ("a".to_owned(), Outcome::Done));
        let Outcome::Failed(why) = &outcomes[1].1 else { panic!("b failed") };
        assert_eq!((why.code.as_deref(), why.message.as_str()), (Some("NotFound"), "No such user."));
    }

    #[test]
    fn a_failed_call_fails_its_whole_chunk() {
        let error = CallError { operation: Operation::BatchSuspendUser, kind: ErrorKind::TimedOut, endpoint: None };
        let outcomes = outcomes(&items(), Err(error), |_| Vec::new());
        assert!(outcomes.iter().all(|(_, outcome)| matches!(outcome, Outcome::Failed(_))));
    }
}
