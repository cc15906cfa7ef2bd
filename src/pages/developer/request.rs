//! One request of the log and its answer: repeated, copied, opened in the explorer.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::masking::MASK;
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use super::consequence::{Consequence, consequence};
use super::{answer, exchange};
use crate::client::{Exchange, tell};
use crate::form::{RequestText, hand};
use crate::frame::{Known, param, use_go, use_names};
use crate::routes;
use crate::session::use_session;
use crate::ui::*;

/// Why the request cannot be sent again as it was.
fn unrepeatable(exchange: &Exchange, profile: Option<&str>) -> Option<String> {
    if profile != Some(exchange.profile.as_str()) {
        return Some(["It was sent under the profile ", &exchange.profile].concat());
    }
    has_mask(&exchange.input)
        .then(|| "Its secrets were not kept. Open it in the explorer and enter them anew".to_owned())
}

fn has_mask(value: &Value) -> bool {
    match value {
        Value::String(text) => text == MASK,
        Value::Array(items) => items.iter().any(has_mask),
        Value::Object(members) => members.values().any(has_mask),
        _ => false,
    }
}

/// The request of the address.
pub(super) fn request() -> AnyView {
    let record = use_session().client.record;
    let number = param("request");
    match number.parse().ok().and_then(|number| record.find(number)) {
        Some(exchange) => shown(&exchange),
        None => forgotten(),
    }
}

fn forgotten() -> AnyView {
    let text = "The log holds the latest 500 calls of this tab, until the tab is closed or reloaded.";
    view! {
        <PageHeader title="Request" />
        <EmptyState title="This request is no longer known" text icon=IconName::Clock>
            <ButtonLink href=routes::requests()>"Request log"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

fn shown(exchange: &Arc<Exchange>) -> AnyView {
    let (session, operation) = (use_session(), exchange.operation);
    let name = [operation.name(), " ", &exchange.number.to_string()].concat();
    use_names().learn(Known { id: exchange.number.to_string(), name, href: None, personal: false });
    let (asking, busy, go) = (RwSignal::new(false), RwSignal::new(false), use_go());
    let input = StoredValue::new(exchange.input.clone());
    let repeat = move || {
        busy.set(true);
        asking.set(false);
        spawn_local(async move {
            let (_, again) = tell(session, operation, &input.get_value()).await;
            busy.try_set(false);
            if let Some(again) = again {
                go.to(&routes::request(again.number));
            }
        });
    };
    let press = move || if consequence(operation) == Consequence::Reads { repeat() } else { asking.set(true) };
    let reason = unrepeatable(exchange, session.profile_name().as_deref());
    let explorer = routes::explore(operation, &exchange.input);
    let open = move |_| input.with_value(|input| hand(operation, input));
    let outcome = match exchange::outcome(exchange) {
        Some(result) => answer::outcome(&result),
        None => exchange::missing(exchange),
    };
    let sent = exchange.started as f64;
    let id = exchange.request_id.clone().map_or_else(dash, |id| view! { <CopyableId id /> }.into_any());
    let facts = [
        ("Status", answer::status(exchange.status)),
        ("Sent", view! { <Time ms=sent absolute=true /> }.into_any()),
        ("Took", [exchange.took.to_string().as_str(), " ms"].concat().into_any()),
        ("Retries", exchange.tries.saturating_sub(1).into_any()),
        ("Request id", id),
        ("Profile", exchange.profile.clone().into_any()),
    ];
    let facts = facts.into_iter().map(|(label, fact)| view! { <Pair label>{fact}</Pair> }).collect_view();
    let sent_input = Signal::stored(input.get_value());
    view! {
        <PageHeader title=operation.name()>
            <span on:click=open>
                <ButtonLink href=explorer icon=IconName::Code>"Open in the API explorer"</ButtonLink>
            </span>
            <Button icon=IconName::Refresh busy on_press=press disabled_reason=Signal::stored(reason)>"Repeat"</Button>
        </PageHeader>
        <Panel title="Call">
            <KeyValue>{facts}</KeyValue>
        </Panel>
        <div class="explorer">
            <Panel title="Request" flush=true>
                <RequestText operation input=sent_input first="http" />
            </Panel>
            <Panel title="Answer">{outcome}</Panel>
        </div>
        <RepeatQuestion operation open=asking repeat />
    }
    .into_any()
}

#[component]
fn RepeatQuestion(operation: Operation, open: RwSignal<bool>, #[prop(into)] repeat: Callback<()>) -> AnyView {
    let (what, typed, kind) = match consequence(operation) {
        Consequence::Destroys { what, typed } => (what, typed, ButtonKind::Danger),
        Consequence::Reads | Consequence::Writes => {
            let what = "It is sent once more as it was: what it creates or changes, it creates or changes again.";
            (what, false, ButtonKind::Primary)
        }
    };
    view! {
        <Confirm
            open
            title="Repeat the request?"
            action="Repeat"
            kind
            objects=vec![operation.name().to_owned()]
            effect=what
            type_to_confirm=Signal::stored(typed.then(|| operation.name().to_owned()))
            on_confirm=repeat
        />
    }
    .into_any()
}
