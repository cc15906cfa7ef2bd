//! A voice connector on one screen: how calls flow through it, and its facts.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::Part;
use super::flow::{self, Stop};
use crate::client::{Query, query};
use crate::pages::voice::numbers::{count_words, shown_numbers};
use crate::routes::{self, ConnectorTab};
use crate::table::{moment, text_of};
use crate::ui::*;

/// How many numbers are named in the drawing.
const NAMED: usize = 3;
/// A SIP host pings every minute or so; one that was silent for longer than this may be gone.
const STALE_PING_MS: f64 = 300_000.0;

/// Everything that the drawing shows.
#[derive(Clone, Copy)]
struct Parts {
    id: StoredValue<String>,
    connector: Signal<Value>,
    numbers: Query,
    credentials: Query,
    origination: Part,
    termination: Part,
    health: Part,
    emergency: Part,
    streaming: Part,
    logging: Part,
    proxy: Part,
}

impl Parts {
    fn ask(connector: Signal<Value>) -> Self {
        let id = connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]));
        let numbers = shown_numbers("VoiceConnectorId", &id);
        let input = json!({ "VoiceConnectorId": id });
        Self {
            connector,
            numbers,
            credentials: query(Operation::ListVoiceConnectorTerminationCredentials, move || Some(input.clone())),
            origination: Part::origination(&id),
            termination: Part::termination(&id),
            health: Part::health(&id),
            emergency: Part::emergency(&id),
            streaming: Part::streaming(&id),
            logging: Part::logging(&id),
            proxy: Part::proxy(&id),
            id: StoredValue::new(id),
        }
    }

    fn to(self, tab: ConnectorTab) -> String {
        self.id.with_value(|id| routes::voice_connector(id, tab))
    }

    fn logins(self) -> usize {
        self.credentials.data.with(|data| data.as_ref().and_then(|it| it["Usernames"].as_array()).map_or(0, Vec::len))
    }
}

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
                {move || flow::lines(&inbound(parts), false, !parts.origination.works())}
                {hosts(parts)}
                {callers(parts)}
                {move || flow::lines(&outbound(parts), true, !parts.termination.works())}
                <div class="calls-again" aria-hidden="true">{move || parts.connector.with(|it| text_of(&it["Name"]))}</div>
                {move || flow::lines(&[], false, !parts.termination.works())}
                {network(parts)}
            </figure>
        </Panel>
        {facts(connector)}
    }
    .into_any()
}

fn inbound(parts: Parts) -> Vec<Stop> {
    parts.origination.value().map(|it| flow::routes(&it)).unwrap_or_default()
}

fn outbound(parts: Parts) -> Vec<Stop> {
    parts.termination.value().map(|it| flow::sources(&it, parts.logins())).unwrap_or_default()
}

/// A place of the drawing, which leads to its tab.
fn place(lane: &'static str, title: &'static str, href: String, class: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class=["calls-place ", class].concat()>
            <p class="calls-lane">{lane}</p>
            <h3 class="calls-title"><a class="link" href=href>{title}</a></h3>
            {body}
        </section>
    }
    .into_any()
}

/// What is missing, and the way to it.
fn missing(text: &'static str, action: &'static str, href: String) -> AnyView {
    view! {
        <p class="muted">{text}</p>
        <p><ButtonLink href>{action}</ButtonLink></p>
    }
    .into_any()
}

fn stops(stops: Vec<Stop>) -> AnyView {
    let stop = |stop: Stop| {
        let class = if stop.spare { "calls-stop calls-stop-spare" } else { "calls-stop" };
        view! {
            <li class=class>
                <span class="mono">{stop.name}</span>
                <span class="calls-note">{stop.note}</span>
            </li>
        }
    };
    view! { <ul class="calls-stops">{stops.into_iter().map(stop).collect_view()}</ul> }.into_any()
}

fn numbers(parts: Parts) -> AnyView {
    let body = move || {
        let href = parts.to(ConnectorTab::Numbers);
        let Some(answer) = parts.numbers.data.get() else { return dash() };
        let Some(words) = count_words(&answer) else {
            return missing("No number rings here.", "Attach numbers", href);
        };
        let all = answer["PhoneNumbers"].as_array().into_iter().flatten();
        let lines = all.take(NAMED).map(|it| view! { <li><Personal text=text_of(&it["E164PhoneNumber"]) /></li> });
        view! {
            <p class="strong">{words}</p>
            <ul class="calls-numbers">{lines.collect_view()}</ul>
        }
        .into_any()
    };
    place("Calls in", "Phone numbers", parts.to(ConnectorTab::Numbers), "calls-from-in", body.into_any())
}

fn hosts(parts: Parts) -> AnyView {
    let body = move || {
        let href = parts.to(ConnectorTab::Origination);
        match parts.origination.value() {
            None => missing("Calls have nowhere to go.", "Set up origination", href),
            Some(part) => {
                let off = part["Disabled"] == true;
                view! { {off.then(|| view! { <Status tone=Tone::Warning text="Off" /> })} {stops(flow::routes(&part))} }
                    .into_any()
            }
        }
    };
    place("Your SIP hosts", "Origination routes", parts.to(ConnectorTab::Origination), "calls-to-in", body.into_any())
}

fn callers(parts: Parts) -> AnyView {
    let body = move || {
        let href = parts.to(ConnectorTab::Termination);
        match parts.termination.value() {
            None => missing("Nobody can call out.", "Set up termination", href),
            Some(part) => {
                let off = part["Disabled"] == true;
                let off = off.then(|| view! { <Status tone=Tone::Warning text="Off" /> });
                view! { {off} {stops(flow::sources(&part, parts.logins()))} }.into_any()
            }
        }
    };
    place("Calls out", "Termination sources", parts.to(ConnectorTab::Termination), "calls-from-out", body.into_any())
}

fn network(parts: Parts) -> AnyView {
    let body = move || {
        let Some(part) = parts.termination.value() else {
            return view! { <p class="muted">"No calls out."</p> }.into_any();
        };
        let limit = text_of(&part["CpsLimit"]);
        let limit = [limit.as_str(), if limit == "1" { " call per second" } else { " calls per second" }].concat();
        let caller = text_of(&part["DefaultPhoneNumber"]);
        let caller =
            (!caller.is_empty()).then(|| view! { <p class="calls-note">"Caller id " <Personal text=caller /></p> });
        view! {
            <p class="strong">{text_of(&part["CallingRegions"])}</p>
            <p class="calls-note">{limit}</p>
            {caller}
        }
        .into_any()
    };
    place("Telephone network", "Calling regions", parts.to(ConnectorTab::Termination), "calls-to-out", body.into_any())
}

/// A line of the connector: a part of it, its state, and the way to its tab.
fn line(
    parts: Parts,
    label: &'static str,
    tab: ConnectorTab,
    state: impl Fn() -> (Tone, String) + Send + 'static,
) -> AnyView {
    let status = move || {
        let (tone, text) = state();
        view! { <Status tone text /> }
    };
    view! {
        <li>
            <a class="link" href=parts.to(tab)>{label}</a>
            <span>{status}</span>
        </li>
    }
    .into_any()
}

/// The state of a part that can be off: `words` of it while it works.
fn state(part: Part, words: fn(&Value) -> String) -> (Tone, String) {
    match part.value() {
        None if part.pending() => (Tone::Neutral, "…".to_owned()),
        None => (Tone::Neutral, "Not set up".to_owned()),
        Some(value) if value["Disabled"] == true => (Tone::Warning, "Off".to_owned()),
        Some(value) => (Tone::Success, words(&value)),
    }
}

fn dnis(value: &Value) -> String {
    match value["DNIS"].as_array().map_or(0, Vec::len) {
        1 => "1 number".to_owned(),
        many => [&many.to_string(), " numbers"].concat(),
    }
}

fn logs(value: &Value) -> String {
    match (value["EnableSIPLogs"] == true, value["EnableMediaMetricLogs"] == true) {
        (true, true) => "SIP and media",
        (true, false) => "SIP",
        (false, true) => "Media",
        (false, false) => "Nothing",
    }
    .to_owned()
}

fn ping(health: Part, now: f64) -> (Tone, String) {
    match health.value().and_then(|value| moment(&value["Timestamp"])) {
        None if health.pending() => (Tone::Neutral, "…".to_owned()),
        None => (Tone::Neutral, "No ping yet".to_owned()),
        Some(then) if now - then > STALE_PING_MS => (Tone::Warning, ["Silent, ", &relative_time(then, now)].concat()),
        Some(then) => (Tone::Success, ["Ping ", &relative_time(then, now)].concat()),
    }
}

fn middle(parts: Parts) -> AnyView {
    let now = now();
    let encrypted = move || parts.connector.with(|it| it["RequireEncryption"] == true);
    let encryption = move || match encrypted() {
        true => view! { <Badge tone=Tone::Success>"Encryption required"</Badge> },
        false => view! { <Badge>"Encryption optional"</Badge> },
    };
    let hours = |value: &Value| [&text_of(&value["DataRetentionInHours"]), " h kept"].concat();
    let minutes = |value: &Value| [&text_of(&value["DefaultSessionExpiryMinutes"]), " min sessions"].concat();
    view! {
        <section class="calls-place calls-middle">
            <p class="calls-lane">{move || parts.connector.with(|it| text_of(&it["AwsRegion"]))}</p>
            <h3 class="calls-title">{move || parts.connector.with(|it| text_of(&it["Name"]))}</h3>
            <p>{encryption}</p>
            <ul class="calls-parts">
                {line(parts, "Health", ConnectorTab::Termination, move || ping(parts.health, now.get()))}
                {line(parts, "Emergency", ConnectorTab::Emergency, move || state(parts.emergency, dnis))}
                {line(parts, "Streaming", ConnectorTab::Streaming, move || state(parts.streaming, hours))}
                {line(parts, "Logging", ConnectorTab::Logging, move || state(parts.logging, logs))}
                {line(parts, "Proxy", ConnectorTab::Proxy, move || state(parts.proxy, minutes))}
            </ul>
        </section>
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
