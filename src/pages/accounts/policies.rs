//! What users of an account may do in meetings: two switches that are saved together.

use std::sync::Arc;

use chime_model::{Operation, types::Account};
use leptos::prelude::*;
use serde_json::json;

use super::account::is_disabled;
use crate::client::query;
use crate::form::{Field, Form, Node};
use crate::frame::{Info, QueryFailure};
use crate::ui::*;

const REMOTE_CONTROL: &str = "Allow remote control";
const DIAL_OUT: &str = "Allow dial-out";

/// The API's switch forbids; people are asked what they allow.
fn remote_control(node: Arc<Node>) -> AnyView {
    let (read, id) = (node.clone(), node.input_id().to_owned());
    let allowed = Signal::derive(move || read.text() != "true");
    let change = move |allowed: bool| node.set_text((!allowed).to_string());
    let description = Some("Whoever views a shared screen can ask to control it.".to_owned());
    view! { <Switch id checked=allowed on_change=change label=REMOTE_CONTROL description /> }.into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Meeting policies">
            <p>
                <code>"GetAccountSettings"</code> " reads them and " <code>"UpdateAccountSettings"</code>
                " writes them. The first is called " <code>"DisableRemoteControl"</code>
                " there: true forbids what the switch here allows."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime update-account-settings \\\n  --account-id ID \\\n  --account-settings \\\n"
                    "    DisableRemoteControl=true"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The meeting policies of an account.
#[component]
pub fn PoliciesTab(#[prop(into)] account: Signal<Account>) -> AnyView {
    let flashes = use_flashes();
    let id = account.with_untracked(|account| account.account_id.clone());
    let input = json!({ "AccountId": id });
    let settings = query(Operation::GetAccountSettings, move || Some(input.clone()));
    let disabled = Memo::new(move |_| account.with(is_disabled));
    let form = move || {
        Form::new(Operation::UpdateAccountSettings)
            .fixed("AccountId", account.with_untracked(|account| account.account_id.clone()))
            .edit(settings.data)
            .field(Field::new("AccountSettings.DisableRemoteControl").label(REMOTE_CONTROL).custom(remote_control))
            .field(
                Field::new("AccountSettings.EnableDialOut")
                    .label(DIAL_OUT)
                    .help("Users can have a meeting call them on the phone.")
                    .switch(),
            )
            .stale(&[Operation::GetAccountSettings])
            .submit_label("Save policies")
            .failed_title("The policies were not saved")
            .on_success(move |_| {
                flashes.show(Flash::success("The policies are saved"));
            })
            .view()
    };
    let body = move || if disabled.get() { facts(settings.data) } else { form() };
    view! {
        <Panel title="Meeting policies" actions=info>
            <QueryFailure query=settings title="The policies could not be loaded" />
            {move || settings.pending().then(|| view! { <Skeleton lines=2 /> })}
            {body}
        </Panel>
    }
    .into_any()
}

/// The policies of an account in which nothing can be changed.
fn facts(settings: Signal<Option<serde_json::Value>>) -> AnyView {
    let is = move |name: &'static str| settings.with(|settings| settings.as_ref()?["AccountSettings"][name].as_bool());
    let word = |allowed: Option<bool>| allowed.map_or("–", |allowed| if allowed { "Yes" } else { "No" });
    view! {
        <KeyValue>
            <Pair label=REMOTE_CONTROL>{move || word(is("DisableRemoteControl").map(|forbidden| !forbidden))}</Pair>
            <Pair label=DIAL_OUT>{move || word(is("EnableDialOut"))}</Pair>
        </KeyValue>
    }
    .into_any()
}
