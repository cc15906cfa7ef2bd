//! The names under which SIP hosts sign in. The service never gives their passwords back (VC-61).

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::credential::AddCredential;
use crate::client::query;
use crate::pages::ask::{Ask, Deed};
use crate::table::{Column, Feed, Selection, Table, text_of};
use crate::ui::*;

/// What shows the credentials.
pub const STALE: &[Operation] = &[Operation::ListVoiceConnectorTerminationCredentials];

const ABOUT: &[&str] = &[
    "`PutVoiceConnectorTerminationCredentials` adds user names with passwords; a name that is there gets the new \
     password. `ListVoiceConnectorTerminationCredentials` gives the names only: no operation gives a password back.",
    "With credentials set, hosts must answer a SIP challenge, and their address must be allowed all the same.",
];
const CLI: &str = "aws chime list-voice-connector-termination-credentials \\\n  --voice-connector-id ID";

fn row_id(row: &Value) -> String {
    text_of(&row["Username"])
}

/// The credentials of a voice connector.
pub fn credentials(connector: String) -> AnyView {
    let (adding, removing, selection) = (RwSignal::new(false), Ask::new(), Selection::multi());
    let input = json!({ "VoiceConnectorId": connector });
    let answer = query(Operation::ListVoiceConnectorTerminationCredentials, move || Some(input.clone()));
    let rows: Signal<Arc<Vec<Value>>> = Memo::new(move |_| {
        let names = answer.data.with(|data| data.as_ref().and_then(|data| data["Usernames"].as_array().cloned()));
        Arc::new(names.unwrap_or_default().into_iter().map(|name| json!({ "Username": name })).collect::<Vec<_>>())
    })
    .into();
    let unchosen = move || (selection.count() == 0).then(|| "Choose a user name first".to_owned());
    let add = move || {
        let press = move || adding.set(true);
        view! { <Button icon=IconName::Plus on_press=press>"Add credential"</Button> }
    };
    let actions = move || {
        view! {
            {help("Credentials", ABOUT, CLI)}
            <Button on_press=move || removing.open.set(true) disabled_reason=Signal::derive(unchosen)>"Remove"</Button>
            {add()}
        }
    };
    let empty = move || {
        let text = "Without them every host at an allowed address may call out.";
        view! { <EmptyState title="No credentials" text icon=IconName::Key>{add()}</EmptyState> }
    };
    let id = connector.clone();
    let remove = move || {
        let input = json!({ "VoiceConnectorId": id, "Usernames": selection.ids().get_untracked() });
        let deed = Deed {
            operation: Operation::DeleteVoiceConnectorTerminationCredentials,
            input,
            stale: STALE,
            done: "The credentials are removed",
            failed: "The credentials were not removed",
        };
        removing.act(deed, || ());
    };
    let failed = move || answer.error.get().map(|error| error.failure("The credentials could not be loaded"));
    let columns = vec![Column::member("Username", "User name").personal()];
    view! {
        <Panel title="Credentials" description="User names of SIP hosts. Their passwords are never shown again." actions flush=true>
            <Table
                id="voice-credentials"
                label="User names"
                columns
                rows
                row_id
                selection
                feed=Feed::whole(answer.loading, Signal::derive(failed), move || answer.refresh())
                empty
                in_url=false
            />
        </Panel>
        <AddCredential connector open=adding />
        <Confirm
            open=removing.open
            title="Remove credentials"
            action="Remove"
            objects=selection.ids()
            effect="Equipment that signs in with them can no longer call out."
            busy=removing.busy
            on_confirm=remove
        />
    }
    .into_any()
}
