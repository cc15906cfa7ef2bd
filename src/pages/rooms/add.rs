//! Users of the account to choose from, each with the role to get, and adding them to a room.

use std::collections::HashSet;
use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::detail;
use super::plan;
use super::room::text;
use crate::bulk::Item;
use crate::frame::{Info, QueryFailure, param};
use crate::pages::below_account::account_of_path;
use crate::pages::listing::Listing;
use crate::pages::search::{Search, SearchForm};
use crate::pages::working::{BulkPanel, Working};
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

/// The users who are to be administrators of the room.
type Administrators = RwSignal<HashSet<String>>;

fn ask(account: String, search: Search, paging: Paging) -> Listing {
    Listing::new(Operation::ListUsers, paging, "The users could not be loaded", move || {
        let mut input = search.input();
        input["AccountId"] = account.clone().into();
        input
    })
}

fn user_id(user: &Value) -> String {
    text(user, "UserId").to_owned()
}

/// How a person knows a user: by the e-mail, else the name; by the id while personal values are masked.
fn label(user: &Value, masked: bool) -> String {
    let known = ["PrimaryEmail", "DisplayName"].map(|member| text(user, member));
    let known = known.into_iter().find(|text| !text.is_empty());
    known.filter(|_| !masked).unwrap_or_else(|| text(user, "UserId")).to_owned()
}

fn columns(administrators: Administrators) -> Vec<Column> {
    let role = move |row: &Value| {
        let id = user_id(row);
        let (is, change) = (id.clone(), id);
        let name = ["Administrator: ", &label(row, false)].concat();
        view! {
            <Checkbox
                checked=Signal::derive(move || administrators.with(|all| all.contains(&is)))
                on_change=move |on: bool| {
                    administrators
                        .update(|all| {
                            if on {
                                all.insert(change.clone());
                            } else {
                                all.remove(&change);
                            }
                        });
                }
                label=Signal::stored(name)
                hide_label=true
            />
        }
        .into_any()
    };
    vec![
        Column::member("DisplayName", "Name").personal().width(200),
        Column::member("PrimaryEmail", "E-mail").personal().width(280),
        Column::member("UserRegistrationStatus", "Registration").width(130),
        Column::new("Role", "Administrator", |_| String::new()).view(role).width(110),
    ]
}

fn info() -> AnyView {
    view! {
        <Info title="Add users to a room">
            <p>
                "One user is added with " <code>"CreateRoomMembership"</code> ", several with "
                <code>"BatchCreateRoomMembership"</code> ", 50 in each request. A batch succeeds although some of its "
                "users fail; what became of each stands in the result."
            </p>
            <p>"Users who are in the room already fail as a conflict, suspended ones as forbidden."</p>
            <pre class="code-block">
                <code>
                    "aws chime batch-create-room-membership \\\n  --account-id ID \\\n  --room-id ROOM \\\n"
                    "  --membership-item-list \\\n    MemberId=USER,Role=Member"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// Adds users of the account to the room of the path.
#[component]
pub fn AddMembers() -> AnyView {
    let ((account, _), room) = (account_of_path(), param("room"));
    let (answer, _) = detail::ask(&account, &room);
    let (search, selection, privacy) = (Search::new("type", "UserType"), Selection::multi(), use_privacy());
    let paging = Paging::new("room-candidates", &[25, 50, 100, 200], 100);
    let users = ask(account.clone(), search, paging);
    let (working, administrators) = (Working::new(), Administrators::default());
    let chosen = Memo::new(move |_| Arc::new(users.rows.with(|rows| selection.rows(rows, user_id))));
    let ids = StoredValue::new((account.clone(), room.clone()));
    let add = move || {
        let masked = privacy.get_untracked();
        let item = |user: &Value| {
            let id = user_id(user);
            let is_administrator = administrators.with_untracked(|all| all.contains(&id));
            let role = if is_administrator { "Administrator" } else { "Member" };
            Item { value: json!({ "MemberId": id, "Role": role }), label: label(user, masked), id }
        };
        let items: Vec<Item> = chosen.with_untracked(|users| users.iter().map(item).collect());
        let plan = ids.with_value(|(account, room)| plan::add_members(account, room, items.len()));
        working.start(plan, items, "Adding users");
        selection.clear();
    };
    let none = move || match () {
        () if working.running() => Some("Wait until the work under way is done".to_owned()),
        () => chosen.with(|chosen| chosen.is_empty()).then(|| "Choose users first".to_owned()),
    };
    let actions = move || {
        view! {
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Plus
                on_press=add
                disabled_reason=Signal::derive(none)
            >
                "Add to the room"
            </Button>
        }
    };
    let empty = move || {
        let (title, text) = match search.active() {
            true => ("No user is found", "The service finds one whole e-mail, in upper or lower case."),
            false => ("No users", "The account has nobody yet who could chat."),
        };
        view! { <EmptyState title text icon=IconName::Users /> }.into_any()
    };
    let fields = move || {
        view! {
            <SearchForm search label="Search all users" email_label="E-mail is" other=move |()| search.other() />
        }
    };
    let (back, columns) = (routes::room(&account, &room), columns(administrators));
    view! {
        <PageHeader title="Add users" beside=info>
            <ButtonLink href=back>"Back to the room"</ButtonLink>
        </PageHeader>
        <QueryFailure query=answer title="The room could not be loaded" />
        <BulkPanel working />
        <Panel
            title="Users of the account"
            description="Choose who joins, and tick who shall be an administrator of the room."
            count=users.count(users.rows, selection)
            actions
            flush=true
        >
            <Table
                id="room-candidates"
                label="Users"
                columns
                rows=users.rows
                row_id=user_id
                selection
                paging
                feed=users
                server_filters=fields
                empty
            />
        </Panel>
    }
    .into_any()
}
