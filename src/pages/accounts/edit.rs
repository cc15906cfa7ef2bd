//! The dialog that changes what can be changed of an account: its name and its default license (ACC-24).

use chime_model::Operation;
use chime_model::types::Account;
use leptos::prelude::*;
use serde_json::json;

use crate::form::{Field, Form, Send};
use crate::ui::*;

fn licenses(account: &Account) -> Vec<Choice> {
    let supported = account.supported_licenses.iter().flatten().map(|license| license.as_str());
    supported.map(|license| Choice::new(license, license)).collect()
}

/// Edits `account` while `open`.
#[component]
pub fn EditAccount(#[prop(into)] account: Signal<Option<Account>>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let loaded = Signal::derive(move || {
        account.with(|account| {
            let account = account.as_ref()?;
            Some(json!({ "Name": account.name, "DefaultLicense": account.default_license }))
        })
    });
    let choices = Signal::derive(move || account.with(|account| account.as_ref().map(licenses).unwrap_or_default()));
    let form = move || {
        let id = account.with_untracked(|account| account.as_ref().map(|account| account.account_id.clone()));
        Form::new(Operation::UpdateAccount)
            .fixed("AccountId", id)
            .edit(loaded)
            .send(Send::Changed)
            .field(Field::new("Name").label("Account name").needed())
            .field(
                Field::new("DefaultLicense")
                    .label("Default license")
                    .help("What users get who are added from now on. Those who are there keep theirs.")
                    .needed()
                    .pick(choices),
            )
            .stale(&[Operation::GetAccount, Operation::ListAccounts])
            .failed_title("The account was not changed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The account is changed"));
            })
            .view()
    };
    view! {
        <Dialog open title="Edit account">
            {form()}
        </Dialog>
    }
    .into_any()
}
