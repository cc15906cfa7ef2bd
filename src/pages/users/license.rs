//! Licenses: for the users chosen in a list, and for one user.

use chime_model::Operation;
use chime_model::types::{Account, License, User};
use leptos::prelude::*;
use serde_json::json;

use super::actions::Starter;
use crate::form::{Field, Form};
use crate::pages::user_plans::license_plan;
use crate::ui::*;

/// The licenses that the account supports: no other is taken (USR-26).
fn choices(account: &Account) -> Vec<Choice> {
    let supported = account.supported_licenses.iter().flatten().copied().map(License::as_str);
    supported.map(|license| Choice::new(license, license)).collect()
}

/// Asks for the license of the users chosen, and gives it to them.
#[component]
pub fn LicenseDialog(account: Signal<Account>, open: RwSignal<bool>, starter: Starter) -> AnyView {
    let license = RwSignal::new(String::new());
    Effect::new(move |_| {
        if open.get() {
            license.set(
                account.with_untracked(|it| it.default_license.map(License::as_str).unwrap_or_default().to_owned()),
            );
        }
    });
    let options = Signal::derive(move || account.with(choices));
    let change = move || {
        open.set(false);
        let id = account.with_untracked(|account| account.account_id.clone());
        starter.start(license_plan(&id, &license.get_untracked()), "Changing licenses");
    };
    let none = move || license.with(String::is_empty).then(|| "Choose a license".to_owned());
    let footer = move || {
        view! {
            <Button on_press=move || open.set(false)>"Cancel"</Button>
            <Button kind=ButtonKind::Primary on_press=change disabled_reason=Signal::derive(none)>"Change license"</Button>
        }
    };
    view! {
        <Dialog open title="Change license" footer>
            <p class="muted">"A license decides what a user may do in meetings. These are the ones the account supports."</p>
            <RadioGroup label="License" options value=license on_change=move |chosen| license.set(chosen) />
        </Dialog>
    }
    .into_any()
}

/// The license of one user.
#[component]
pub fn LicensePanel(account: Signal<Option<Account>>, user: Signal<User>) -> AnyView {
    let flashes = use_flashes();
    let (account_id, user_id) =
        user.with_untracked(|user| (user.account_id.clone().unwrap_or_default(), user.user_id.clone()));
    let supported = Signal::derive(move || account.with(|account| account.as_ref().map(choices).unwrap_or_default()));
    let loaded = Signal::derive(move || Some(user.with(|user| json!({ "LicenseType": user.license_type }))));
    let form = Form::new(Operation::UpdateUser)
        .fixed("AccountId", account_id)
        .fixed("UserId", user_id)
        .edit(loaded)
        .field(Field::new("LicenseType").label("License").needed().pick(supported))
        .stale(&[Operation::GetUser, Operation::ListUsers])
        .submit_label("Save license")
        .failed_title("The license was not changed")
        .on_success(move |_| {
            flashes.show(Flash::success("The license is changed"));
        });
    view! {
        <Panel title="License" description="What the user may do in meetings. The account's supported licenses can be chosen.">
            {form.view()}
        </Panel>
    }
    .into_any()
}
