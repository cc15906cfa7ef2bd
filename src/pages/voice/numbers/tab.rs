//! The list of attached numbers.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::super::reference::Kind;
use super::attach::Attach;
use super::{Home, PAGE};
use crate::bulk::{Item, Plan, Work};
use crate::pages::listing::Listing;
use crate::routes;
use crate::session::use_session;
use crate::table::{Column, Paging, Selection, Table, moment, text_of};
use crate::ui::*;

/// Above so many objects something must be typed (CONSOLE-NOTES 0.3).
const MANY: usize = 10;

const CONNECTOR: &[&str] = &[
    "`ListPhoneNumbers` filters by association. `AssociatePhoneNumbersWithVoiceConnector` attaches numbers of the product \
     type VoiceConnector, `DisassociatePhoneNumbersFromVoiceConnector` takes them off; both tell for each number what \
     failed.",
    "A number has one owner. `ForceAssociate` takes it from a present one, whose calls it then no longer rings.",
];
const CONNECTOR_CLI: &str = "aws chime associate-phone-numbers-with-voice-connector \\\n  --voice-connector-id ID \\\n  \
    --e164-phone-numbers +12065550100";
const GROUP: &[&str] = &[
    "Calls to these numbers go to the first connector of the group that takes them. \
     `AssociatePhoneNumbersWithVoiceConnectorGroup` attaches numbers of the product type VoiceConnector, \
     `DisassociatePhoneNumbersFromVoiceConnectorGroup` takes them off; both tell for each number what failed.",
    "A number belongs to a connector or to a group, never to both.",
];
const GROUP_CLI: &str = "aws chime associate-phone-numbers-with-voice-connector-group \\\n  --voice-connector-group-id ID \
    \\\n  --e164-phone-numbers +12065550100";

fn row_id(row: &Value) -> String {
    text_of(&row["E164PhoneNumber"])
}

/// Since when the number is here.
fn since(row: &Value) -> String {
    text_of(&row["Associations"][0]["AssociatedTimestamp"])
}

/// The type in words.
fn kind(row: &Value) -> String {
    if row["Type"] == "TollFree" { "Toll-free".to_owned() } else { text_of(&row["Type"]) }
}

fn columns() -> Vec<Column> {
    vec![
        Column::member("E164PhoneNumber", "Number")
            .link(|row| routes::phone_number(&row_id(row)))
            .personal()
            .width(160),
        Column::member("CallingName", "Calling name").personal().width(160),
        Column::new("Type", "Type", kind).width(110),
        Column::member("Country", "Country").width(90),
        Column::new("Since", "Attached", since).width(130).view(|row| {
            match moment(&row["Associations"][0]["AssociatedTimestamp"]) {
                Some(ms) => view! { <Time ms /> }.into_any(),
                None => dash(),
            }
        }),
    ]
}

/// The numbers that are attached to `home`, and what can be done to them.
pub fn numbers(home: Home) -> AnyView {
    let (session, privacy) = (use_session(), use_privacy());
    let (paging, selection) = (Paging::new("voice-numbers", &[25, 50, PAGE], PAGE), Selection::multi());
    let input = json!({ "FilterName": home.key(), "FilterValue": home.id });
    let list = Listing::new(Operation::ListPhoneNumbers, paging, "The phone numbers could not be loaded", move || {
        input.clone()
    });
    let (attaching, detaching) = (RwSignal::new(false), RwSignal::new(false));
    let work = RwSignal::new(None::<(Work, &'static str)>);
    // The work lives as long as this tab: leaving it stops the rest.
    let owner = StoredValue::new(Owner::current());
    let start = Callback::new(move |(plan, numbers, title): (Plan, Vec<String>, &'static str)| {
        let masked = privacy.get_untracked();
        let item = |(place, number): (usize, String)| Item {
            label: if masked { ["Number ", &(place + 1).to_string()].concat() } else { number.clone() },
            value: json!(number),
            id: number,
        };
        let items = numbers.into_iter().enumerate().map(item).collect();
        if let Some(Some(owner)) = owner.try_get_value() {
            work.set(Some((owner.with(|| Work::start(session, plan, items)), title)));
        }
    });
    let busy = move || {
        let running = work.with(|work| work.is_some_and(|(work, _)| work.bulk.running().get()));
        running.then(|| "Wait until the work under way is done".to_owned())
    };
    let unchosen = move || busy().or_else(|| (selection.count() == 0).then(|| "Choose a number first".to_owned()));
    let many = move || (selection.count() > MANY).then(|| "detach".to_owned());
    let is_group = home.kind == Kind::Group;
    let attach = move || {
        let press = move || attaching.set(true);
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=press disabled_reason=Signal::derive(busy)>
                "Attach numbers"
            </Button>
        }
    };
    let actions = move || {
        let (about, cli) = if is_group { (GROUP, GROUP_CLI) } else { (CONNECTOR, CONNECTOR_CLI) };
        view! {
            <Freshness
                reading=list
                label="Refresh the numbers"
            />
            {help("Phone numbers", about, cli)}
            <Button on_press=move || detaching.set(true) disabled_reason=Signal::derive(unchosen)>"Detach"</Button>
            {attach()}
        }
    };
    let noun = home.noun();
    let empty = move || {
        let text = ["Calls to an attached number come in through this ", noun, "."].concat();
        view! {
            <EmptyState title="No phone numbers" text icon=IconName::Phone>
                {attach()}
            </EmptyState>
        }
    };
    let objects = move || {
        let (ids, masked) = (selection.ids().get(), privacy.get());
        if masked { vec!["••••••".to_owned(); ids.len()] } else { ids }
    };
    let detach_plan = StoredValue::new(home.detach_plan());
    let detach = move || {
        detaching.set(false);
        start.run((detach_plan.get_value(), selection.ids().get_untracked(), "Detaching numbers"));
    };
    view! {
        {move || work.get().map(|(now, title)| progress(now, title, work))}
        <Panel title="Phone numbers" count=list.count(list.rows, selection) actions flush=true>
            <Table
                id="voice-numbers"
                label="Phone numbers"
                columns=columns()
                rows=list.rows
                row_id
                selection
                paging
                feed=list
                empty
            />
        </Panel>
        <Attach home open=attaching start />
        <Confirm
            open=detaching
            title="Detach numbers"
            action="Detach"
            objects=Signal::derive(objects)
            effect="Calls to them no longer come in. They stay in the inventory, where they can be attached again."
            type_to_confirm=Signal::derive(many)
            on_confirm=detach
        />
    }
    .into_any()
}

/// How the work goes, until it is put away.
fn progress(now: Work, title: &'static str, work: RwSignal<Option<(Work, &'static str)>>) -> AnyView {
    let running = now.bulk.running();
    let reason = move || running.get().then(|| "The work goes on".to_owned());
    let close = move || {
        view! {
            <IconButton
                icon=IconName::Close
                label="Put the results away"
                on_press=move || work.set(None)
                disabled_reason=Signal::derive(reason)
            />
        }
    };
    let retry = move |ids: Vec<String>| now.retry(&ids);
    view! {
        <Panel title actions=close>
            <BulkResult bulk=now.bulk label=title on_retry=retry />
        </Panel>
    }
    .into_any()
}
