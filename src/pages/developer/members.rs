//! What each member of a shape is: its type, where it travels, its limits.

use chime_model::validate::words;
use chime_model::{Kind, Location, Member, Pattern, Shape};
use leptos::prelude::*;

use crate::ui::{Badge, Fold, Tone};

/// The members of a structure, those of inner structures folded.
pub(super) fn members(members: &'static [Member]) -> AnyView {
    let lines = members.iter().map(member).collect_view();
    view! { <ul class="members">{lines}</ul> }.into_any()
}

fn member(member: &'static Member) -> AnyView {
    let shape = member.shape.shape();
    let needed = member.required || member.mandatory_by_note;
    let marks = [
        needed.then_some(("required", Tone::Info)),
        sensitive(shape).then_some(("sensitive", Tone::Warning)),
        member.idempotency_token.then_some(("idempotency token", Tone::Neutral)),
    ];
    let marks = marks.into_iter().flatten().map(|(word, tone)| view! { <Badge tone>{word}</Badge> }).collect_view();
    let place = match member.location {
        Location::Body => None,
        Location::Uri => Some("In the path".to_owned()),
        Location::Query => Some(["In the query as ", member.wire_name].concat()),
        Location::Header => Some(["In the header ", member.wire_name].concat()),
    };
    let (limits, pattern, values) = limits(shape);
    let lines = place.into_iter().chain(limits).map(|line| view! { <p class="member-limit">{line}</p> }).collect_view();
    let pattern =
        pattern.map(|source| view! { <p class="member-limit">"Pattern " <code class="code">{source}</code></p> });
    let values = (!values.is_empty()).then(|| {
        let values = values.iter().map(|value| view! { <code class="code">{*value}</code> " " }).collect_view();
        view! { <p class="member-limit">"One of " {values}</p> }
    });
    let inner = inner(shape).map(|shape| {
        let summary = || "Its members";
        view! { <Fold summary>{members(shape.members())}</Fold> }
    });
    view! {
        <li class="member">
            <p class="cluster">
                <code class="member-name">{member.name}</code>
                <span class="muted">{type_of(shape)}</span>
                {marks}
            </p>
            {lines}
            {pattern}
            {values}
            {inner}
        </li>
    }
    .into_any()
}

/// The limits in words, of the shape and of what it holds; the pattern; the only values.
fn limits(shape: &'static Shape) -> (Vec<String>, Option<&'static str>, &'static [&'static str]) {
    let of_part = |part: &'static Shape, what: &str| {
        let (limits, pattern, values) = limits(part);
        (limits.into_iter().map(|limit| [what, &limit].concat()).collect::<Vec<_>>(), pattern, values)
    };
    let own = |kind| words::limit(kind).into_iter();
    match &shape.kind {
        Kind::String { values, .. } if !values.is_empty() => (Vec::new(), None, values),
        kind @ Kind::String { pattern, .. } => (own(kind).collect(), pattern.map(Pattern::source), &[]),
        kind @ Kind::List { member, .. } => {
            let (limits, pattern, values) = of_part(member.shape(), "Each: ");
            (own(kind).chain(limits).collect(), pattern, values)
        }
        kind @ Kind::Map { key, value, .. } => {
            let (keys, ..) = of_part(key.shape(), "Each key: ");
            let (limits, pattern, values) = of_part(value.shape(), "Each value: ");
            (own(kind).chain(keys).chain(limits).collect(), pattern, values)
        }
        kind => (own(kind).collect(), None, &[]),
    }
}

/// The structure whose members are to be told as well.
fn inner(shape: &'static Shape) -> Option<&'static Shape> {
    match shape.kind {
        Kind::Structure(_) => Some(shape),
        Kind::List { member, .. } => inner(member.shape()),
        Kind::Map { value, .. } => inner(value.shape()),
        _ => None,
    }
}

fn sensitive(shape: &Shape) -> bool {
    let part = match shape.kind {
        Kind::List { member, .. } => member.shape().sensitive,
        Kind::Map { value, .. } => value.shape().sensitive,
        _ => false,
    };
    shape.sensitive || part
}

fn type_of(shape: &Shape) -> String {
    match shape.kind {
        Kind::Structure(_) => shape.name.to_owned(),
        Kind::List { member, .. } => ["list of ", &type_of(member.shape())].concat(),
        Kind::Map { value, .. } => ["map to ", &type_of(value.shape())].concat(),
        Kind::String { .. } => "text".to_owned(),
        Kind::Integer { .. } => "whole number".to_owned(),
        Kind::Boolean => "true or false".to_owned(),
        Kind::Timestamp(_) => "moment".to_owned(),
    }
}
