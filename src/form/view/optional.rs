//! An optional structure: added, filled, removed.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::node::{Node, State};
use super::field::{Title, field, fieldset};
use super::frame::Framed;
use crate::ui::{Button, IconName, focus_id};

pub(super) fn optional(framed: &Framed, title: &Title, added: &ArcRwSignal<Option<Arc<Node>>>) -> AnyView {
    let (this, added, name) = (framed.clone(), RwSignal::from(added.clone()), framed.node.label());
    let button_id = [&framed.node.id, "-add"].concat();
    let content = move || {
        let (framed, id) = (this.clone(), button_id.clone());
        let there = added.with(Option::is_some);
        let press = move || {
            framed.node.set_added(!there);
            framed.changed();
            // The button that had the focus is gone.
            let first = added.with_untracked(|node| match &node.as_ref()?.state {
                State::Members(members) => members.first().map(|member| member.id.clone()),
                _ => None,
            });
            focus_id(first.unwrap_or_else(|| id.clone()));
        };
        let (icon, word) = if there { (IconName::Trash, "Remove ") } else { (IconName::Plus, "Add ") };
        let label = [word, &name].concat();
        let members = added.with(|node| match node.as_ref().map(|node| &node.state) {
            Some(State::Members(members)) => members.clone(),
            _ => Vec::new(),
        });
        let fields = members.iter().map(|member| field(member, &this.draft)).collect_view();
        view! {
            {fields}
            <Button icon id=button_id.clone() on_press=press>
                {label}
            </Button>
        }
    };
    fieldset(framed, title, content.into_any())
}
