//! The list of voice connectors.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::Part;
use super::edit::EditConnector;
use crate::pages::listing::Listing;
use crate::routes::{self, ConnectorTab};
use crate::table::{Column, Paging, Selection, Table, text_of};
use crate::ui::*;

const ABOUT: &[&str] = &[
    "A voice connector carries calls between the public telephone network and your own SIP hosts, such as a PBX or a \
     session border controller.",
    "`ListVoiceConnectors` gives the connectors and little of them. What is set up is a resource of its own for each \
     part; the columns Inbound and Outbound ask for it once a row is seen.",
];
const CLI: &str = "aws chime list-voice-connectors \\\n  --max-results 99";

fn row_id(row: &Value) -> String {
    text_of(&row["VoiceConnectorId"])
}

/// VC-2 in a word.
fn encryption(row: &Value) -> String {
    (if row["RequireEncryption"] == true { "Required" } else { "Optional" }).to_owned()
}

/// Whether a part is set up, asked once the row is seen.
fn state(id: &'static str, title: &'static str, part: fn(&str) -> Part) -> Column {
    Column::new(id, title, |_| String::new()).width(110).view(move |row| {
        let part = part(&row_id(row));
        (move || match part.value() {
            Some(value) if value["Disabled"] == true => view! { <Status tone=Tone::Warning text="Off" /> }.into_any(),
            Some(_) => view! { <Status tone=Tone::Success text="On" /> }.into_any(),
            None if part.absent() => view! { <span class="muted">"Not set up"</span> }.into_any(),
            None => dash(),
        })
        .into_any()
    })
}

fn columns() -> Vec<Column> {
    let href = |row: &Value| routes::voice_connector(&row_id(row), ConnectorTab::Overview);
    vec![
        Column::member("Name", "Name").link(href).width(180),
        Column::member("AwsRegion", "Region").width(100),
        Column::new("RequireEncryption", "Encryption", encryption).width(118).view(|row| {
            match row["RequireEncryption"] == true {
                true => view! { <span class="status tone-success"><Icon name=IconName::Lock /> "Required"</span> }
                    .into_any(),
                false => view! { <span class="muted">"Optional"</span> }.into_any(),
            }
        }),
        state("Origination", "Inbound", Part::origination),
        state("Termination", "Outbound", Part::termination),
        state("Emergency", "Emergency", Part::emergency),
        state("Streaming", "Streaming", Part::streaming).hidden(),
        state("Proxy", "Proxy", Part::proxy).hidden(),
        Column::id("OutboundHostName", "Outbound host").width(265),
        Column::time("CreatedTimestamp", "Created").width(120),
        Column::id("VoiceConnectorId", "Voice connector id").width(220).hidden(),
    ]
}

fn create() -> AnyView {
    let href = routes::create_voice_connector();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Create voice connector"</ButtonLink> }
        .into_any()
}

fn empty() -> AnyView {
    let text = "A voice connector carries calls between the telephone network and your own SIP hosts.";
    view! {
        <EmptyState title="No voice connectors" text icon=IconName::Voice>
            {create()}
        </EmptyState>
    }
    .into_any()
}

/// The voice connectors, and what can be done to one of them.
pub fn list() -> AnyView {
    let (paging, selection) = (Paging::new("voice-connectors", &[25, 50, 99], 50), Selection::single());
    let connectors =
        Listing::new(Operation::ListVoiceConnectors, paging, "The voice connectors could not be loaded", || json!({}));
    let chosen = Memo::new(move |_| connectors.rows.with(|rows| selection.rows(rows, row_id)).into_iter().next());
    let unchosen = move || chosen.with(Option::is_none).then(|| "Choose a voice connector first".to_owned());
    let to = move |tab: ConnectorTab| {
        Signal::derive(move || {
            chosen.with(|it| it.as_ref().map(|it| routes::voice_connector(&row_id(it), tab)).unwrap_or_default())
        })
    };
    let editing = RwSignal::new(false);
    view! {
        <PageHeader
            title="Voice connectors"
            count=connectors.count(connectors.rows, selection)
            reading=connectors
            beside=|| help("Voice connectors", ABOUT, CLI)
        >
            <ButtonLink href=to(ConnectorTab::Overview) disabled_reason=Signal::derive(unchosen)>"View"</ButtonLink>
            <Button on_press=move || editing.set(true) disabled_reason=Signal::derive(unchosen)>"Edit"</Button>
            <ButtonLink href=to(ConnectorTab::Danger) disabled_reason=Signal::derive(unchosen)>"Delete"</ButtonLink>
            {create()}
        </PageHeader>
        <Table
            id="voice-connectors"
            label="Voice connectors"
            columns=columns()
            rows=connectors.rows
            row_id
            selection
            paging
            feed=connectors
            empty
        />
        <EditConnector connector=chosen open=editing />
    }
    .into_any()
}
