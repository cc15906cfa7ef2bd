//! A client that calls anything: inputs follow the shapes, ids come from earlier answers, and now and then something is wrong.
#![allow(dead_code, reason = "each test file uses its part")]

mod facts;
mod hooks;
mod inputs;
#[path = "../../../model/tests/values/mod.rs"]
mod values;

use std::collections::BTreeSet;

use bytes::Bytes;
use chime_emulator::Emulator;
use chime_model::{Location, Operation, ShapeId, Verb, wire};
use facts::Facts;
use hooks::Hook;
use http::{Request, Response};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};

/// One thing that the client does.
#[derive(Clone, Debug)]
pub enum Step {
    Call(Operation, Value),
    Control { method: String, path: String, body: Value },
}

impl Step {
    /// The request; `None` when the input cannot be one.
    pub fn request(&self) -> Option<Request<Bytes>> {
        match self {
            Self::Call(operation, input) => wire::request(*operation, input).ok().map(|it| it.map(Bytes::from)),
            Self::Control { method, path, body } => {
                let request = Request::builder().method(method.as_str()).uri(path);
                request.body(body.to_string().into()).ok()
            }
        }
    }
}

/// A client whose whole life follows from its seed and the answers it gets.
pub struct Client {
    random: StdRng,
    facts: Facts,
    hooks: Vec<Hook>,
    /// How often in a thousand an input is made wrong.
    mistakes: u32,
    /// Operations without behaviour: once told, not asked again.
    missing: BTreeSet<&'static str>,
}

impl Client {
    pub fn new(seed: u64, mistakes: u32, emulator: &Emulator) -> Self {
        let index = emulator.control("GET", "/_emulator", &Value::Null).expect("the routes");
        let (random, hooks) = (StdRng::seed_from_u64(seed), hooks::of(&index));
        Self { random, facts: Facts::default(), hooks, mistakes, missing: BTreeSet::new() }
    }

    /// What to do next.
    pub fn step(&mut self) -> Step {
        match self.random.random_range(0..100) {
            0..10 => self.hook(),
            10 => self.advance(),
            _ => self.call(),
        }
    }

    /// Does something, and learns from the answer. `None` when there is no such request.
    pub fn perform(&mut self, emulator: &Emulator, step: &Step) -> Option<Response<Bytes>> {
        let response = emulator.handle(step.request()?);
        if let (501, Step::Call(operation, _)) = (response.status().as_u16(), step) {
            self.missing.insert(operation.name());
        }
        if response.status().is_success()
            && let Ok(output) = serde_json::from_slice::<Value>(response.body())
        {
            let input = match step {
                Step::Call(_, input) => input.clone(),
                Step::Control { .. } => json!({}),
            };
            self.facts.learn(&mut self.random, &input, &output);
        }
        Some(response)
    }

    /// Inputs with nothing but what the operation needs, for everything that is known.
    pub fn inputs(&self, operation: Operation) -> Vec<Value> {
        let needed =
            operation.input_members().iter().filter(|member| member.required || member.location == Location::Header);
        let needed: Vec<_> = needed.map(|member| (member.name, facts::class(member.name))).collect();
        let classes: Vec<String> = needed.iter().map(|(_, class)| class.clone()).collect();
        let input =
            |fact: &facts::Fact| needed.iter().map(|(name, class)| ((*name).to_owned(), json!(fact[class]))).collect();
        self.facts.holding(&classes).iter().map(input).collect()
    }

    /// Any number, to choose by.
    pub fn random(&mut self) -> &mut StdRng {
        &mut self.random
    }

    fn call(&mut self) -> Step {
        let operation = *Operation::ALL.choose(&mut self.random).expect("one of them");
        // What is there must outlive the next few calls, or nothing could be done with it.
        let spared = match operation.spec().verb {
            Verb::Delete => 0.8,
            Verb::Get => 0.5,
            Verb::Post | Verb::Put => 0.0,
        };
        if self.random.random_bool(spared) || self.missing.contains(operation.name()) {
            return self.call();
        }
        let mut input = self.input(operation);
        if self.random.random_range(0..1000) < self.mistakes {
            inputs::spoil(&mut self.random, &mut input);
        }
        Step::Call(operation, input)
    }

    fn input(&mut self, operation: Operation) -> Value {
        let Some(shape) = operation.spec().input.map(ShapeId::shape) else { return json!({}) };
        let wanted: Vec<String> =
            shape.members().iter().filter(|it| it.required).map(|it| facts::class(it.name)).collect();
        let fact = self.facts.about(&mut self.random, &wanted);
        inputs::value(&mut self.random, &self.facts, &fact, shape, "")
    }

    fn hook(&mut self) -> Step {
        let hook = self.hooks.choose(&mut self.random).expect("there are hooks").clone();
        let fact = self.facts.about(&mut self.random, &hook.labels());
        hook.step(&mut self.random, &self.facts, &fact)
    }

    fn advance(&mut self) -> Step {
        let by = ["1s", "1m", "2h", "1d", "8d", "91d"].choose(&mut self.random).expect("one of them");
        Step::Control { method: "POST".into(), path: "/_emulator/clock".into(), body: json!({ "Advance": by }) }
    }
}
