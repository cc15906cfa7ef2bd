//! The state of a form: a tree of nodes that mirrors the shape, a signal at each leaf.
//!
//! A keystroke sets one signal and nothing else. The JSON value is put together when somebody asks for it.

mod aria;
mod build;
mod find;
mod text;

use std::sync::Arc;

use chime_model::masking::{self, Masking};
use chime_model::validate;
use chime_model::{Kind, Shape, ShapeId, TimestampFormat};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::field::{Field, Widget};
use super::{label, pasted};

pub(super) use aria::is_any_word;
pub(super) use find::{Found, find};

/// A member, item or entry and its state.
pub struct Node {
    /// Id of its input; others derive from it.
    pub(super) id: String,
    /// The member's name, an item's that of its list.
    pub(super) name: &'static str,
    /// The page's choices.
    pub(super) field: Field,
    pub(super) shape: ShapeId,
    pub(super) required: bool,
    pub(super) time: Option<TimestampFormat>,
    pub(super) state: State,
    /// What is wrong with the value, once it has been checked.
    pub(super) error: ArcRwSignal<Option<String>>,
}

/// What a node holds, by its kind.
pub(super) enum State {
    /// Text, numbers, choices, switches and moments, as typed.
    Text(ArcRwSignal<String>),
    /// A list of texts, one a line.
    Lines(ArcRwSignal<String>),
    /// A structure.
    Members(Vec<Arc<Node>>),
    /// A list or map.
    Rows(ArcRwSignal<Vec<Row>>),
    /// A structure that is there once it was added.
    Optional(ArcRwSignal<Option<Arc<Node>>>),
}

/// An item of a list, or an entry of a map.
#[derive(Clone)]
pub(super) struct Row {
    /// Stays with the row when others come and go.
    pub(super) id: u32,
    /// The key, in a map.
    pub(super) key: Option<Arc<Node>>,
    pub(super) value: Arc<Node>,
}

impl Node {
    /// What is wrong with the value (reactive).
    pub fn error(&self) -> Option<String> {
        self.error.get()
    }

    /// The text of a leaf as typed (reactive); a list in lines has one entry a line.
    pub fn text(&self) -> String {
        match &self.state {
            State::Text(text) | State::Lines(text) => text.get(),
            State::Members(_) | State::Rows(_) | State::Optional(_) => String::new(),
        }
    }

    /// Whether the shape refuses this as a member of one of the list's items.
    pub fn refuses(&self, member: &str, value: Option<&Value>) -> bool {
        let Kind::List { member: item, .. } = self.kind() else { return false };
        let Some(member) = item.shape().member(member) else { return false };
        value.map_or(member.required, |value| !validate::value(member.shape, value, "").is_empty())
    }

    /// Types `text` into a leaf.
    pub fn set_text(&self, new: String) {
        if let State::Text(text) | State::Lines(text) = &self.state {
            text.set(new);
        }
    }

    /// The value (reactive); `None` where nothing was entered.
    pub fn value(&self) -> Option<Value> {
        match &self.state {
            State::Text(text) => text.with(|text| self.text_to_value(text)),
            State::Lines(text) => {
                let entries = text.with(|text| self.entries(text));
                (!entries.is_empty() || self.required).then(|| Value::from(entries))
            }
            State::Members(members) => {
                let object: Map<_, _> =
                    members.iter().filter_map(|member| Some((member.name.to_owned(), member.value()?))).collect();
                (!object.is_empty() || self.required).then_some(Value::Object(object))
            }
            State::Rows(rows) => rows.with(|rows| self.rows_to_value(rows)),
            State::Optional(row) => row.with(|row| row.as_ref().and_then(|node| node.value())),
        }
    }

    fn rows_to_value(&self, rows: &[Row]) -> Option<Value> {
        let value = if matches!(self.kind(), Kind::Map { .. }) {
            let entry = |row: &Row| {
                let key = row.key.as_ref().map(|key| key.text()).unwrap_or_default();
                let value = row.value.value();
                (!key.is_empty() || value.is_some()).then(|| (key, value.unwrap_or_else(|| Value::from(""))))
            };
            Value::Object(rows.iter().filter_map(entry).collect())
        } else {
            Value::Array(rows.iter().filter_map(|row| row.value.value()).collect())
        };
        (!rows.is_empty() || self.required).then_some(value)
    }

    /// Puts a value in, in the place of what was entered.
    pub fn load(&self, value: Option<&Value>) {
        self.error.set(None);
        match &self.state {
            State::Text(text) => text.set(self.value_to_text(value)),
            State::Lines(text) => {
                let items = value.and_then(Value::as_array).into_iter().flatten();
                let entries: Vec<String> = items.filter_map(Value::as_str).map(str::to_owned).collect();
                text.set(pasted::join(&entries));
            }
            State::Members(members) => {
                for member in members {
                    member.load(value.and_then(|value| value.get(member.name)).filter(|value| !value.is_null()));
                }
            }
            State::Optional(node) => node.set(value.map(|value| self.added(Some(value)))),
            State::Rows(rows) => {
                let loaded = match value {
                    Some(Value::Array(items)) => items.iter().map(|item| self.row(None, Some(item))).collect(),
                    Some(Value::Object(entries)) => {
                        entries.iter().map(|(key, item)| self.row(Some(key), Some(item))).collect()
                    }
                    _ => Vec::new(),
                };
                rows.set(loaded);
            }
        }
    }

    /// A key that two entries of a map have: only one of them would be sent.
    pub(super) fn repeated_key(&self) -> Option<String> {
        let State::Rows(rows) = &self.state else { return None };
        let rows = rows.get_untracked();
        let keys: Vec<String> =
            rows.iter().filter_map(|row| row.key.as_ref()).map(|key| untrack(|| key.text())).collect();
        let (_, repeated) = keys.iter().enumerate().find(|(place, key)| keys[..*place].contains(key))?;
        Some(repeated.clone())
    }

    /// The entries of a list in lines.
    pub(super) fn entries(&self, text: &str) -> Vec<String> {
        match self.field.widget {
            Widget::Words => text.split_whitespace().flat_map(pasted::split).collect(),
            _ => pasted::split(text),
        }
    }

    /// How an entry inside the node is called: by what it says, or by its place.
    pub(super) fn entry(&self, place: usize) -> String {
        match &self.state {
            State::Lines(text) => text.with_untracked(|text| self.entries(text)).into_iter().nth(place),
            _ => None,
        }
        .map_or_else(|| format!("{} {}", self.item_label(), place + 1), |entry| format!("“{entry}”"))
    }

    /// The label: the page's, or the member's name in words.
    pub fn label(&self) -> String {
        let words = || if self.field.explicit { self.name.to_owned() } else { label::of(self.name) };
        self.field.label.clone().unwrap_or_else(words)
    }

    /// What one row is called.
    pub(super) fn item_label(&self) -> String {
        self.field.item.clone().unwrap_or_else(|| if self.is_map() { "Entry".into() } else { "Item".into() })
    }

    pub(super) fn shape(&self) -> &'static Shape {
        self.shape.shape()
    }

    pub(super) fn kind(&self) -> &'static Kind {
        &self.shape().kind
    }

    pub(super) fn is_map(&self) -> bool {
        matches!(self.kind(), Kind::Map { .. })
    }

    /// A switch that is off is false, not missing.
    pub(super) fn is_switch(&self) -> bool {
        let asked = matches!(self.field.widget, Widget::Switch | Widget::InverseSwitch);
        matches!(self.kind(), Kind::Boolean) && (self.required || asked) && !self.field.explicit
    }

    pub(super) fn is_secret(&self) -> bool {
        masking::of(self.name) == Masking::Secret
    }

    /// Forgets what was wrong, here and below.
    pub(super) fn clear_errors(&self) {
        self.error.set(None);
        match &self.state {
            State::Members(members) => members.iter().for_each(|member| member.clear_errors()),
            State::Rows(rows) => {
                for row in rows.get_untracked() {
                    row.key.iter().for_each(|key| key.clear_errors());
                    row.value.clear_errors();
                }
            }
            State::Optional(node) => node.with_untracked(|node| node.iter().for_each(|node| node.clear_errors())),
            State::Text(_) | State::Lines(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;
