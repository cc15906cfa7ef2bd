//! Lists and maps: rows that can be added, moved and removed.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::draft::Draft;
use super::super::node::{Node, Row};
use super::field::{Title, field, fieldset, titled};
use super::frame::Framed;
use crate::ui::{Button, IconButton, IconName, focus_id};

pub(super) fn rows(framed: &Framed, title: &Title, list: &ArcRwSignal<Vec<Row>>) -> AnyView {
    let (node, draft) = (framed.node.clone(), framed.draft.clone());
    let (list, add_id) = (RwSignal::from(list.clone()), [&node.id, "-add"].concat());
    let add = {
        let framed = framed.clone();
        move || {
            if let Some(first) = framed.node.add_row() {
                focus_id(first.id.clone());
            }
            framed.changed();
        }
    };
    let label = format!("Add {}", node.item_label().to_lowercase());
    let this = framed.clone();
    let content = view! {
        <For each=move || list.get() key=|row| row.id let:row>
            {row_view(&this, &draft, list, &row)}
        </For>
        <Button icon=IconName::Plus id=add_id on_press=add>
            {label}
        </Button>
    };
    fieldset(framed, title, content.into_any())
}

fn row_view(framed: &Framed, draft: &Arc<Draft>, list: RwSignal<Vec<Row>>, row: &Row) -> AnyView {
    let node = &framed.node;
    let (id, item) = (row.id, node.item_label());
    let place = Memo::new(move |_| list.with(|rows| rows.iter().position(|row| row.id == id)).unwrap_or_default());
    let text = Signal::derive(move || format!("{item} {}", place.get() + 1));
    let content = match &row.key {
        Some(key) => view! { <div class="field-row">{field(key, draft)} {field(&row.value, draft)}</div> }.into_any(),
        None => titled(&row.value, draft, Title { text, hidden: !has_members(&row.value) }),
    };
    let remove = {
        let framed = framed.clone();
        move || {
            framed.node.remove_row(id);
            framed.changed();
            // The button that had the focus is gone.
            focus_id([&framed.node.id, "-add"].concat());
        }
    };
    let order = {
        let node = node.clone();
        let movable = Memo::new(move |_| list.with(Vec::len) > 1);
        move || (movable.get() && !node.is_map()).then(|| order(&node, id, place, text, list))
    };
    view! {
        <div class="list-row">
            {content}
            <div class="list-row-actions">
                {order}
                <IconButton icon=IconName::Trash label=move || format!("Remove {}", text.get()) on_press=remove />
            </div>
        </div>
    }
    .into_any()
}

/// The buttons that move a row. The order of a map's entries means nothing.
fn order(node: &Arc<Node>, id: u32, place: Memo<usize>, text: Signal<String>, list: RwSignal<Vec<Row>>) -> AnyView {
    let last = move || place.get() + 1 == list.with(Vec::len);
    let first = move || place.get() == 0;
    let button = |down: bool| {
        let (node, button_id) = (node.clone(), format!("{}-{}-{id}", node.id, if down { "down" } else { "up" }));
        let again = button_id.clone();
        let press = move || {
            node.move_row(id, down);
            // Moved in the document, the button has lost the focus.
            focus_id(again.clone());
        };
        let (icon, way) = if down { (IconName::ChevronDown, "down") } else { (IconName::ChevronUp, "up") };
        let reason = move || match down {
            true if last() => Some("It is the last.".to_owned()),
            false if first() => Some("It is the first.".to_owned()),
            _ => None,
        };
        let label = move || format!("Move {} {way}", text.get());
        view! { <IconButton icon label id=button_id disabled_reason=reason on_press=press /> }
    };
    view! { {button(false)} {button(true)} }.into_any()
}

fn has_members(node: &Node) -> bool {
    !node.shape().members().is_empty()
}
