//! The end of an app instance, with all that belongs to it.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::{Query, query};
use crate::frame::use_go;
use crate::pages::messaging::facts::text;
use crate::pages::messaging::question::Question;
use crate::routes;
use crate::ui::*;

/// The most that one list gives.
const PAGE: u32 = 50;

/// The deletion of an app instance, in words and as a button.
pub fn danger(thing: Signal<Value>) -> AnyView {
    let deleting = RwSignal::new(false);
    view! {
        <Panel title="Delete app instance" danger=true>
            <div class="between">
                <p>
                    "Its users, channels and messages are out of reach at once and erased in the background. Nothing \
                        brings them back."
                </p>
                <Button kind=ButtonKind::Danger icon=IconName::Trash on_press=move || deleting.set(true)>
                    "Delete app instance"
                </Button>
            </div>
        </Panel>
        {delete_dialog(thing, deleting)}
    }
    .into_any()
}

/// Deletes `thing` once its name is typed.
pub fn delete_dialog(thing: Signal<Value>, open: RwSignal<bool>) -> AnyView {
    let go = use_go();
    let arn = move || thing.with(|thing| text(thing, "AppInstanceArn"));
    let name = Signal::derive(move || thing.with(|thing| text(thing, "Name")));
    let ask = move |operation| {
        query(operation, move || open.get().then(|| json!({ "AppInstanceArn": arn(), "MaxResults": PAGE })))
    };
    let (users, admins) = (ask(Operation::ListAppInstanceUsers), ask(Operation::ListAppInstanceAdmins));
    let goes_with = move || {
        vec![
            count(users, "AppInstanceUsers", "user", "users"),
            count(admins, "AppInstanceAdmins", "administrator", "administrators"),
            "All channels, with their members, moderators, bans and messages".to_owned(),
            "Retention and streaming settings, metadata and tags".to_owned(),
        ]
    };
    Question {
        title: "Delete app instance",
        action: "Delete app instance",
        objects: Signal::derive(move || vec![name.get()]),
        effect: "It cannot be undone. Applications that use this app instance stop working at once.",
        goes_with: Signal::derive(goes_with),
        typed: Signal::derive(move || Some(name.get())),
        stale: &[Operation::ListAppInstances],
        done: "The app instance is deleted",
        failed: "The app instance was not deleted",
        then: Some(Callback::new(move |()| go.to(&routes::app_instances()))),
        ..Question::of(Operation::DeleteAppInstance, move || json!({ "AppInstanceArn": arn() }))
    }
    .view(open)
}

/// How many there are of something: "24 users", "50 or more users".
fn count(answer: Query, list: &'static str, one: &str, many: &str) -> String {
    let counted = answer.data.with(|data| {
        let data = data.as_ref()?;
        Some((data[list].as_array().map_or(0, Vec::len), data["NextToken"].is_string()))
    });
    match counted {
        None => ["All ", many].concat(),
        Some((1, false)) => ["1 ", one].concat(),
        Some((number, false)) => [&number.to_string(), " ", many].concat(),
        Some((number, true)) => [&number.to_string(), " or more ", many].concat(),
    }
}
