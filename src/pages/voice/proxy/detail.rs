//! One proxy session.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::super::reference::{self, Kind};
use super::session::{expires, is_closed, name, proxy_number, status};
use super::update::{EndSession, UpdateSession};
use crate::client::{Query, query};
use crate::frame::{Known, QueryFailure, param, use_names};
use crate::pages::ask::Ask;
use crate::pages::thing::Thing;
use crate::routes::{self, ConnectorTab};
use crate::table::{moment, text_of};
use crate::ui::*;

const ABOUT: &[&str] = &[
    "`GetProxySession` gives the session. `UpdateProxySession` can change what the two can do and the minutes, and counts \
     the minutes anew.",
    "`DeleteProxySession` ends it at once; it stays there to be read as closed. A call that is going on when the minutes \
     are over is not cut.",
];
const CLI: &str = "aws chime get-proxy-session \\\n  --voice-connector-id ID \\\n  --proxy-session-id ID";

/// The page of one session.
pub fn session() -> AnyView {
    let (connector, id, names) = (param("connector"), param("session"), use_names());
    let input = json!({ "VoiceConnectorId": connector, "ProxySessionId": id });
    let answer = query(Operation::GetProxySession, move || Some(input.clone()));
    let connector_name = reference::name(Kind::Connector, connector.clone());
    let learned = connector.clone();
    Effect::new(move |_| {
        let href = Some(routes::voice_connector(&learned, ConnectorTab::Overview));
        let name = connector_name.get();
        if name != learned {
            names.learn(Known { id: learned.clone(), name, href, personal: false });
        }
    });
    let thing = Thing {
        kind: "Proxy session",
        id,
        answer,
        member: "ProxySession",
        absent: "It may belong to another voice connector.",
        list: (routes::voice_connector(&connector, ConnectorTab::Proxy), "All sessions"),
        known: |session| {
            let id = text_of(&session["ProxySessionId"]);
            let href = Some(routes::proxy_session(&text_of(&session["VoiceConnectorId"]), &id));
            Known { name: name(session), id, href, personal: true }
        },
        view: Box::new(move |session| known(Signal::derive(move || (*session.get()).clone()), answer)),
    };
    thing.page()
}

fn known(session: Signal<Value>, answer: Query) -> AnyView {
    let (updating, ending, privacy) = (RwSignal::new(false), Ask::new(), use_privacy());
    let ended = move || session.with(is_closed).then(|| "The session has ended".to_owned());
    let title = move || {
        let name = session.with(|it| text_of(&it["Name"]));
        if name.is_empty() || privacy.get() { "Proxy session".to_owned() } else { name }
    };
    let id = session.with_untracked(|it| text_of(&it["ProxySessionId"]));
    let some = Signal::derive(move || Some(session.get()));
    let beside = move || view! { {move || session.with(status)} {help("A proxy session", ABOUT, CLI)} };
    view! {
        <PageHeader
            title=Signal::derive(title)
            id_text=Some(id)
            reading=answer
            beside
        >
            <Button on_press=move || updating.set(true) disabled_reason=Signal::derive(ended)>"Extend or change"</Button>
            <Button kind=ButtonKind::Danger on_press=move || ending.open.set(true) disabled_reason=Signal::derive(ended)>
                "End session"
            </Button>
        </PageHeader>
        <QueryFailure query=answer title="The session could not be refreshed" />
        <div class="stack">{people(session)} {facts(session)}</div>
        <UpdateSession session=some open=updating />
        <EndSession session=some ask=ending />
    }
    .into_any()
}

fn number(text: String) -> AnyView {
    if text.is_empty() {
        return dash();
    }
    view! { <Personal text=text.clone() /> <Copy text label="Copy the number" /> }.into_any()
}

fn people(session: Signal<Value>) -> AnyView {
    let person =
        move |place: usize| move || number(session.with(|it| text_of(&it["Participants"][place]["PhoneNumber"])));
    let choice = move |member: &'static str, known: &'static [(&'static str, &'static str)]| {
        move || {
            let value = session.with(|it| text_of(&it[member]));
            known.iter().find(|(it, _)| *it == value).map_or("–", |(_, words)| *words)
        }
    };
    let near = move || {
        session.with(|it| {
            [text_of(&it["GeoMatchParams"]["Country"]), text_of(&it["GeoMatchParams"]["AreaCode"])].join(" ")
        })
    };
    view! {
        <Panel title="Who talks" description="Each sees the proxy number instead of the other's.">
            <KeyValue>
                <Pair label="First person">{person(0)}</Pair>
                <Pair label="Proxy number">{move || number(session.with(proxy_number))}</Pair>
                <Pair label="Second person">{person(1)}</Pair>
                <Pair label="They can">{move || session.with(|it| text_of(&it["Capabilities"]))}</Pair>
                <Pair label="Near">
                    {choice("GeoMatchLevel", &[("Country", "Same country"), ("AreaCode", "Same area code")])} " " {near}
                </Pair>
                <Pair label="Numbers from before">
                    {choice("NumberSelectionBehavior", &[("PreferSticky", "Prefer the same"), ("AvoidSticky", "Take another")])}
                </Pair>
            </KeyValue>
        </Panel>
    }
    .into_any()
}

fn facts(session: Signal<Value>) -> AnyView {
    let shown = |ms: Option<f64>| ms.map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any());
    let at = move |member: &'static str| move || shown(session.with(|it| moment(&it[member])));
    view! {
        <Panel title="Session">
            <KeyValue>
                <Pair label="Minutes">{move || session.with(|it| text_of(&it["ExpiryMinutes"]))}</Pair>
                <Pair label="Expires">{move || shown(session.with(expires))}</Pair>
                <Pair label="Ended">{at("EndedTimestamp")}</Pair>
                <Pair label="Created">{at("CreatedTimestamp")}</Pair>
                <Pair label="Changed">{at("UpdatedTimestamp")}</Pair>
            </KeyValue>
        </Panel>
    }
    .into_any()
}
