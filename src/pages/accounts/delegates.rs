//! The Active Directory groups whose members may act as delegates when others sign in.

use std::sync::Arc;

use chime_model::{Operation, types::Account};
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::account::{self, is_enterprise};
use super::add_delegates::AddDelegates;
use crate::client::write;
use crate::frame::Info;
use crate::session::use_session;
use crate::table::{Column, Selection, Table};
use crate::ui::*;

/// What carries the groups of an account (SDG-1).
pub const STALE: [Operation; 2] = [Operation::GetAccount, Operation::ListAccounts];

fn row_id(row: &Value) -> String {
    row["GroupName"].as_str().unwrap_or_default().to_owned()
}

fn rows(account: &Account) -> Vec<Value> {
    let groups = account.signin_delegate_groups.iter().flatten().filter_map(|group| group.group_name.as_ref());
    groups.map(|name| json!({ "GroupName": name })).collect()
}

fn info() -> AnyView {
    view! {
        <Info title="Sign-in delegates">
            <p>
                "The groups stand in what " <code>"GetAccount"</code> " gives. "
                <code>"AssociateSigninDelegateGroupsWithAccount"</code> " adds names to them, "
                <code>"DisassociateSigninDelegateGroupsFromAccount"</code> " takes names away."
            </p>
            <p>
                "The service does not look the names up in a directory: a name with a mistake in it is taken as well. "
                "Upper and lower case differ."
            </p>
        </Info>
    }
    .into_any()
}

/// The sign-in delegate groups of an account. Team accounts have none (ACC-8).
#[component]
pub fn DelegatesTab(#[prop(into)] account: Signal<Account>) -> AnyView {
    let enterprise = Memo::new(move |_| account.with(is_enterprise));
    (move || if enterprise.get() { groups(account) } else { only_enterprise() }).into_any()
}

fn only_enterprise() -> AnyView {
    let text = "They are groups of a company's Active Directory. This is a Team account.";
    view! { <EmptyState title="Only Enterprise accounts have sign-in delegates" text icon=IconName::Key /> }.into_any()
}

fn groups(account: Signal<Account>) -> AnyView {
    let (session, flashes, selection) = (use_session(), use_flashes(), Selection::multi());
    let (adding, removing, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let rows = Signal::from(Memo::new(move |_| Arc::new(account.with(rows))));
    let frozen = Signal::derive(move || account.with(account::frozen));
    let unchosen = move || frozen.get().or_else(|| (selection.count() == 0).then(|| "Choose a group first".to_owned()));
    let remove = move || {
        let (id, names) = (account.with_untracked(|it| it.account_id.clone()), selection.ids().get_untracked());
        busy.set(true);
        spawn_local(async move {
            let count = names.len();
            let input = json!({ "AccountId": id, "GroupNames": names });
            let answer = write(session, Operation::DisassociateSigninDelegateGroupsFromAccount, input, &STALE).await;
            busy.try_set(false);
            removing.try_set(false);
            flashes.show(match answer {
                Ok(_) => Flash::success(if count == 1 {
                    "The group is removed".to_owned()
                } else {
                    format!("{count} groups are removed")
                }),
                Err(error) => Flash::failure(error.failure("The groups were not removed")),
            });
        });
    };
    let add = move || {
        let press = move || adding.set(true);
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=press disabled_reason=frozen>
                "Add groups"
            </Button>
        }
    };
    let actions = move || {
        view! {
            {info()}
            <Button on_press=move || removing.set(true) disabled_reason=Signal::derive(unchosen)>"Remove"</Button>
            {add()}
        }
    };
    let empty = move || {
        let text = "Members of such a group may act for others at sign-in, as an assistant does.";
        view! {
            <EmptyState title="No sign-in delegate groups" text icon=IconName::Key>
                {add()}
            </EmptyState>
        }
    };
    let columns = vec![Column::member("GroupName", "Group name")];
    view! {
        <Panel title="Sign-in delegate groups" actions flush=true>
            <Table id="delegates" label="Groups" columns rows row_id selection empty />
        </Panel>
        <AddDelegates account open=adding />
        <Confirm
            open=removing
            title="Remove groups"
            action="Remove"
            objects=selection.ids()
            effect="Members of these groups can no longer act as delegates at sign-in. The groups stay in the \
                directory."
            busy
            on_confirm=remove
        />
    }
    .into_any()
}
