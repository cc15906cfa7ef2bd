//! The list of voice connector groups.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::super::reference::{self, Kind};
use super::members::in_order;
use crate::pages::listing::Listing;
use crate::routes;
use crate::table::{Column, Paging, Selection, Table, text_of};
use crate::ui::*;

const ABOUT: &[&str] = &[
    "A group answers its phone numbers with up to three voice connectors: the one with the lowest priority first, the \
     next where that fails.",
    "`ListVoiceConnectorGroups` gives the groups with the ids of their connectors.",
];
const CLI: &str = "aws chime list-voice-connector-groups \\\n  --max-results 99";

fn row_id(row: &Value) -> String {
    text_of(&row["VoiceConnectorGroupId"])
}

/// The connectors in the order in which they are tried.
fn connectors(row: &Value) -> AnyView {
    let items = in_order(row).into_iter().enumerate().map(|(place, item)| {
        let before = (place > 0).then_some(", then ");
        view! { {before} {reference::link(Kind::Connector, &text_of(&item["VoiceConnectorId"]))} }
    });
    let items: Vec<_> = items.collect();
    if items.is_empty() { view! { <span class="muted">"None"</span> }.into_any() } else { items.into_any() }
}

fn columns() -> Vec<Column> {
    let ids =
        |row: &Value| in_order(row).iter().map(|it| text_of(&it["VoiceConnectorId"])).collect::<Vec<_>>().join(", ");
    vec![
        Column::member("Name", "Name").link(|row| routes::voice_connector_group(&row_id(row))).width(200),
        Column::new("VoiceConnectorItems", "Voice connectors", ids).view(connectors).width(360),
        Column::time("CreatedTimestamp", "Created").width(120),
        Column::time("UpdatedTimestamp", "Changed").width(120),
        Column::id("VoiceConnectorGroupId", "Group id").width(330).hidden(),
    ]
}

fn create() -> AnyView {
    let href = routes::create_voice_connector_group();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Create group"</ButtonLink> }.into_any()
}

fn empty() -> AnyView {
    let text = "A group lets several voice connectors answer the same phone numbers, one when the other fails.";
    view! {
        <EmptyState title="No voice connector groups" text icon=IconName::Link>
            {create()}
        </EmptyState>
    }
    .into_any()
}

/// The groups, and the way to one of them.
pub fn list() -> AnyView {
    let (paging, selection) = (Paging::new("voice-groups", &[25, 50, 99], 50), Selection::single());
    let groups =
        Listing::new(Operation::ListVoiceConnectorGroups, paging, "The groups could not be loaded", || json!({}));
    let unchosen = move || (selection.count() == 0).then(|| "Choose a group first".to_owned());
    let href = move || selection.ids().with(|ids| ids.first().map(|id| routes::voice_connector_group(id)));
    view! {
        <PageHeader
            title="Voice connector groups"
            count=groups.count(groups.rows, selection)
            reading=groups
            beside=|| help("Voice connector groups", ABOUT, CLI)
        >
            <ButtonLink href=Signal::derive(move || href().unwrap_or_default()) disabled_reason=Signal::derive(unchosen)>
                "View"
            </ButtonLink>
            {create()}
        </PageHeader>
        <Table
            id="voice-groups"
            label="Voice connector groups"
            columns=columns()
            rows=groups.rows
            row_id
            selection
            paging
            feed=groups
            empty
        />
    }
    .into_any()
}
