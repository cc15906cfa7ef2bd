//! A form as a page describes it.

use std::sync::Arc;

use chime_model::validate::Violation;
use chime_model::{Location, Operation};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::draft::{Check, Send};
use super::field::Field;
use super::path;

/// The operation that takes an input in the place of the form's own; none where the form's own does.
pub(super) type Instead = fn(&Value) -> Option<Operation>;

/// A form over the input of an operation.
pub struct Form {
    pub(super) operation: Operation,
    pub(super) instead: Option<Instead>,
    pub(super) send: Send,
    pub(super) fixed: Value,
    pub(super) loaded: Option<Signal<Option<Value>>>,
    pub(super) fields: Vec<Field>,
    pub(super) sections: Vec<Section>,
    pub(super) checks: Vec<Check>,
    pub(super) stale: Vec<Operation>,
    pub(super) submit_label: String,
    pub(super) failed: String,
    pub(super) cancel: Option<Cancel>,
    pub(super) ask: Option<Ask>,
    pub(super) on_answer: Option<Answered>,
    pub(super) driven: Option<Driven>,
}

/// What a page has of a form whose input it sends itself.
#[derive(Clone, Copy)]
pub struct Driven {
    /// The input as it stands, for the page to show.
    pub input: RwSignal<Value>,
    /// Set by the page while it sends.
    pub busy: RwSignal<bool>,
    /// Takes an input that was found right.
    pub submit: Callback<Value>,
}

/// Gets the input, and what sends it.
pub(super) type Ask = Callback<(Value, Callback<()>)>;

/// Gets the input and the output.
pub(super) type Answered = Callback<(Value, Value)>;

/// Fields under a title.
#[derive(Default)]
pub(super) struct Section {
    pub(super) title: Option<String>,
    pub(super) help: Option<String>,
}

/// What *Cancel* does.
pub(super) enum Cancel {
    Go(String),
    Run(Callback<()>),
}

impl Form {
    /// A form that calls `operation`.
    pub fn new(operation: Operation) -> Self {
        Self {
            operation,
            instead: None,
            send: Send::All,
            fixed: Value::Object(Map::new()),
            loaded: None,
            fields: Vec::new(),
            sections: vec![Section::default()],
            checks: Vec::new(),
            stale: Vec::new(),
            submit_label: "Save".to_owned(),
            failed: "This was not saved".to_owned(),
            cancel: None,
            ask: None,
            on_answer: None,
            driven: None,
        }
    }

    /// Some inputs go to another operation, which takes a part of the same members.
    #[must_use]
    pub fn instead(mut self, instead: fn(&Value) -> Option<Operation>) -> Self {
        self.instead = Some(instead);
        self
    }

    /// A member that is sent without being asked for.
    #[must_use]
    pub fn fixed(mut self, path: &str, value: impl Into<Value>) -> Self {
        path::set(&mut self.fixed, path, value.into());
        self
    }

    /// A field, in the section begun last.
    #[must_use]
    pub fn field(mut self, mut field: Field) -> Self {
        field.section = self.sections.len() - 1;
        self.fields.push(field);
        self
    }

    /// A field for every member of the input, called as the API calls it: the path first, then what is required. Nothing that
    /// was left empty is sent, and optional structures are added and removed by hand.
    #[must_use]
    pub fn every_member(mut self) -> Self {
        let mut members: Vec<_> = self.operation.input_members().iter().collect();
        members.sort_by_key(|member| (member.location != Location::Uri, !member.required));
        for member in members {
            self = self.field(Field::new(member.name).explicit());
        }
        self
    }

    /// The page sends the input and shows what comes of it. Such a form saves nothing, so leaving it does not ask.
    #[must_use]
    pub fn driven(mut self, driven: Driven) -> Self {
        self.driven = Some(driven);
        self
    }

    /// Begins a section: the fields that follow stand under `title`.
    #[must_use]
    pub fn section(mut self, title: impl Into<String>) -> Self {
        self.sections.push(Section { title: Some(title.into()), help: None });
        self
    }

    /// A sentence under the title of the section begun last, or above the first fields.
    #[must_use]
    pub fn section_help(mut self, help: impl Into<String>) -> Self {
        if let Some(section) = self.sections.last_mut() {
            section.help = Some(help.into());
        }
        self
    }

    /// Values to begin with, in the form of the input.
    #[must_use]
    pub fn initial(self, value: Value) -> Self {
        self.edit(Signal::stored(Some(value)))
    }

    /// The object to edit, as a read gives it, in the form of the input; the fields appear once it is there. When it changes
    /// under untouched fields they follow; under changed ones the person is told and asked.
    #[must_use]
    pub fn edit(mut self, loaded: impl Into<Signal<Option<Value>>>) -> Self {
        self.loaded = Some(loaded.into());
        self
    }

    /// Which fields are sent; all of them where nothing is said.
    #[must_use]
    pub fn send(mut self, send: Send) -> Self {
        self.send = send;
        self
    }

    /// A rule over the whole input that no shape can state.
    #[must_use]
    pub fn check(mut self, check: impl Fn(&Value) -> Vec<Violation> + std::marker::Send + Sync + 'static) -> Self {
        self.checks.push(Arc::new(check));
        self
    }

    /// The reads that success makes stale.
    #[must_use]
    pub fn stale(mut self, operations: &[Operation]) -> Self {
        self.stale.extend_from_slice(operations);
        self
    }

    /// The label of the button that sends: "Add user".
    #[must_use]
    pub fn submit_label(mut self, label: impl Into<String>) -> Self {
        self.submit_label = label.into();
        self
    }

    /// The title over an error of the service: "The user was not added".
    #[must_use]
    pub fn failed_title(mut self, title: impl Into<String>) -> Self {
        self.failed = title.into();
        self
    }

    /// *Cancel* leads to an address made by `routes`.
    #[must_use]
    pub fn cancel(mut self, href: impl Into<String>) -> Self {
        self.cancel = Some(Cancel::Go(href.into()));
        self
    }

    /// *Cancel* does this, such as closing the dialog around the form. Changes are asked about first.
    #[must_use]
    pub fn on_cancel(mut self, cancel: impl Fn() + std::marker::Send + Sync + 'static) -> Self {
        self.cancel = Some(Cancel::Run(Callback::new(move |()| cancel())));
        self
    }

    /// Once the input is right, gives it and what sends it to the page, which asks the person first.
    #[must_use]
    pub fn ask(mut self, ask: impl Fn(Value, Callback<()>) + std::marker::Send + Sync + 'static) -> Self {
        self.ask = Some(Callback::new(move |(input, send)| ask(input, send)));
        self
    }

    /// What happens with the output. The form counts as saved then, so going elsewhere does not ask.
    #[must_use]
    pub fn on_success(self, done: impl Fn(Value) + std::marker::Send + Sync + 'static) -> Self {
        self.on_answer(move |_, output| done(output))
    }

    /// The same, with the input that was sent: for what the output does not repeat.
    #[must_use]
    pub fn on_answer(mut self, done: impl Fn(Value, Value) + std::marker::Send + Sync + 'static) -> Self {
        self.on_answer = Some(Callback::new(move |(input, output)| done(input, output)));
        self
    }
}
