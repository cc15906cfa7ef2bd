//! The proxy sessions of a voice connector.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::connector::Part;
use super::super::help::help;
use super::create::CreateSession;
use super::session::{expires, is_closed, name, pair, proxy_number, status};
use super::update::{EndSession, UpdateSession};
use crate::pages::ask::Ask;
use crate::pages::listing::Listing;
use crate::routes;
use crate::table::{Column, Paging, Selection, Table, UrlQuery, text_of};
use crate::ui::*;

const ABOUT: &[&str] = &[
    "`ListProxySessions` gives the sessions, of one status where that is asked for. Closed ones stay listed.",
    "A session ends so many minutes after its last change; the list is read again when the next one does. \
     `UpdateProxySession` starts the count anew, `DeleteProxySession` ends a session at once.",
];
const CLI: &str = "aws chime list-proxy-sessions \\\n  --voice-connector-id ID \\\n  --status Open";

fn row_id(row: &Value) -> String {
    text_of(&row["ProxySessionId"])
}

fn columns(connector: String) -> Vec<Column> {
    vec![
        Column::new("Name", "Name", name)
            .link(move |row| routes::proxy_session(&connector, &row_id(row)))
            .personal()
            .width(145),
        Column::member("Status", "Status").view(status).width(120),
        Column::new("Participants", "Participants", pair).personal().width(285),
        Column::new("ProxyPhoneNumber", "Proxy number", proxy_number).personal().width(130),
        Column::member("Capabilities", "Can").width(100),
        Column::new("Expires", "Expires", |_| String::new())
            .view(|row| expires(row).map_or_else(dash, |ms| view! { <Time ms /> }.into_any()))
            .width(110),
        Column::time("CreatedTimestamp", "Created").width(110),
        Column::time("EndedTimestamp", "Ended").width(110),
        Column::id("ProxySessionId", "Session id").hidden(),
    ]
}

fn states() -> Vec<Choice> {
    vec![
        Choice::new("", "All"),
        Choice::new("Open", "Open"),
        Choice::new("InProgress", "In progress"),
        Choice::new("Closed", "Closed"),
    ]
}

/// The panel with the list.
pub fn sessions(connector: String, proxy: Part) -> AnyView {
    let (paging, selection) = (Paging::new("proxy-sessions", &[25, 50, 99], 50), Selection::single());
    let url = UrlQuery::new();
    let wanted = Signal::derive(move || url.get("status").unwrap_or_default());
    let id = connector.clone();
    let list = Listing::new(Operation::ListProxySessions, paging, "The sessions could not be loaded", move || {
        let status = wanted.get();
        json!({ "VoiceConnectorId": id, "Status": (!status.is_empty()).then_some(status) })
    });
    refresh_when_due(list);
    let (creating, updating, ending) = (RwSignal::new(false), RwSignal::new(false), Ask::new());
    let chosen = Memo::new(move |_| list.rows.with(|rows| selection.rows(rows, row_id)).into_iter().next());
    let unchangeable = move || match chosen.get() {
        None => Some("Choose a session first".to_owned()),
        Some(session) => is_closed(&session).then(|| "The session has ended".to_owned()),
    };
    // PRX-3.
    let no_new = move || match (proxy.value(), proxy.absent()) {
        (_, true) => Some("Configure the proxy first".to_owned()),
        (Some(value), _) if value["Disabled"] == true => Some("The proxy allows no new sessions".to_owned()),
        _ => None,
    };
    let create = move || {
        let press = move || creating.set(true);
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=press disabled_reason=Signal::derive(no_new)>
                "Create session"
            </Button>
        }
    };
    let actions = move || {
        view! {
            <Freshness
                reading=list
                label="Refresh the sessions"
            />
            {help("Proxy sessions", ABOUT, CLI)}
            <Button on_press=move || updating.set(true) disabled_reason=Signal::derive(unchangeable)>"Extend or change"</Button>
            <Button on_press=move || ending.open.set(true) disabled_reason=Signal::derive(unchangeable)>"End"</Button>
            {create()}
        }
    };
    let empty = move || {
        if wanted.with(|wanted| !wanted.is_empty()) {
            return view! { <EmptyState title="No session has this status" icon=IconName::Phone /> }.into_any();
        }
        let text = "A session gives two people one number that they both see instead of each other's.";
        view! {
            <EmptyState title="No proxy sessions" text icon=IconName::Phone>
                {create()}
            </EmptyState>
        }
        .into_any()
    };
    let show = move |status: String| {
        selection.clear();
        url.set(&[("status", Some(status)), ("page", None)], true);
    };
    let columns = columns(connector.clone());
    view! {
        <Panel title="Proxy sessions" count=list.count(list.rows, selection) actions flush=true>
            <Table
                id="proxy-sessions"
                label="Proxy sessions"
                columns
                rows=list.rows
                row_id
                selection
                paging
                feed=list
                server_filters=move || view! { <Segmented label="Status" options=states() value=wanted on_change=show /> }
                empty
            />
        </Panel>
        <CreateSession connector open=creating />
        <UpdateSession session=chosen open=updating />
        <EndSession session=chosen ask=ending />
    }
    .into_any()
}

/// Reads the list again once, when the next session is due to end.
fn refresh_when_due(list: Listing) {
    let now = now();
    let due = Memo::new(move |_| {
        let first = |first: Option<f64>, due: f64| Some(first.map_or(due, |first| first.min(due)));
        list.rows.with(|rows| rows.iter().filter_map(expires).fold(None, first))
    });
    Effect::new(move |asked: Option<Option<f64>>| {
        let (asked, due) = (asked.flatten(), due.get()?);
        // A clock of the service that is behind ours would have us ask for ever.
        if now.get() > due && asked != Some(due) {
            list.refresh();
            return Some(due);
        }
        asked
    });
}
