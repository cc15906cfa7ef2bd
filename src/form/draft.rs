//! What a form is about to send: the fixed members, the fields, and what has changed since loading.

use std::collections::BTreeMap;
use std::sync::Arc;

use chime_model::validate::{self, Rule, Violation};
use chime_model::{Kind, Operation};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::field::Field;
use super::node::{Found, Node, find};
use super::path::{self, Step};

/// Which fields a form sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Send {
    /// All of them: for creating, and for writes that replace the whole object.
    #[default]
    All,
    /// Those that differ from what was loaded.
    Changed,
}

/// A rule of the page's own over the whole input: violations in the words of [`validate`].
pub type Check = Arc<dyn Fn(&Value) -> Vec<Violation> + std::marker::Send + Sync>;

/// A problem that a person can be led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// The input's id; none when the form does not show the member.
    pub(super) id: Option<String>,
    pub(super) label: String,
    pub(super) message: String,
}

struct Entry {
    node: Arc<Node>,
    /// The value as it was before anybody typed.
    loaded: ArcRwSignal<Option<Value>>,
}

/// The state of one opened form.
pub(super) struct Draft {
    operation: Operation,
    send: Send,
    fixed: ArcRwSignal<Value>,
    entries: Vec<Entry>,
    checks: Vec<Check>,
}

impl Draft {
    pub(super) fn new(operation: Operation, send: Send, fixed: Value, fields: Vec<Field>, checks: Vec<Check>) -> Self {
        let entry = |field: Field| {
            let node = field_node(operation, field)?;
            let loaded = ArcRwSignal::new(untrack(|| node.value()));
            Some(Entry { node, loaded })
        };
        let entries = fields.into_iter().filter_map(entry).collect();
        Self { operation, send, fixed: ArcRwSignal::new(fixed), entries, checks }
    }

    /// Fills the fields with a loaded object.
    pub(super) fn load(&self, value: &Value) {
        for entry in &self.entries {
            entry.node.load(path::get(value, &entry.node.field.path));
        }
        self.settle();
    }

    /// Takes what is entered now as what is saved.
    pub(super) fn settle(&self) {
        for entry in &self.entries {
            entry.loaded.set(untrack(|| entry.node.value()));
        }
    }

    /// The nodes of the form's fields, in the page's order.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Arc<Node>> {
        self.entries.iter().map(|entry| &entry.node)
    }

    /// Sets a member that has no field.
    pub(super) fn fix(&self, path: &str, value: Value) {
        self.fixed.update(|fixed| path::set(fixed, path, value));
    }

    /// Whether something was changed since loading or saving (reactive).
    pub(super) fn is_dirty(&self) -> bool {
        self.entries.iter().any(Entry::is_changed)
    }

    /// Whether saving would change nothing.
    pub(super) fn nothing_to_send(&self) -> bool {
        self.send == Send::Changed && !untrack(|| self.is_dirty())
    }

    /// The input to send (reactive).
    pub(super) fn input(&self) -> Value {
        let mut input = self.fixed.get();
        for entry in &self.entries {
            let sent = self.send == Send::All || entry.node.required || entry.is_changed();
            if let Some(value) = sent.then(|| entry.value_to_send(self.send)).flatten() {
                path::set(&mut input, &entry.node.field.path, value);
            }
        }
        input
    }

    /// Everything wrong with the input, by the shape and by the page's own rules.
    fn violations(&self) -> Vec<Violation> {
        let input = untrack(|| self.input());
        let mut found = validate::input(self.operation, &input);
        // The shape does not know what the page or a note of the reference asks for.
        for entry in self.entries.iter().filter(|entry| entry.is_missing()) {
            let path = entry.node.field.path.clone();
            if !found.iter().any(|it| it.path == path) {
                found.push(Violation { path, rule: Rule::Required, message: "A value is needed.".to_owned() });
            }
        }
        for node in self.nodes() {
            if let Some(key) = node.repeated_key() {
                let path = format!("{}[{key:?}]", node.field.path);
                found.push(Violation { path, rule: Rule::Size, message: "Use each key once.".to_owned() });
            }
        }
        found.extend(self.checks.iter().flat_map(|check| check(&input)));
        found
    }

    /// Whether "not set" can be chosen (reactive): a member that is left out of a change stays as it was.
    pub(super) fn can_unset(&self, node: &Arc<Node>) -> bool {
        let entry = self.entries.iter().find(|entry| Arc::ptr_eq(&entry.node, node));
        self.send == Send::All || entry.is_none_or(|entry| entry.loaded.with(Option::is_none))
    }

    /// Checks one field; another message or none stands there afterwards.
    pub(super) fn check(&self, node: &Arc<Node>) {
        let violations = self.violations().into_iter().map(|it| (it.path, it.message)).collect();
        let mine = self.told(violations).into_iter().find(|(_, found, _)| Arc::ptr_eq(&found.node, node));
        node.error.set(mine.map(|(_, _, message)| message));
    }

    /// Checks everything. The messages stand at their fields; the problems come in the order of the page.
    pub(super) fn check_all(&self) -> Vec<Problem> {
        self.show(self.violations().into_iter().map(|it| (it.path, it.message)).collect())
    }

    /// Puts messages at the fields they are about.
    pub(super) fn show(&self, messages: Vec<(String, String)>) -> Vec<Problem> {
        self.nodes().for_each(|node| node.clear_errors());
        let hidden = messages.iter().filter(|(path, _)| self.find(path).is_none());
        let hidden: Vec<_> =
            hidden.map(|(path, message)| Problem { id: None, label: path.clone(), message: message.clone() }).collect();
        let shown = self.told(messages).into_iter().map(|(_, found, message)| {
            found.node.error.set(Some(message.clone()));
            Problem { id: Some(found.node.id.clone()), label: found.label, message }
        });
        shown.chain(hidden).collect()
    }

    /// Whether a field of the form shows what is at `path`.
    pub(super) fn shows(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// The messages by node, in the order of the page.
    fn told(&self, messages: Vec<(String, String)>) -> Vec<(Vec<usize>, Found, String)> {
        let mut told: BTreeMap<Vec<usize>, (Found, Vec<String>)> = BTreeMap::new();
        for (path, message) in messages {
            let Some(found) = self.find(&path) else { continue };
            let message = match found.rest.first() {
                Some(Step::Index(place)) => format!("{}: {message}", found.node.entry(*place)),
                _ => message,
            };
            let (_, messages) = told.entry(found.order.clone()).or_insert((found, Vec::new()));
            if !messages.contains(&message) {
                messages.push(message);
            }
        }
        told.into_iter().map(|(order, (found, messages))| (order, found, first_few(&messages))).collect()
    }

    fn find(&self, path: &str) -> Option<Found> {
        let steps = path::steps(path);
        let (place, entry, rest) = self.entries.iter().enumerate().find_map(|(place, entry)| {
            let own = path::steps(&entry.node.field.path);
            Some((place, entry, steps.strip_prefix(&own[..])?))
        })?;
        let mut found = find(&entry.node, rest);
        found.order.insert(0, place);
        Some(found)
    }
}

impl Entry {
    fn is_changed(&self) -> bool {
        let now = self.node.value();
        self.loaded.with(|loaded| *loaded != now)
    }

    fn is_missing(&self) -> bool {
        let value = untrack(|| self.node.value());
        let empty = value.as_ref().is_some_and(|value| *value == Value::Array(Vec::new()));
        (self.node.required && value.is_none()) || (self.node.field.needed && empty)
    }

    fn value_to_send(&self, send: Send) -> Option<Value> {
        let value = self.node.value();
        // An absent member changes nothing, so emptying a text is sent as the empty text.
        let emptied = send == Send::Changed && value.is_none() && self.loaded.with(Option::is_some);
        match self.node.kind() {
            Kind::String { values: [], .. } if emptied => Some(Value::from("")),
            Kind::List { .. } if emptied => Some(Value::Array(Vec::new())),
            Kind::Map { .. } | Kind::Structure(_) if emptied => Some(Value::Object(Map::new())),
            _ => value,
        }
    }
}

fn field_node(operation: Operation, field: Field) -> Option<Arc<Node>> {
    let mut names = field.path.split('.');
    let first = names.next()?;
    let members = operation.input_members();
    let found = members.iter().find(|member| member.name == first);
    let found = names.try_fold(found?, |member, name| member.shape.shape().member(name));
    debug_assert!(found.is_some(), "{operation} has no {}", field.path);
    Some(Node::of_member(found?, field))
}

/// The first three of many messages about one field.
fn first_few(messages: &[String]) -> String {
    const FEW: usize = 3;
    let mut text = messages.iter().take(FEW).map(String::as_str).collect::<Vec<_>>().join(" ");
    if messages.len() > FEW {
        text.push_str(&format!(" And {} more.", messages.len() - FEW));
    }
    text
}

#[cfg(test)]
mod tests;
