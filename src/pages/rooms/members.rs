//! Who is in a room, with which role.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::add_bot::AddBot;
use super::plan::{self, MANY};
use super::room::{is_user, member_id, member_name, principal, text};
use crate::bulk::{Item, Plan};
use crate::pages::listing::Listing;
use crate::pages::working::{BulkPanel, Working};
use crate::routes;
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

fn href(account: &str, membership: &Value) -> String {
    let id = member_id(membership);
    match text(&membership["Member"], "MemberType") {
        "Bot" => routes::bot(account, &id),
        _ => routes::user(account, &id),
    }
}

fn columns(account: &str) -> Vec<Column> {
    let account = account.to_owned();
    // A webhook has no page to lead to.
    let name = move |row: &Value| {
        let label = member_name(row, false);
        match text(&row["Member"], "MemberType") {
            "Webhook" => view! { <Personal text=label /> }.into_any(),
            _ => view! { <a class="link" href=href(&account, row)><Personal text=label /></a> }.into_any(),
        }
    };
    vec![
        Column::new("Name", "Name", |row| member_name(row, false)).view(name).personal().width(200),
        Column::member("Member.Email", "E-mail").personal().width(260),
        Column::member("Member.MemberType", "Type").width(80),
        Column::member("Role", "Role").width(120),
        Column::new("InvitedBy", "Invited by", |row| principal(text(row, "InvitedBy")).to_owned()).width(120),
        Column::time("UpdatedTimestamp", "Updated"),
        Column::id("Member.MemberId", "Member id").hidden(),
    ]
}

fn empty(add: AnyView) -> AnyView {
    let text = "A new room is empty: whoever made it is no member. Only members can read and write in it.";
    view! { <EmptyState title="No members" text icon=IconName::Users>{add}</EmptyState> }.into_any()
}

/// The members of `room`, called `name`.
#[component]
pub fn MembersPanel(account: String, room: String, name: Signal<String>) -> AnyView {
    let ids = StoredValue::new((account, room));
    let (selection, privacy, working) = (Selection::multi(), use_privacy(), Working::new());
    let paging = Paging::new("room-members", &[25, 50, 99], 50);
    let members = Listing::new(Operation::ListRoomMemberships, paging, "The members could not be loaded", move || {
        ids.with_value(|(account, room)| json!({ "AccountId": account, "RoomId": room }))
    });
    let (adding_bot, removing) = (RwSignal::new(false), RwSignal::new(false));
    let chosen = Memo::new(move |_| Arc::new(members.rows.with(|rows| selection.rows(rows, member_id))));
    let names: Signal<Vec<String>> = Signal::derive(move || {
        let masked = privacy.get();
        chosen.with(|members| members.iter().map(|member| member_name(member, masked)).collect())
    });
    let start = move |plan: Plan, title: &'static str, wanted: fn(&Value) -> bool| {
        let labels = names.get_untracked();
        let members = chosen.get_untracked();
        let each = members.iter().zip(labels).filter(|(member, _)| wanted(member));
        let item =
            |(member, label): (&Value, String)| Item { id: member_id(member), label, value: json!(member_id(member)) };
        working.start(plan, each.map(item).collect(), title);
    };
    let give = move |role: &'static str| {
        start(ids.with_value(|(account, room)| plan::change_role(account, room, role)), "Changing roles", is_user);
    };
    let remove = move || {
        removing.set(false);
        start(ids.with_value(|(account, room)| plan::remove_members(account, room)), "Removing members", |_| true);
    };
    let items = move || {
        let nobody = match () {
            () if working.running() => Some("Wait until the work under way is done".to_owned()),
            () => chosen.with(|chosen| chosen.is_empty()).then(|| "Choose members first".to_owned()),
        };
        let none_is_user = chosen.with(|chosen| !chosen.iter().any(is_user));
        let role = nobody.clone().or_else(|| none_is_user.then(|| "Roles are for users, not for bots".to_owned()));
        vec![
            MenuItem::new("Make administrator", move || give("Administrator")).disabled(role.clone()),
            MenuItem::new("Make member", move || give("Member")).disabled(role),
            MenuItem::divider(),
            MenuItem::new("Remove", move || removing.set(true)).danger().disabled(nobody),
        ]
    };
    let add = move || {
        let href = ids.with_value(|(account, room)| routes::add_room_members(account, room));
        view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Add users"</ButtonLink> }.into_any()
    };
    let actions = move || {
        view! {
            <Freshness
                reading=members
                label="Refresh the members"
            />
            <Menu label="Actions" items=Signal::derive(items) />
            <Button icon=IconName::Bot on_press=move || adding_bot.set(true)>"Add bot"</Button>
            {add()}
        }
    };
    let (account, room) = ids.get_value();
    let columns = columns(&account);
    let many = move || (chosen.with(|chosen| chosen.len()) > MANY).then(|| name.get());
    view! {
        <BulkPanel working />
        <Panel title="Members" count=members.count(members.rows, selection) actions flush=true>
            <Table
                id="room-members"
                label="Members"
                columns
                rows=members.rows
                row_id=member_id
                selection
                paging
                feed=members
                empty=move || empty(add())
            />
        </Panel>
        <AddBot account room open=adding_bot />
        <Confirm
            open=removing
            title="Remove members"
            action="Remove"
            objects=names
            effect="They can no longer read or write in the room. What they wrote stays. They can be added again."
            type_to_confirm=Signal::derive(many)
            on_confirm=remove
        />
    }
    .into_any()
}
