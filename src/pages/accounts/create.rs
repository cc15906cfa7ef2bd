//! The form for a new account.

use chime_model::Operation;
use leptos::prelude::*;

use super::account;
use crate::form::{Field, Form};
use crate::frame::{Info, use_go};
use crate::routes::{self, AccountTab};
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="A new account">
            <p>
                <code>"CreateAccount"</code> " takes a name and nothing else. It makes a Team account with Pro as the "
                "default license. Names need not be unique: two calls make two accounts."
            </p>
            <p>
                "An Enterprise account begins where a domain is claimed, which no API does. The emulator has a hook for "
                "it: " <code>"POST /_emulator/hooks/accounts"</code> "."
            </p>
        </Info>
    }
    .into_any()
}

/// Asks for a name and goes to the new account.
#[component]
pub fn CreateAccount() -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let form = Form::new(Operation::CreateAccount)
        .field(
            Field::new("Name").label("Account name").help("What administrators know it by. It can be changed later."),
        )
        .stale(&[Operation::ListAccounts])
        .submit_label("Create account")
        .failed_title("The account was not created")
        .cancel(routes::accounts())
        .on_success(move |output| {
            let Some(account) = account::read(&output["Account"]) else { return go.to(&routes::accounts()) };
            flashes.show(Flash::success(["Account “", &account.name, "” is created"].concat()));
            go.to(&routes::account(&account.account_id, AccountTab::Overview));
        });
    view! {
        <PageHeader title="Create account" beside=info />
        <Notice tone=Tone::Info title="This makes a Team account">
            <p>"Users join a Team account by invitation. Enterprise accounts are made by AWS, or by a hook of the \
                emulator."</p>
        </Notice>
        <Panel title="Account">{form.view()}</Panel>
    }
    .into_any()
}
