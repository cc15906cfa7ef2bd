//! One voice connector: its head, its tabs, and the tab that is open.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::super::{numbers, proxy};
use super::edit::EditConnector;
use super::{danger, emergency, logging, origination, overview, streaming, termination};
use crate::client::{Query, query};
use crate::frame::{Known, QueryFailure, param, use_place};
use crate::pages::thing::Thing;
use crate::routes::voice;
use crate::routes::{self, ConnectorTab, Page};
use crate::table::text_of;
use crate::ui::*;

/// What a tab shows of a voice connector.
type Show = fn(Signal<Value>) -> AnyView;

/// The tabs: what each is called, and what it shows.
const TABS: &[(ConnectorTab, &str, Show)] = &[
    (ConnectorTab::Overview, "Overview", overview::overview),
    (ConnectorTab::Numbers, "Phone numbers", numbers::of_connector),
    (ConnectorTab::Origination, "Origination", origination::origination),
    (ConnectorTab::Termination, "Termination", termination::termination),
    (ConnectorTab::Emergency, "Emergency calling", emergency::emergency),
    (ConnectorTab::Streaming, "Streaming", streaming::streaming),
    (ConnectorTab::Logging, "Logging", logging::logging),
    (ConnectorTab::Proxy, "Proxy", proxy::tab),
    (ConnectorTab::Danger, "Danger zone", danger::danger),
];

const ABOUT: &[&str] = &[
    "`GetVoiceConnector` gives name, Region, encryption and the host that your equipment calls out through. Every other \
     part is a resource of its own that is there at most once: origination, termination, emergency calling, streaming, \
     logging, proxy.",
    "`UpdateVoiceConnector` takes name and encryption, always both. The Region stays.",
];
const CLI: &str = "aws chime get-voice-connector \\\n  --voice-connector-id ID";

/// The page of one voice connector.
pub fn detail() -> AnyView {
    let id = param("connector");
    let input = json!({ "VoiceConnectorId": id });
    let answer = query(Operation::GetVoiceConnector, move || Some(input.clone()));
    let thing = Thing {
        kind: "Voice connector",
        id: id.clone(),
        answer,
        member: "VoiceConnector",
        absent: "It may have been deleted, or belong to another AWS account.",
        list: (routes::voice_connectors(), "All voice connectors"),
        known: |connector| {
            let id = text_of(&connector["VoiceConnectorId"]);
            let href = Some(routes::voice_connector(&id, ConnectorTab::Overview));
            Known { id, name: text_of(&connector["Name"]), href, personal: false }
        },
        view: Box::new(move |connector| known(&id, Signal::derive(move || (*connector.get()).clone()), answer)),
    };
    thing.page()
}

fn known(id: &str, connector: Signal<Value>, answer: Query) -> AnyView {
    let (editing, place) = (RwSignal::new(false), use_place());
    let tab = Memo::new(move |_| match place.get()?.route.page {
        Page::Voice(voice::Page::Connector(tab)) => TABS.iter().find(|(known, ..)| *known == tab),
        _ => None,
    });
    let tabs: Vec<_> =
        TABS.iter().map(|(tab, label, _)| Tab::new(label, *label, routes::voice_connector(id, *tab))).collect();
    let current = Signal::derive(move || tab.get().map(|(_, label, _)| *label).unwrap_or_default().to_owned());
    let body = move || tab.get().map(|(.., show)| show(connector));
    view! {
        <PageHeader
            title=Signal::derive(move || connector.with(|it| text_of(&it["Name"])))
            id_text=Some(id.to_owned())
            reading=answer
            beside=|| help("A voice connector", ABOUT, CLI)
        >
            <Button icon=IconName::Edit on_press=move || editing.set(true)>"Edit"</Button>
        </PageHeader>
        <QueryFailure query=answer title="The voice connector could not be refreshed" />
        <Tabs label="Voice connector" tabs current />
        <div class="stack">{body}</div>
        <EditConnector connector=Signal::derive(move || Some(connector.get())) open=editing />
    }
    .into_any()
}
