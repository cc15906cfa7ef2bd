//! The view of a node: the page's own, or what its kind asks for.

use std::sync::Arc;

use chime_model::Kind;
use leptos::prelude::*;
use serde_json::Value;

use super::super::draft::Draft;
use super::super::field::Widget;
use super::super::node::{Node, State};
use super::frame::Framed;
use super::{boolean, choice, leaf, optional, rows};

/// Enumerations with more values than this are drop-downs.
const FEW: usize = 4;

/// How a node is called where its label does not do.
#[derive(Clone, Copy)]
pub(super) struct Title {
    /// The words.
    pub(super) text: Signal<String>,
    /// For readers only: the place shows it already.
    pub(super) hidden: bool,
}

/// A field with its own label.
pub(super) fn field(node: &Arc<Node>, draft: &Arc<Draft>) -> AnyView {
    titled(node, draft, Title { text: Signal::stored(node.label()), hidden: false })
}

/// A field with a label that its surroundings give.
pub(super) fn titled(node: &Arc<Node>, draft: &Arc<Draft>, title: Title) -> AnyView {
    let framed = Framed::new(node, draft);
    match (&node.field.widget, &node.state, node.kind()) {
        (Widget::Custom(render), ..) => {
            follow(&framed);
            labelled(&framed, &title, render(node.clone()))
        }
        (Widget::Pick(choices), State::Text(_), _) => {
            let input = choice::select(&framed, *choices);
            labelled(&framed, &title, input)
        }
        (_, State::Members(members), _) => group(&framed, &title, members),
        (_, State::Rows(list), _) => rows::rows(&framed, &title, list),
        (_, State::Optional(added), _) => optional::optional(&framed, &title, added),
        (_, State::Lines(_), Kind::List { member, .. }) => match &member.shape().kind {
            Kind::String { values, .. } if !values.is_empty() => choice::checks(&framed, &title, values),
            _ => labelled(&framed, &title, leaf::lines(&framed)),
        },
        (_, _, Kind::String { values, .. }) if !values.is_empty() => {
            let choices = Signal::stored(choice::named(&node.field.choices, values));
            if values.len() <= FEW {
                choice::radios(&framed, &title, choices)
            } else {
                labelled(&framed, &title, choice::select(&framed, choices))
            }
        }
        (_, _, Kind::Boolean) if node.is_switch() => boolean::switch(&framed, &title),
        (_, _, Kind::Boolean) => choice::radios(&framed, &title, Signal::stored(boolean::choices(&node.field.choices))),
        (_, _, Kind::Timestamp(_)) => labelled(&framed, &title, leaf::moment(&framed)),
        _ if node.is_secret() => labelled(&framed, &title, leaf::secret(&framed)),
        _ if node.is_long() || matches!(node.field.widget, Widget::MultiLine) => {
            labelled(&framed, &title, leaf::long_text(&framed))
        }
        _ => labelled(&framed, &title, leaf::text(&framed)),
    }
}

/// Notices what the page's own view changes.
fn follow(framed: &Framed) {
    let framed = framed.clone();
    Effect::new(move |before: Option<Option<Value>>| {
        let now = framed.node.value();
        if before.is_some_and(|before| before != now) {
            framed.changed();
        }
        now
    });
}

/// An input under its label.
pub(super) fn labelled(framed: &Framed, title: &Title, input: AnyView) -> AnyView {
    let label = if title.hidden { "visually-hidden" } else { "field-label" };
    view! {
        <div class="field" on:focusout=framed.on_focusout()>
            <label class=label for=framed.id()>
                {title.text}
                {framed.optional()}
            </label>
            {framed.help()}
            {input}
            {framed.limit()}
            {framed.message()}
        </div>
    }
    .into_any()
}

/// Several inputs under one legend, which takes the focus for them.
pub(super) fn fieldset(framed: &Framed, title: &Title, content: AnyView) -> AnyView {
    let legend = if title.hidden { "visually-hidden" } else { "field-label" };
    view! {
        <fieldset
            class="group-field"
            id=framed.id()
            tabindex="-1"
            aria-describedby=framed.node.described_by()
            on:focusout=framed.on_focusout()
        >
            <legend class=legend>
                {title.text}
                {framed.optional()}
            </legend>
            {framed.help()}
            {content}
            {framed.limit()}
            {framed.message()}
        </fieldset>
    }
    .into_any()
}

fn group(framed: &Framed, title: &Title, members: &[Arc<Node>]) -> AnyView {
    let fields = members.iter().map(|member| field(member, &framed.draft)).collect_view();
    fieldset(framed, title, fields.into_any())
}
