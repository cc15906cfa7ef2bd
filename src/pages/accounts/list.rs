//! The list of accounts.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use super::account;
use super::search::{SearchFields, search};
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::pages::search::Search;
use crate::pages::{account_dialogs, ahead};
use crate::routes::{self, AccountTab};
use crate::table::{Column, Paging, Selection, Table, UrlQuery};
use crate::ui::*;

const DISABLED: &str = "disabled";

fn ask(search: Search, paging: Paging) -> Listing {
    Listing::new(Operation::ListAccounts, paging, "The accounts could not be loaded", move || search.input())
}

fn columns() -> Vec<Column> {
    vec![
        Column::member("Name", "Name").link(|row| routes::account(&row_id(row), AccountTab::Overview)).width(165),
        Column::new("AccountType", "Type", account::row_type).width(175),
        Column::new("AccountStatus", "Status", account::row_status).view(account::row_status_view).width(90),
        Column::member("DefaultLicense", "Default license").width(130),
        Column::member("SupportedLicenses", "Supported licenses").width(185),
        Column::time("CreatedTimestamp", "Created").width(120),
        Column::id("AccountId", "Account id").width(245),
    ]
}

fn row_id(row: &Value) -> String {
    row["AccountId"].as_str().unwrap_or_default().to_owned()
}

fn create() -> AnyView {
    let href = routes::create_account();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Create account"</ButtonLink> }.into_any()
}

fn empty(search: Search, disabled: bool, others: bool) -> AnyView {
    if search.active() {
        let text = "Names are compared with upper and lower case. An e-mail finds the one account it belongs to.";
        return view! { <EmptyState title="No account is found" text icon=IconName::Search /> }.into_any();
    }
    if disabled {
        let text = "A deleted account stays here for 90 days.";
        return view! { <EmptyState title="No disabled accounts" text icon=IconName::Account /> }.into_any();
    }
    if others {
        let text = "Look at the disabled ones, or at another page.";
        return view! { <EmptyState title="No active accounts here" text icon=IconName::Account /> }.into_any();
    }
    let text = "An account holds the users of a team or a company, their licenses and what they may do.";
    view! {
        <EmptyState title="No accounts" text icon=IconName::Account>
            {create()}
        </EmptyState>
    }
    .into_any()
}

/// ACC-11: when an account was deleted, the API does not tell.
fn read_only() -> AnyView {
    view! {
        <Notice tone=Tone::Info title="Disabled accounts are read-only">
            <p>
                "They are gone for good 90 days after their deletion, a day that the API does not tell. Until then AWS "
                "Support can bring one back."
            </p>
        </Notice>
    }
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Accounts">
            <p>
                "An AWS account owns any number of Amazon Chime accounts. " <code>"ListAccounts"</code>
                " gives them in pages."
            </p>
            <p>
                "The service can only search for the beginning of a name and for one user's e-mail. Everything else "
                "filters the rows that are loaded."
            </p>
            <p>
                "A deleted account is " <code>"Suspended"</code> " for 90 days, then it is gone. The API does not tell "
                "since when."
            </p>
            <pre class="code-block">
                <code>"aws chime list-accounts \\\n  --name Example \\\n  --max-results 100"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The accounts, active or disabled, and what can be done to one of them.
#[component]
pub fn Accounts() -> AnyView {
    let (search, paging, selection) =
        (search(), Paging::new("accounts", &[25, 50, 100, 200], ahead::ACCOUNTS), Selection::single());
    let accounts = ask(search, paging);
    let url = UrlQuery::new();
    let status = Signal::derive(move || url.get("status").unwrap_or_default());
    let disabled = Memo::new(move |_| status.with(|status| status == DISABLED));
    let rows: Signal<Arc<Vec<Value>>> = Memo::new(move |_| {
        let wanted = |row: &&Value| account::is_disabled_row(row) == disabled.get();
        Arc::new(accounts.rows.with(|rows| rows.iter().filter(wanted).cloned().collect()))
    })
    .into();

    let chosen = Memo::new(move |_| rows.with(|rows| selection.rows(rows, row_id)).pop());
    let unchosen = move || chosen.with(Option::is_none).then(|| "Choose an account first".to_owned());
    let unchangeable =
        move || unchosen().or_else(|| chosen.with(|row| account::frozen_when(account::is_disabled_row(row.as_ref()?))));
    let view_href = move || {
        chosen
            .with(|row| row.as_ref().map(|row| routes::account(&row_id(row), AccountTab::Overview)).unwrap_or_default())
    };
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));

    let states = vec![Choice::new("", "Active"), Choice::new(DISABLED, "Disabled")];
    let show = move |state: String| {
        selection.clear();
        url.set(&[("status", Some(state))], true);
    };
    view! {
        <PageHeader
            title="Accounts"
            count=accounts.count(rows, selection)
            reading=accounts
            beside=info
        >
            <ButtonLink href=Signal::derive(view_href) disabled_reason=Signal::derive(unchosen)>"View"</ButtonLink>
            <Button on_press=move || editing.set(true) disabled_reason=Signal::derive(unchangeable)>"Edit"</Button>
            <Button on_press=move || deleting.set(true) disabled_reason=Signal::derive(unchangeable)>"Delete"</Button>
            {create()}
        </PageHeader>
        <div><Segmented label="Status" options=states value=status on_change=show /></div>
        {move || disabled.get().then(read_only)}
        <Table
            id="accounts"
            label="Accounts"
            columns=columns()
            rows
            row_id
            selection
            paging
            feed=accounts
            server_filters=move || view! { <SearchFields search /> }
            empty=move || empty(search, disabled.get(), accounts.rows.with(|rows| !rows.is_empty()))
        />
        {account_dialogs(chosen.into(), editing, deleting)}
    }
    .into_any()
}
