//! From the path of a violation to the node it is about.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::field::Widget;
use super::super::path::Step;
use super::{Node, State};

/// The deepest node on a path.
pub(in crate::form) struct Found {
    /// The node.
    pub(in crate::form) node: Arc<Node>,
    /// Its labels from the top, "Routes › Route 2 › Host".
    pub(in crate::form) label: String,
    /// The place among its siblings at each level, to sort by.
    pub(in crate::form) order: Vec<usize>,
    /// What the path goes on with inside the node's view: an entry of a list in lines.
    pub(in crate::form) rest: Vec<Step>,
}

/// Follows `steps` down from `node`.
pub(in crate::form) fn find(node: &Arc<Node>, steps: &[Step]) -> Found {
    let mut found = Found { node: node.clone(), label: node.label(), order: Vec::new(), rest: steps.to_vec() };
    while let Some(step) = found.rest.first() {
        let Some((place, child, label)) = child(&found.node, step) else { break };
        found.node = child;
        found.label = format!("{} › {label}", found.label);
        found.order.push(place);
        found.rest.remove(0);
    }
    found
}

fn child(node: &Node, step: &Step) -> Option<(usize, Arc<Node>, String)> {
    if matches!(node.field.widget, Widget::Custom(_)) {
        // What stands below has no view of its own.
        return None;
    }
    match (&node.state, step) {
        (State::Members(members), Step::Member(name)) => {
            let place = members.iter().position(|member| member.name == name)?;
            let member = members[place].clone();
            let label = member.label();
            Some((place, member, label))
        }
        (State::Optional(added), step) => child(added.get_untracked()?.as_ref(), step),
        (State::Rows(rows), step) => {
            let rows = rows.get_untracked();
            let place = match step {
                // Rows left empty are not sent, so they do not count.
                Step::Index(index) => {
                    let filled = |place: &usize| untrack(|| rows[*place].value.value()).is_some();
                    (0..rows.len()).filter(filled).nth(*index)?
                }
                Step::Key(key) => {
                    let has_key = |node: &Arc<Node>| untrack(|| node.text()) == *key;
                    rows.iter().position(|row| row.key.as_ref().is_some_and(has_key))?
                }
                Step::Member(_) => return None,
            };
            let label = format!("{} {}", node.item_label(), place + 1);
            let row = &rows[place];
            Some((place, row.key.as_ref().unwrap_or(&row.value).clone(), label))
        }
        _ => None,
    }
}
