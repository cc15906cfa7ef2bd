//! What users of an account may do in meetings: two switches that are saved together.

use chime_model::{Operation, types::Account};
use leptos::prelude::*;
use serde_json::json;

use super::account::is_disabled;
use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::{Info, QueryFailure};
use crate::ui::*;

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

/// The meeting policies of an account. Those of a disabled one are out of reach (ACC-27).
#[component]
pub fn PoliciesTab(#[prop(into)] account: Signal<Account>) -> AnyView {
    let disabled = Memo::new(move |_| account.with(is_disabled));
    (move || if disabled.get() { out_of_reach() } else { policies(account) }).into_any()
}

fn out_of_reach() -> AnyView {
    let text = "They can be read again once AWS Support has brought the account back.";
    view! { <EmptyState title="The policies of a disabled account are out of reach" text icon=IconName::Lock /> }
        .into_any()
}

fn policies(account: Signal<Account>) -> AnyView {
    let flashes = use_flashes();
    let id = account.with_untracked(|account| account.account_id.clone());
    let input = json!({ "AccountId": id });
    let settings = query(Operation::GetAccountSettings, move || Some(input.clone()));
    let form = Form::new(Operation::UpdateAccountSettings)
        .fixed("AccountId", id)
        .edit(settings.data)
        .field(
            Field::new("AccountSettings.DisableRemoteControl")
                .label("Allow remote control")
                .help("Whoever views a shared screen can ask to control it.")
                .inverse_switch(),
        )
        .field(
            Field::new("AccountSettings.EnableDialOut")
                .label("Allow dial-out")
                .help("Users can have a meeting call them on the phone.")
                .switch(),
        )
        .stale(&[Operation::GetAccountSettings])
        .submit_label("Save policies")
        .failed_title("The policies were not saved")
        .on_success(move |_| {
            flashes.show(Flash::success("The policies are saved"));
        });
    let unreadable = move || settings.data.with(Option::is_none) && settings.error.with(Option::is_some);
    view! {
        <Panel title="Meeting policies" actions=info>
            <QueryFailure query=settings title="The policies could not be loaded" />
            <div hidden=unreadable>{form.view()}</div>
        </Panel>
    }
    .into_any()
}
