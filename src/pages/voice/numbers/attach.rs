//! The dialog that attaches numbers: free ones, or those of others where that is said on purpose (VC-30).

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::reference::{self, Kind};
use super::{Home, PAGE};
use crate::bulk::Plan;
use crate::client::call;
use crate::form::RequestPreview;
use crate::session::use_session;
use crate::table::{Column, Feed, LoadAll, Selection, Table, text_of};
use crate::ui::*;

const TAKEN: &str = "Assigned";
const FREE: &str = "Unassigned";

fn row_id(row: &Value) -> String {
    text_of(&row["E164PhoneNumber"])
}

/// Who has the number: the kind of owner and its id.
fn owner(row: &Value) -> Option<(Kind, String)> {
    let association = &row["Associations"][0];
    Some((Kind::of_association(association["Name"].as_str()?)?, text_of(&association["Value"])))
}

fn columns() -> Vec<Column> {
    vec![
        Column::member("E164PhoneNumber", "Number").personal().width(150),
        Column::member("Type", "Type").width(90),
        Column::member("CallingName", "Calling name").personal().width(130),
        Column::new("Owner", "Owner", |row| owner(row).map(|(_, id)| id).unwrap_or_default()).width(170).view(|row| {
            match owner(row) {
                Some((kind, id)) => reference::link(kind, &id),
                None => dash(),
            }
        }),
    ]
}

/// Attaches numbers to `home` while `open`.
#[component]
pub fn Attach(home: Home, open: RwSignal<bool>, start: Callback<(Plan, Vec<String>, &'static str)>) -> AnyView {
    let home = StoredValue::new(home);
    view! {
        <Dialog open title="Attach phone numbers" width=DialogWidth::Wide>
            {move || choosing(home.get_value(), open, start)}
        </Dialog>
    }
    .into_any()
}

/// The numbers of the inventory with this status that can be attached, all pages of them.
fn candidates(status: RwSignal<String>) -> LoadAll {
    let session = use_session();
    let load_all = LoadAll::new(move |token| {
        let input = json!({
            "ProductType": "VoiceConnector", "Status": status.get_untracked(), "MaxResults": PAGE, "NextToken": token
        });
        async move {
            let answer = call(session, Operation::ListPhoneNumbers, input).await;
            let answer = answer.map_err(|error| error.failure("The phone numbers could not be loaded"))?;
            let rows = answer["PhoneNumbers"].as_array().cloned().unwrap_or_default();
            Ok((rows, answer["NextToken"].as_str().map(str::to_owned)))
        }
    });
    Effect::new(move |_| {
        status.track();
        load_all.clear();
        load_all.start();
    });
    load_all
}

fn choosing(home: Home, open: RwSignal<bool>, start: Callback<(Plan, Vec<String>, &'static str)>) -> AnyView {
    let (status, selection, force) = (RwSignal::new(FREE.to_owned()), Selection::multi(), RwSignal::new(false));
    let load_all = candidates(status);
    let all = load_all.over(Signal::stored(Arc::new(Vec::new())));
    let here = home.clone();
    let rows: Signal<Arc<Vec<Value>>> = Memo::new(move |_| {
        Arc::new(all.with(|rows| rows.iter().filter(|row| !here.has(row)).cloned().collect::<Vec<_>>()))
    })
    .into();
    let owners = Memo::new(move |_| {
        let mut owners: Vec<(Kind, String)> = Vec::new();
        for row in rows.with(|rows| selection.rows(rows, row_id)) {
            if let Some(owner) = owner(&row).filter(|owner| !owners.contains(owner)) {
                owners.push(owner);
            }
        }
        owners
    });
    let show = move |wanted: String| {
        selection.clear();
        force.set(false);
        status.set(wanted);
    };
    let reason = move || match selection.count() {
        0 => Some("Choose a number first".to_owned()),
        _ if status.with(|status| status == TAKEN) && !force.get() => {
            Some("Say that they may be taken from their owner".to_owned())
        }
        _ => None,
    };
    let preview = home.clone();
    let input = Signal::derive(move || {
        let numbers: Vec<Value> = selection.ids().get().into_iter().map(Value::from).collect();
        preview.attach_input(&numbers, force.get())
    });
    let operation = home.attach();
    let attach = move || {
        open.set(false);
        start.run((home.attach_plan(force.get_untracked()), selection.ids().get_untracked(), "Attaching numbers"));
    };
    let kinds = vec![Choice::new(FREE, "Free"), Choice::new(TAKEN, "Used elsewhere")];
    let empty = move || {
        let text = "Numbers of the product type VoiceConnector stand here; other products' cannot be attached.";
        view! { <EmptyState title="No such number" text icon=IconName::Phone /> }
    };
    view! {
        <div class="stack">
            <Segmented label="Numbers" options=kinds value=status on_change=show />
            <Table
                id="voice-attach"
                label="Numbers to attach"
                columns=columns()
                rows
                row_id
                selection
                feed=Feed::whole(
                    Signal::derive(move || load_all.running()),
                    Signal::derive(move || load_all.failed()),
                    move || load_all.start(),
                )
                empty
                in_url=false
            />
            {move || owners.with(|it| !it.is_empty()).then(|| takeover(&owners.get(), force))}
            <div class="form-actions">
                <Button on_press=move || open.set(false)>"Cancel"</Button>
                <Button kind=ButtonKind::Primary on_press=attach disabled_reason=Signal::derive(reason)>
                    {move || match selection.count() {
                        0 => "Attach".to_owned(),
                        1 => "Attach 1 number".to_owned(),
                        many => ["Attach ", &many.to_string(), " numbers"].concat(),
                    }}
                </Button>
            </div>
            <RequestPreview operation input />
        </div>
    }
    .into_any()
}

/// Who loses the numbers, and the word that this is meant.
fn takeover(owners: &[(Kind, String)], force: RwSignal<bool>) -> AnyView {
    let lines = owners.iter().map(|(kind, id)| view! { <li>{reference::link(*kind, id)}</li> }).collect_view();
    view! {
        <Notice tone=Tone::Warning title="These lose the numbers, and calls to them">
            <ul class="bullets">{lines}</ul>
            <Checkbox
                checked=force
                on_change=move |on| force.set(on)
                label="Take the numbers over from their present owner"
            />
        </Notice>
    }
    .into_any()
}
