//! The middle of the drawing: the connector itself, and the state of each of its parts.

use leptos::prelude::*;
use serde_json::Value;

use super::Part;
use super::parts::Parts;
use super::termination::SILENT_MS;
use crate::routes::ConnectorTab;
use crate::table::{moment, text_of};
use crate::ui::*;

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

/// What is logged; there is always a configuration, so that nothing to log is no warning.
fn logs(logging: Part) -> (Tone, String) {
    let Some(value) = logging.value() else { return state(logging, |_| String::new()) };
    match (value["EnableSIPLogs"] == true, value["EnableMediaMetricLogs"] == true) {
        (true, true) => (Tone::Success, "SIP and media".to_owned()),
        (true, false) => (Tone::Success, "SIP".to_owned()),
        (false, true) => (Tone::Success, "Media".to_owned()),
        (false, false) => (Tone::Neutral, "Nothing".to_owned()),
    }
}

fn ping(health: Part, now: f64) -> (Tone, String) {
    match health.value().and_then(|value| moment(&value["Timestamp"])) {
        None if health.pending() => (Tone::Neutral, "…".to_owned()),
        None => (Tone::Neutral, "No ping yet".to_owned()),
        Some(then) if now - then > SILENT_MS => (Tone::Warning, ["Silent, ", &relative_time(then, now)].concat()),
        Some(then) => (Tone::Success, ["Ping ", &relative_time(then, now)].concat()),
    }
}

/// The connector between the ends, with its parts.
pub fn middle(parts: Parts) -> AnyView {
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
                {line(parts, "Logging", ConnectorTab::Logging, move || logs(parts.logging))}
                {line(parts, "Proxy", ConnectorTab::Proxy, move || state(parts.proxy, minutes))}
            </ul>
        </section>
    }
    .into_any()
}
