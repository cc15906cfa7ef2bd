//! Sending a form: once, with the whole story of a failure kept at the form and its fields.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::builder::{Answered, Ask, Driven, Instead};
use super::draft::{Draft, Problem};
use super::{answer, token};
use crate::client;
use crate::session::{Session, use_session};
use crate::ui::{Failure, focus_id};

/// The sending of one opened form.
#[derive(Clone)]
pub(super) struct Sending {
    pub(super) draft: Arc<Draft>,
    operation: Operation,
    instead: Option<Instead>,
    stale: Vec<Operation>,
    failed: String,
    ask: Option<Ask>,
    on_answer: Option<Answered>,
    driven: Option<Driven>,
    session: Session,
    /// A request is on its way.
    pub(super) busy: RwSignal<bool>,
    /// Why the last one failed.
    pub(super) failure: RwSignal<Option<Failure>>,
    /// It was asked to save no change.
    pub(super) unchanged: RwSignal<bool>,
    /// What kept it from being sent.
    pub(super) problems: RwSignal<Vec<Problem>>,
}

impl Sending {
    pub(super) fn new(
        draft: Arc<Draft>,
        (operation, instead, stale): (Operation, Option<Instead>, Vec<Operation>),
        failed: String,
        (ask, on_answer): (Option<Ask>, Option<Answered>),
        driven: Option<Driven>,
    ) -> Self {
        let sending = Self {
            draft,
            operation,
            instead,
            stale,
            failed,
            ask,
            on_answer,
            driven,
            session: use_session(),
            busy: driven.map_or_else(|| RwSignal::new(false), |driven| driven.busy),
            failure: RwSignal::new(None),
            unchanged: RwSignal::new(false),
            problems: RwSignal::new(Vec::new()),
        };
        if driven.is_none() {
            sending.renew_token();
        }
        sending
    }

    /// G-50: one token while the form is open, so that whatever repeats the request creates nothing twice.
    fn renew_token(&self) {
        for member in self.operation.input_members().iter().filter(|member| member.idempotency_token) {
            if let Some(token) = token::new() {
                self.draft.fix(member.name, Value::from(token));
            }
        }
    }

    /// Checks, and sends or asks first; does nothing while a request is on its way.
    pub(super) fn submit(&self) {
        if self.busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        let problems = self.draft.check_all();
        if let Some(id) = problems.iter().find_map(|problem| problem.id.clone()) {
            focus_id(id);
        }
        let right = problems.is_empty();
        self.problems.set(problems);
        if !right {
            return;
        }
        if self.draft.nothing_to_send() {
            return self.unchanged.set(true);
        }
        if let Some(driven) = self.driven {
            return driven.submit.run(untrack(|| self.draft.input()));
        }
        match self.ask {
            Some(ask) => {
                let this = self.clone();
                ask.run((untrack(|| self.draft.input()), Callback::new(move |()| this.send())));
            }
            None => self.send(),
        }
    }

    fn send(&self) {
        self.busy.set(true);
        let this = self.clone();
        let input = untrack(|| this.draft.input());
        let operation = this.instead.and_then(|instead| instead(&input)).unwrap_or(this.operation);
        spawn_local(async move {
            let result = client::write(this.session, operation, input.clone(), &this.stale).await;
            // The form may be gone by now; then nobody waits for the outcome.
            if this.busy.try_set(false).is_some() {
                return;
            }
            match result {
                Ok(output) => this.succeeded(input, output),
                Err(error) => {
                    let parts = answer::parts(&error.sentence(), |path| this.draft.shows(path));
                    this.draft.show(parts);
                    this.failure.set(Some(error.failure(&this.failed)));
                }
            }
        });
    }

    fn succeeded(&self, input: Value, output: Value) {
        self.draft.settle();
        self.renew_token();
        if let Some(done) = self.on_answer {
            done.run((input, output));
        }
    }
}
