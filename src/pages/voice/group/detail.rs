//! One voice connector group: its connectors, its numbers, its deletion.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::delete::{Act, Deletion, Obstacle, Step};
use super::super::help::help;
use super::super::numbers::{Home, count_words, numbers, shown_numbers};
use super::super::reference::Kind;
use super::members::{ITEMS, field, in_order, twice};
use crate::client::{Query, query};
use crate::form::{Field, Form};
use crate::frame::{Known, QueryFailure, param};
use crate::pages::thing::Thing;
use crate::routes;
use crate::table::{moment, text_of};
use crate::ui::*;

const KEY: &str = "VoiceConnectorGroupId";

const ABOUT: &[&str] = &[
    "`GetVoiceConnectorGroup` gives name and connectors. `UpdateVoiceConnectorGroup` takes both and replaces the list of \
     connectors as a whole; it answers 202, accepted.",
    "`DeleteVoiceConnectorGroup` is refused while connectors or phone numbers are left in the group.",
];
const CLI: &str = "aws chime update-voice-connector-group \\\n  --voice-connector-group-id ID \\\n  --name \"Customer care\" \
    \\\n  --voice-connector-items \\\n    VoiceConnectorId=ID,Priority=1";

/// The page of one group.
pub fn detail() -> AnyView {
    let id = param("group");
    let input = json!({ KEY: id });
    let answer = query(Operation::GetVoiceConnectorGroup, move || Some(input.clone()));
    let thing = Thing {
        kind: "Voice connector group",
        id: id.clone(),
        answer,
        member: "VoiceConnectorGroup",
        absent: "It may have been deleted, or belong to another AWS account.",
        list: (routes::voice_connector_groups(), "All groups"),
        known: |group| {
            let id = text_of(&group[KEY]);
            let href = Some(routes::voice_connector_group(&id));
            Known { id, name: text_of(&group["Name"]), href, personal: false }
        },
        view: Box::new(move |group| known(&id, Signal::derive(move || (*group.get()).clone()), answer)),
    };
    thing.page()
}

fn known(id: &str, group: Signal<Value>, answer: Query) -> AnyView {
    let when = move |member: &'static str| {
        move || match group.with(|it| moment(&it[member])) {
            Some(ms) => view! { <Time ms absolute=true /> }.into_any(),
            None => dash(),
        }
    };
    let arn = Signal::derive(move || group.with(|it| text_of(&it["VoiceConnectorGroupArn"])));
    view! {
        <PageHeader
            title=Signal::derive(move || group.with(|it| text_of(&it["Name"])))
            id_text=Some(id.to_owned())
            reading=answer
            beside=|| help("A voice connector group", ABOUT, CLI)
        />
        <QueryFailure query=answer title="The group could not be refreshed" />
        <div class="stack">
            {settings(id, group)}
            {numbers(Home::new(Kind::Group, id.to_owned()))}
            <Panel title="Group">
                <KeyValue>
                    <Pair label="Created">{when("CreatedTimestamp")}</Pair>
                    <Pair label="Changed">{when("UpdatedTimestamp")}</Pair>
                    <Pair label="ARN" wide=true><CopyableId id=arn label="Copy the ARN" /></Pair>
                </KeyValue>
            </Panel>
            {deletion(id.to_owned(), group)}
        </div>
    }
    .into_any()
}

fn settings(id: &str, group: Signal<Value>) -> AnyView {
    let flashes = use_flashes();
    let loaded =
        Signal::derive(move || Some(group.with(|group| json!({ "Name": group["Name"], ITEMS: in_order(group) }))));
    let form = Form::new(Operation::UpdateVoiceConnectorGroup)
        .fixed(KEY, id)
        .edit(loaded)
        .field(Field::new("Name").label("Name").one_line())
        .field(field())
        .check(twice)
        .stale(&[Operation::GetVoiceConnectorGroup, Operation::ListVoiceConnectorGroups])
        .submit_label("Save group")
        .failed_title("The group was not changed")
        .on_success(move |_| {
            flashes.show(Flash::success("The change of the group is accepted"));
        });
    view! {
        <Panel title="Name and voice connectors" description="Calls to the group's numbers go to the first that takes them.">
            {form.view()}
        </Panel>
    }
    .into_any()
}

/// VCG-6: connectors and numbers go first.
fn deletion(id: String, group: Signal<Value>) -> AnyView {
    let attached = shown_numbers(KEY, &id);
    let members = move || group.with(|it| in_order(it).len());
    let obstacles = move || {
        let obstacle = |text: String| Obstacle { text, href: None, by_hand: false };
        let numbers = attached.data.with(|data| data.as_ref().and_then(count_words));
        let connectors = match members() {
            0 => None,
            1 => Some("1 voice connector in the group".to_owned()),
            many => Some([&many.to_string(), " voice connectors in the group"].concat()),
        };
        let numbers = numbers.map(|words| [&words, " attached"].concat());
        numbers.into_iter().chain(connectors).map(obstacle).collect::<Vec<_>>()
    };
    let steps = move || {
        let step = |label: &str, act| Step { label: label.to_owned(), act };
        let mut steps = Vec::new();
        if attached.data.with_untracked(|data| data.as_ref().and_then(count_words)).is_some() {
            steps.push(step("Detach the phone numbers", Act::Empty(Home::new(Kind::Group, id.clone()))));
        }
        if untrack(members) > 0 {
            let name = group.with_untracked(|it| it["Name"].clone());
            let input = json!({ KEY: id, "Name": name, ITEMS: [] });
            steps.push(step("Take the connectors out", Act::Call(Operation::UpdateVoiceConnectorGroup, input)));
        }
        steps.push(step("Delete the group", Act::Call(Operation::DeleteVoiceConnectorGroup, json!({ KEY: id }))));
        steps
    };
    let deletion = Deletion {
        title: "Delete group",
        noun: "group",
        name: Signal::derive(move || group.with(|it| text_of(&it["Name"]))),
        about: "Its phone numbers ring nowhere until they are attached elsewhere. Its voice connectors stay.",
        goes_with: &[],
        queries: vec![attached],
        obstacles: Signal::derive(obstacles),
        steps: Arc::new(steps),
        typed: false,
        stale: &[
            Operation::ListVoiceConnectorGroups,
            Operation::GetVoiceConnectorGroup,
            Operation::ListPhoneNumbers,
            Operation::GetPhoneNumber,
        ],
        list: routes::voice_connector_groups(),
    };
    deletion.view()
}
