//! What a user may do on the phone: three switches that are saved together (USR-35).

use chime_model::Operation;
use chime_model::types::User;
use leptos::prelude::*;
use serde_json::json;

use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::QueryFailure;
use crate::ui::*;

/// The calling rights of a user.
#[component]
pub fn TelephonyPanel(user: Signal<User>) -> AnyView {
    let flashes = use_flashes();
    let (account, id) = user.with_untracked(|user| (user.account_id.clone(), user.user_id.clone()));
    let input = json!({ "AccountId": account, "UserId": id });
    let settings = query(Operation::GetUserSettings, move || Some(input.clone()));
    let loaded =
        Signal::derive(move || settings.data.with(|data| data.as_ref().map(|data| data["UserSettings"].clone())));
    let loaded = Signal::derive(move || loaded.get().map(|settings| json!({ "UserSettings": settings })));
    let switch = |member: &str, label: &str, help: &str| {
        Field::new(["UserSettings.Telephony.", member].concat()).label(label).help(help).switch()
    };
    let form = Form::new(Operation::UpdateUserSettings)
        .fixed("AccountId", account)
        .fixed("UserId", id)
        .edit(loaded)
        .field(switch("InboundCalling", "Inbound calls", "The user's phone number can be called."))
        .field(switch("OutboundCalling", "Outbound calls", "The user can call phone numbers."))
        .field(switch("SMS", "Text messages", "The user can send and get SMS."))
        .stale(&[Operation::GetUserSettings])
        .submit_label("Save calling rights")
        .failed_title("The calling rights were not saved")
        .on_success(move |_| {
            flashes.show(Flash::success("The calling rights are saved"));
        });
    view! {
        <Panel title="Telephony" description="They take effect with a phone number, and can be set before there is one.">
            <QueryFailure query=settings title="The calling rights could not be loaded" />
            {form.view()}
        </Panel>
    }
    .into_any()
}
