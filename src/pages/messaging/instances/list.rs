//! The list of app instances.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::danger::delete_dialog;
use super::edit::edit_dialog;
use super::endpoint::endpoint;
use crate::pages::listing::Listing;
use crate::pages::messaging::facts::{has_metadata, id_of, text};
use crate::pages::messaging::info::Help;
use crate::routes::{self, InstanceTab};
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

static HELP: Help = Help {
    title: "App instances",
    text: &[
        "An app instance is the home of one chat application: it owns users, administrators, channels and their \
         messages. `ListAppInstances` gives them in pages.",
        "App instances and their users are managed with IAM credentials. Everything about channels is done in the name \
         of an app instance user, whom the header `x-amz-chime-bearer` names.",
        "Clients open a websocket at the address of `GetMessagingSessionEndpoint` to hear of messages as they are sent.",
    ],
    cli: "aws chime list-app-instances \\\n  --max-results 50",
};

fn columns() -> Vec<Column> {
    vec![
        Column::member("Name", "Name")
            .link(|row| routes::app_instance(&row_id(row), InstanceTab::Overview))
            .personal()
            .width(240),
        Column::new("Id", "Id", |row| id_of(&row_id(row)).to_owned()).width(290),
        Column::new("Metadata", "Metadata", has_metadata).width(120),
        Column::id("AppInstanceArn", "ARN").width(420),
    ]
}

fn row_id(row: &Value) -> String {
    text(row, "AppInstanceArn")
}

fn create() -> AnyView {
    let href = routes::create_app_instance();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Create app instance"</ButtonLink> }
        .into_any()
}

fn empty() -> AnyView {
    let text = "An app instance holds the users, channels and messages of one chat application.";
    view! {
        <EmptyState title="No app instances" text icon=IconName::Chat>
            {create()}
        </EmptyState>
    }
    .into_any()
}

/// The app instances, and what can be done to one of them.
pub fn list() -> AnyView {
    let (paging, selection) = (Paging::new("app-instances", &[10, 25, 50], 50), Selection::single());
    let instances =
        Listing::new(Operation::ListAppInstances, paging, "The app instances could not be loaded", || json!({}));
    let chosen = Memo::new(move |_| instances.rows.with(|rows| selection.rows(rows, row_id)).first().cloned());
    let unchosen =
        Signal::derive(move || chosen.with(Option::is_none).then(|| "Choose an app instance first".to_owned()));
    let href = move || chosen.with(|row| row.as_ref().map(row_id).unwrap_or_default());
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let thing = Signal::derive(move || chosen.get().unwrap_or_default());
    view! {
        <PageHeader
            title="App instances"
            count=instances.count(instances.rows, selection)
            reading=instances
            beside=|| HELP.view()
        >
            <ButtonLink
                href=Signal::derive(move || routes::app_instance(&href(), InstanceTab::Overview))
                disabled_reason=unchosen
            >
                "View"
            </ButtonLink>
            <Button on_press=move || editing.set(true) disabled_reason=unchosen>"Edit"</Button>
            <Button on_press=move || deleting.set(true) disabled_reason=unchosen>"Delete"</Button>
            {create()}
        </PageHeader>
        {endpoint()}
        <Table
            id="app-instances"
            label="App instances"
            columns=columns()
            rows=instances.rows
            row_id
            selection
            paging
            feed=instances
            empty
        />
        {edit_dialog(thing, editing)}
        {delete_dialog(thing, deleting)}
    }
    .into_any()
}
