//! Work on many things: in chunks of the operation's limit, a few at a time, with a result for each.

use std::collections::{BTreeMap, HashSet};
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

/// One step of work: plans, and the things that each is for.
pub type Stage = Vec<(Plan, Vec<Item>)>;

/// The stages that a thing takes part in, and how many of them are behind it.
#[derive(Default)]
struct Way {
    stages: Vec<usize>,
    behind: usize,
}

/// Work under way. Leaving the page that started it stops it.
#[derive(Clone, Copy)]
pub struct Work {
    /// The state to show, in `ui::BulkResult`.
    pub bulk: Bulk,
    session: Session,
    stages: StoredValue<Arc<Vec<Stage>>>,
    ways: StoredValue<BTreeMap<String, Way>>,
}

impl Work {
    /// Starts to do `plan` to `items`.
    pub fn start(session: Session, plan: Plan, items: Vec<Item>) -> Self {
        Self::start_stages(session, vec![vec![(plan, items)]])
    }

    /// Starts to do one stage after another. Things with the same id are one thing: it is done when its last stage is,
    /// and where a stage fails the later ones leave it out.
    pub fn start_stages(session: Session, stages: Vec<Stage>) -> Self {
        let (things, ways) = ways(&stages);
        let (stages, ways) = (StoredValue::new(Arc::new(stages)), StoredValue::new(ways));
        let work = Self { bulk: Bulk::new(things), session, stages, ways };
        work.run(None);
        work
    }

    /// Does it again to the items with these ids; what is behind them is not done twice.
    pub fn retry(self, ids: &[String]) {
        self.run(Some(ids.iter().cloned().collect()));
    }

    /// What is left to do to the items with these ids: the stages that are not behind them.
    pub fn rest(self, ids: &[String]) -> Vec<Stage> {
        let left = |item: &&Item, place: usize| {
            let waits = |way: &Way| way.stages[way.behind.min(way.stages.len())..].contains(&place);
            ids.contains(&item.id) && self.ways.with_value(|ways| ways.get(&item.id).is_some_and(waits))
        };
        let of_stage = |(place, stage): (usize, &Stage)| {
            let of_plan = |(plan, items): &(Plan, Vec<Item>)| {
                (plan.clone(), items.iter().filter(|item| left(item, place)).cloned().collect())
            };
            stage.iter().map(of_plan).collect()
        };
        self.stages.with_value(|stages| stages.iter().enumerate().map(of_stage).collect())
    }

    fn run(self, wanted: Option<HashSet<String>>) {
        let Self { bulk, session, stages, .. } = self;
        let stages = stages.get_value();
        spawn_local(async move {
            for (place, stage) in stages.iter().enumerate() {
                let due = |item: &&Item| {
                    wanted.as_ref().is_none_or(|wanted| wanted.contains(&item.id)) && self.is_due(&item.id, place)
                };
                let mut chunks: Vec<(&Plan, Vec<Item>)> = Vec::new();
                for (plan, items) in stage {
                    let items: Vec<Item> = items.iter().filter(due).cloned().collect();
                    chunks.extend(items.chunks(plan.chunk.max(1)).map(|chunk| (plan, chunk.to_vec())));
                }
                stream::iter(chunks)
                    .for_each_concurrent(AT_ONCE, |(plan, chunk)| async move {
                        if bulk.stopped() {
                            return;
                        }
                        let answer = call(session, plan.operation, (plan.input)(&chunk)).await;
                        if let (Ok(output), Some(answered)) = (&answer, plan.answered) {
                            answered.run(output.clone());
                        }
                        for (id, outcome) in outcomes(&chunk, answer, plan.failures) {
                            if outcome != Outcome::Done || self.passed(&id) {
                                bulk.set(&id, outcome);
                            }
                        }
                    })
                    .await;
            }
            bulk.finish();
            for (plan, _) in stages.iter().flatten() {
                invalidate(session, plan.stale);
            }
        });
    }

    /// Whether a thing waits for this stage: those before it are behind.
    fn is_due(self, id: &str, place: usize) -> bool {
        let waits = |way: &Way| way.stages.get(way.behind) == Some(&place);
        self.ways.try_with_value(|ways| ways.get(id).is_some_and(waits)).unwrap_or_default()
    }

    /// Notes that a thing has a stage behind it; whether it was the last.
    fn passed(self, id: &str) -> bool {
        let pass = |way: &mut Way| {
            way.behind += 1;
            way.behind >= way.stages.len()
        };
        self.ways.try_update_value(|ways| ways.get_mut(id).is_none_or(pass)).unwrap_or(true)
    }
}

/// The things of all stages (id, label), each once, and the way of each.
fn ways(stages: &[Stage]) -> (Vec<(String, String)>, BTreeMap<String, Way>) {
    let (mut things, mut ways) = (Vec::new(), BTreeMap::<String, Way>::new());
    for (place, stage) in stages.iter().enumerate() {
        for item in stage.iter().flat_map(|(_, items)| items) {
            let way = ways.entry(item.id.clone()).or_default();
            if way.stages.is_empty() {
                things.push((item.id.clone(), item.label.clone()));
            }
            way.stages.push(place);
        }
    }
    (things, ways)
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
    fn a_thing_of_several_stages_is_one_thing() {
        let plan = Plan {
            operation: Operation::BatchSuspendUser,
            chunk: 1,
            input: Arc::new(|_| Value::Null),
            failures: |_| Vec::new(),
            stale: &[],
            answered: None,
        };
        let [a, b] = [0, 1].map(|place| items()[place].clone());
        let stages = [vec![(plan.clone(), vec![a.clone()])], vec![], vec![(plan, vec![a, b])]];
        let (things, ways) = ways(&stages);
        assert_eq!(things.len(), 2);
        assert_eq!((&ways["a"].stages, &ways["b"].stages), (&vec![0, 2], &vec![2]));
    }

    #[test]
    fn a_failed_call_fails_its_whole_chunk() {
        let error = CallError {
            operation: Operation::BatchSuspendUser,
            kind: ErrorKind::TimedOut,
            endpoint: None,
            number: None,
        };
        let outcomes = outcomes(&items(), Err(error), |_| Vec::new());
        assert!(outcomes.iter().all(|(_, outcome)| matches!(outcome, Outcome::Failed(_))));
    }
}
