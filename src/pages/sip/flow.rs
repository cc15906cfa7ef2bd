//! The way of a call, drawn: what rings, the rule, and the applications in the order they are tried.

use leptos::prelude::*;
use serde_json::Value;

use super::known::{KnownApplications, application_link, connector_id, connector_name};
use super::rules::rule::{self, Target};
use super::text;
use crate::routes::{self, ConnectorTab};
use crate::ui::*;

/// What sets a rule off, with the way to it: a number, or the voice connector behind a host.
pub fn trigger(rule: &Value) -> AnyView {
    let value = text(rule, "TriggerValue").to_owned();
    let link = if rule::is_for_number(rule) {
        let href = routes::phone_number(&value);
        view! { <Icon name=IconName::Phone /><a class="link" href=href><Personal text=value /></a> }.into_any()
    } else {
        let href = routes::voice_connector(connector_id(&value), ConnectorTab::Overview);
        view! { <Icon name=IconName::Voice /><a class="link" href=href title=value.clone()>{connector_name(&value)}</a> }
            .into_any()
    };
    view! { <span class="trigger">{link}</span> }.into_any()
}

/// One application of a rule: its place, name and Region.
fn target(target: Target, known: KnownApplications, here: Option<&str>) -> AnyView {
    let Target { application, priority, region } = target;
    let name = if here == Some(application.as_str()) {
        view! { <span class="strong" aria-current="true">{move || known.name(&application)}</span> }.into_any()
    } else {
        application_link(known, &application)
    };
    view! {
        <li>
            <span class="flow-priority" title="Priority">{priority}</span>
            {name}
            <span class="muted nowrap">{region}</span>
        </li>
    }
    .into_any()
}

/// The targets in a table's cell, in their order.
pub fn targets_line(rule: &Value, known: KnownApplications) -> AnyView {
    let several = rule["TargetApplications"].as_array().is_some_and(|targets| targets.len() > 1);
    let one = |(place, target): (usize, Target)| {
        let before = (place > 0).then_some(", then ");
        view! { {before} {application_link(known, &target.application)} " " <span class="muted">{target.region}</span> }
    };
    let line = rule::targets(rule).into_iter().enumerate().map(one).collect_view();
    view! { {several.then_some("first ")} {line} }.into_any()
}

/// A rule with what is before and behind it. `here` is the application whose page this is; `on_rule` leaves the link out.
pub fn flow(rule: &Value, known: KnownApplications, here: Option<&str>, on_rule: bool) -> AnyView {
    let kind = if rule::is_for_number(rule) { "Number that is called" } else { "Host that is called" };
    let host = (!rule::is_for_number(rule)).then(|| {
        view! { <p class="flow-more mono">{text(rule, "TriggerValue").to_owned()}</p> }
    });
    let name = match on_rule {
        true => view! { <span class="strong">{rule::name(rule)}</span> }.into_any(),
        false => view! { <a class="link" href=routes::sip_rule(&rule::id(rule))>{rule::name(rule)}</a> }.into_any(),
    };
    let targets = rule::targets(rule);
    let title = if targets.len() > 1 { "Applications, in the order they are tried" } else { "Application" };
    let targets = targets.into_iter().map(|one| target(one, known, here)).collect_view();
    let off = rule::is_disabled(rule);
    view! {
        <ol class="flow" data-off=off.then_some("")>
            <li>
                <p class="flow-kind">{kind}</p>
                <p>{trigger(rule)}</p>
                {host}
            </li>
            <li>
                <p class="flow-kind">"Rule"</p>
                <p class="flow-rule">{name} {rule::state_view(rule)}</p>
            </li>
            <li>
                <p class="flow-kind">{title}</p>
                <ol class="flow-targets">{targets}</ol>
            </li>
        </ol>
    }
    .into_any()
}
