//! A voice connector on one screen: how calls flow through it, and its facts.

use leptos::prelude::*;
use serde_json::Value;

use super::super::numbers::count_words;
use super::flow;
use super::middle::middle;
use super::parts::Parts;
use super::places::{callers, hosts, network, numbers};
use crate::table::{moment, text_of};
use crate::ui::*;

/// The drawing and the facts.
pub fn overview(connector: Signal<Value>) -> AnyView {
    let parts = Parts::ask(connector);
    let words = move || {
        let (origination, termination) = (parts.origination.value(), parts.termination.value());
        let numbers = parts.numbers.data.with(|data| data.as_ref().and_then(count_words));
        flow::words(numbers.as_deref(), origination.as_ref(), termination.as_ref())
    };
    let known = move || !parts.origination.pending() && !parts.termination.pending();
    view! {
        <Panel title="How calls flow">
            {parts.origination.failure("The origination could not be loaded")}
            {parts.termination.failure("The termination could not be loaded")}
            {move || (!known()).then(|| view! { <Skeleton lines=6 /> })}
            <figure class="calls" hidden=move || !known()>
                <figcaption class="calls-words">{words}</figcaption>
                {numbers(parts)}
                {move || flow::lines(&[], false, !parts.origination.works())}
                {middle(parts)}
                {move || flow::lines(&parts.hosts(), false, !parts.origination.works())}
                {hosts(parts)}
                {callers(parts)}
                {move || flow::lines(&parts.callers(), true, !parts.termination.works())}
                <div class="calls-again" aria-hidden="true">{move || parts.connector.with(|it| text_of(&it["Name"]))}</div>
                {move || flow::lines(&[], false, !parts.termination.works())}
                {network(parts)}
            </figure>
        </Panel>
        {facts(connector)}
    }
    .into_any()
}

fn facts(connector: Signal<Value>) -> AnyView {
    let text = move |member: &'static str| Signal::derive(move || connector.with(|it| text_of(&it[member])));
    let time = move |member: &'static str| {
        move || match connector.with(|it| moment(&it[member])) {
            Some(ms) => view! { <Time ms absolute=true /> }.into_any(),
            None => dash(),
        }
    };
    view! {
        <Panel title="Voice connector">
            <KeyValue>
                <Pair label="Outbound host"><CopyableId id=text("OutboundHostName") label="Copy the host" /></Pair>
                <Pair label="Region">{text("AwsRegion")}</Pair>
                <Pair label="Created">{time("CreatedTimestamp")}</Pair>
                <Pair label="Changed">{time("UpdatedTimestamp")}</Pair>
                <Pair label="Id"><CopyableId id=text("VoiceConnectorId") /></Pair>
                <Pair label="ARN" wide=true><CopyableId id=text("VoiceConnectorArn") label="Copy the ARN" /></Pair>
            </KeyValue>
        </Panel>
    }
    .into_any()
}
