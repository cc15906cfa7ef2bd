//! The users of an account.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::types::{Account, User};
use leptos::prelude::*;
use serde_json::Value;

use super::actions::Actions;
use super::search::{SearchFields, search};
use super::{rules, user};
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::pages::search::Search;
use crate::pages::working::{BulkPanel, Working};
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

fn ask(account: String, search: Search, paging: Paging) -> Listing {
    Listing::new(Operation::ListUsers, paging, "The users could not be loaded", move || {
        let mut input = search.input();
        input["AccountId"] = account.clone().into();
        input
    })
}

fn columns(account: &str) -> Vec<Column> {
    let of = |row: &Value, text: fn(&User) -> &'static str| user::read(row).map_or("", |user| text(&user)).to_owned();
    let state = |row: &Value, state: fn(&User) -> AnyView| user::read(row).map_or_else(dash, |user| state(&user));
    let kind = |user: &User| user.user_type.map_or("", user::type_words);
    let account = account.to_owned();
    vec![
        Column::new("DisplayName", "Name", |row| user::read(row).map(|user| user::name(&user)).unwrap_or_default())
            .link(move |row| routes::user(&account, &row_id(row)))
            .personal()
            .width(190),
        Column::member("PrimaryEmail", "E-mail").personal().width(250),
        Column::new("UserType", "Type", move |row| of(row, kind)).width(110),
        Column::new("UserRegistrationStatus", "Registration", move |row| of(row, user::registration_word))
            .view(move |row| state(row, user::registration_view))
            .width(130),
        Column::new("UserInvitationStatus", "Invitation", move |row| of(row, user::invitation_word))
            .view(move |row| state(row, user::invitation_view))
            .width(110),
        Column::member("LicenseType", "License").width(90),
        Column::member("PrimaryProvisionedNumber", "Phone number").personal().width(140),
        Column::time("InvitedOn", "Invited"),
        Column::time("RegisteredOn", "Registered on"),
        Column::id("UserId", "User id").hidden(),
    ]
}

fn row_id(row: &Value) -> String {
    row["UserId"].as_str().unwrap_or_default().to_owned()
}

fn empty(account: &Account, search: Search) -> AnyView {
    if search.active() {
        let text = "The service finds one whole e-mail, in upper or lower case.";
        return view! { <EmptyState title="No user is found" text icon=IconName::Search /> }.into_any();
    }
    let text = "Users are the people and shared devices that meet, chat and call with this account's licenses.";
    let invite = rules::no_invitation(account).is_none().then(|| {
        let href = routes::invite_users(&account.account_id);
        view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Invite users"</ButtonLink> }
    });
    view! {
        <EmptyState title="No users" text icon=IconName::Users>
            {invite}
        </EmptyState>
    }
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Users">
            <p>
                <code>"ListUsers"</code> " gives the users in pages. The service finds one exact e-mail and filters by type; "
                "everything else filters the rows that are loaded."
            </p>
            <p>
                "A Team account's users come by invitation, " <code>"InviteUsers"</code> ". Those of an Enterprise account "
                "come from its domain or directory. " <code>"CreateUser"</code> " adds shared devices, and people who "
                "register later."
            </p>
            <p>
                <code>"BatchUpdateUser"</code> ", " <code>"BatchSuspendUser"</code> " and " <code>"BatchUnsuspendUser"</code>
                " take many at once and tell for each what failed. No operation deletes a user."
            </p>
        </Info>
    }
    .into_any()
}

/// The users of `account`, and what can be done to them.
#[component]
pub fn UsersTab(#[prop(into)] account: Signal<Account>) -> AnyView {
    let id = account.with_untracked(|account| account.account_id.clone());
    let (search, paging, selection) = (search(), Paging::new("users", &[25, 50, 100, 200], 100), Selection::multi());
    let users = ask(id.clone(), search, paging);
    let working = Working::new();
    let chosen = Signal::from(Memo::new(move |_| {
        let rows = users.rows.with(|rows| selection.rows(rows, row_id));
        Arc::new(rows.iter().filter_map(user::read).collect::<Vec<User>>())
    }));
    let actions = move || {
        view! {
            <Freshness
                reading=users
                label="Refresh the users"
            />
            {info()}
            <Actions account chosen working />
        }
    };
    view! {
        <BulkPanel working />
        <Panel title="Users" count=users.count(users.rows, selection) actions flush=true>
            <Table
                id="users"
                label="Users"
                columns=columns(&id)
                rows=users.rows
                row_id
                selection
                paging
                feed=users
                server_filters=move || view! { <SearchFields search /> }
                empty=move || account.with(|account| empty(account, search))
            />
        </Panel>
    }
    .into_any()
}
