//! Nodes from shapes.

use std::sync::Arc;

use chime_model::{Kind, Member, ShapeId, TimestampFormat};
use leptos::prelude::*;
use serde_json::Value;

use super::super::field::{Field, Widget};
use super::{Node, Row, State};
use crate::ui::unique_id;

impl Node {
    /// The empty node of a member.
    pub(in crate::form) fn of_member(member: &'static Member, field: Field) -> Arc<Self> {
        let required = member.required || member.mandatory_by_note || field.needed;
        let time = member.timestamp_format();
        Self::new(member.name, member.shape, required, time, field)
    }

    fn new(
        name: &'static str,
        shape: ShapeId,
        required: bool,
        time: Option<TimestampFormat>,
        field: Field,
    ) -> Arc<Self> {
        let state = state(shape, required, &field);
        let id = unique_id("field");
        let node = Self { id, name, field, shape, required, time, state, error: ArcRwSignal::new(None) };
        if node.is_switch() {
            node.set_text("false".to_owned());
        }
        Arc::new(node)
    }

    /// A new row of a list or map, perhaps with its content.
    pub(super) fn row(&self, key: Option<&str>, value: Option<&Value>) -> Row {
        // What a page says of a list's members is about those of its items.
        let Field { members, explicit, .. } = &self.field;
        let item = || Field {
            label: Some(self.item_label()),
            members: members.clone(),
            explicit: *explicit,
            ..Field::default()
        };
        let node = |shape, field| Self::new(self.name, shape, true, None, field);
        let (key, node) = match *self.kind() {
            Kind::Map { key: shape, value: item, .. } => {
                let named = |label: &str| Field::default().label(label);
                let key_node = node(shape, named("Key"));
                key_node.set_text(key.unwrap_or_default().to_owned());
                (Some(key_node), node(item, named("Value")))
            }
            Kind::List { member, .. } => (None, node(member, item())),
            _ => (None, node(self.shape, item())),
        };
        if value.is_some() {
            node.load(value);
        }
        Row { id: next_row(), key, value: node }
    }

    /// Adds an empty row at the end; gives the node to go on in.
    pub(in crate::form) fn add_row(&self) -> Option<Arc<Self>> {
        let State::Rows(rows) = &self.state else { return None };
        let row = self.row(None, None);
        let first = row.key.clone().unwrap_or_else(|| row.value.clone());
        rows.update(|rows| rows.push(row));
        Some(first)
    }

    /// The structure that is added in the place of this optional one.
    pub(super) fn added(&self, value: Option<&Value>) -> Arc<Self> {
        let node = Self::new(self.name, self.shape, true, None, self.field.clone());
        if value.is_some() {
            node.load(value);
        }
        node
    }

    /// Adds the optional structure, or takes it out.
    pub(in crate::form) fn set_added(&self, add: bool) {
        if let State::Optional(node) = &self.state {
            node.set(add.then(|| self.added(None)));
        }
    }

    /// Takes a row out.
    pub(in crate::form) fn remove_row(&self, id: u32) {
        if let State::Rows(rows) = &self.state {
            rows.update(|rows| rows.retain(|row| row.id != id));
        }
    }

    /// Moves a row one place up or down.
    pub(in crate::form) fn move_row(&self, id: u32, down: bool) {
        let State::Rows(rows) = &self.state else { return };
        rows.update(|rows| {
            let Some(from) = rows.iter().position(|row| row.id == id) else { return };
            let to = if down { from + 1 } else { from.wrapping_sub(1) };
            if to < rows.len() {
                rows.swap(from, to);
            }
        });
    }
}

fn state(shape: ShapeId, required: bool, field: &Field) -> State {
    match &shape.shape().kind {
        Kind::Structure(_) if field.explicit && !required => State::Optional(ArcRwSignal::new(None)),
        Kind::Structure(members) => State::Members(chosen(members, field)),
        Kind::List { .. } if matches!(field.widget, Widget::Lines | Widget::Words) => {
            State::Lines(ArcRwSignal::new(String::new()))
        }
        // A list of values that are all known is a group of check boxes.
        Kind::List { member, .. } if is_choice(*member) => State::Lines(ArcRwSignal::new(String::new())),
        Kind::List { .. } | Kind::Map { .. } => State::Rows(ArcRwSignal::new(Vec::new())),
        Kind::String { .. } | Kind::Integer { .. } | Kind::Boolean | Kind::Timestamp(_) => {
            State::Text(ArcRwSignal::new(String::new()))
        }
    }
}

fn is_choice(shape: ShapeId) -> bool {
    matches!(shape.shape().kind, Kind::String { values, .. } if !values.is_empty())
}

fn chosen(members: &'static [Member], of: &Field) -> Vec<Arc<Node>> {
    if of.members.is_empty() {
        let field = |name| Field { explicit: of.explicit, ..Field::new(name) };
        return members.iter().map(|member| Node::of_member(member, field(member.name))).collect();
    }
    let find = |field: &Field| {
        let member = members.iter().find(|member| member.name == field.path);
        debug_assert!(member.is_some(), "no member {}", field.path);
        Some(Node::of_member(member?, field.clone()))
    };
    of.members.iter().filter_map(find).collect()
}

fn next_row() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
