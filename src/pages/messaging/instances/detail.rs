//! One app instance: its head, its tabs, and the tab that is open.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::danger::danger;
use super::edit::edit_dialog;
use super::overview::overview;
use super::retention::retention;
use super::streaming::streaming;
use crate::client::{Query, query};
use crate::frame::{QueryFailure, param, use_place};
use crate::pages::messaging::channels::channels_tab;
use crate::pages::messaging::info::Help;
use crate::pages::messaging::screen::{Subject, found, learn, title};
use crate::pages::messaging::users::{admins_tab, users_tab};
use crate::routes::{self, InstanceTab, Page, messaging};
use crate::ui::*;

static HELP: Help = Help {
    title: "An app instance",
    text: &[
        "`DescribeAppInstance` gives name, metadata and dates; `UpdateAppInstance` changes name and metadata. What \
         belongs to it is listed apart: `ListAppInstanceUsers`, `ListAppInstanceAdmins`, `ListChannels`.",
        "Retention and streaming are settings of the whole app instance. There is one period for the messages of all \
         channels, and one stream for each type of data.",
    ],
    cli: "aws chime describe-app-instance \\\n  --app-instance-arn ARN",
};

static SUBJECT: Subject = Subject {
    noun: "App instance",
    member: "AppInstance",
    absent: "There is no app instance with this ARN",
    absent_text: "It may have been deleted, or belong to another AWS account. The service answers both as forbidden.",
    failed: "The app instance could not be loaded",
    back: "All app instances",
};

const TABS: [(InstanceTab, &str); 7] = [
    (InstanceTab::Overview, "Overview"),
    (InstanceTab::Users, "Users"),
    (InstanceTab::Admins, "Admins"),
    (InstanceTab::Channels, "Channels"),
    (InstanceTab::Retention, "Retention"),
    (InstanceTab::Streaming, "Streaming"),
    (InstanceTab::Danger, "Danger zone"),
];

/// Asks for an app instance, and tells the frame its name.
pub fn ask(arn: &str) -> Query {
    let input = json!({ "AppInstanceArn": arn });
    let answer = query(Operation::DescribeAppInstance, move || Some(input.clone()));
    let href = routes::app_instance(arn, InstanceTab::Overview);
    learn(found(answer, SUBJECT.member), arn.to_owned(), href);
    answer
}

/// The page of one app instance.
pub fn detail() -> AnyView {
    let arn = param("instance");
    let answer = ask(&arn);
    let shown = arn.clone();
    SUBJECT.screen(answer, arn, routes::app_instances(), move |thing| known(&shown, thing, answer))
}

fn known(arn: &str, thing: Signal<Value>, answer: Query) -> AnyView {
    let (editing, place) = (RwSignal::new(false), use_place());
    let tabs: Vec<Tab> =
        TABS.iter().map(|(tab, label)| Tab::new(label, *label, routes::app_instance(arn, *tab))).collect();
    let tab = Memo::new(move |_| match place.get()?.route.page {
        Page::Messaging(messaging::Page::Instance(tab)) => Some(tab),
        _ => None,
    });
    let current = move || {
        let label = TABS.iter().find(|(known, _)| Some(*known) == tab.get()).map(|(_, label)| *label);
        label.unwrap_or_default().to_owned()
    };
    let id = arn.to_owned();
    let draw = move |tab: InstanceTab| match tab {
        InstanceTab::Overview => overview(&id, thing),
        InstanceTab::Users => users_tab(&id),
        InstanceTab::Admins => admins_tab(&id),
        InstanceTab::Channels => channels_tab(&id),
        InstanceTab::Retention => retention(&id, thing),
        InstanceTab::Streaming => streaming(&id),
        InstanceTab::Danger => danger(thing),
    };
    let body = move || tab.get().map(|tab| untrack(|| draw(tab)));
    view! {
        <PageHeader
            title=title(thing, "App instance")
            id_text=Some(arn.to_owned())
            reading=answer
            beside=|| HELP.view()
        >
            <Button icon=IconName::Edit on_press=move || editing.set(true)>"Edit"</Button>
        </PageHeader>
        <QueryFailure query=answer title="The app instance could not be refreshed" />
        <Tabs label="App instance" tabs=Signal::stored(tabs) current=Signal::derive(current) />
        <div class="stack">{body}</div>
        {edit_dialog(thing, editing)}
    }
    .into_any()
}
