//! The chat rooms of an account.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::types::Account;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::delete::DeleteRooms;
use super::member_filter::{MEMBER, MemberFilter};
use super::plan;
use super::room::{principal, room_id, shown_name, text};
use crate::bulk::Item;
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::pages::working::{BulkPanel, Working};
use crate::routes;
use crate::table::{Column, Paging, Selection, Table, UrlQuery};
use crate::ui::*;

fn ask(account: String, url: UrlQuery, paging: Paging) -> Listing {
    Listing::new(
        Operation::ListRooms,
        paging,
        "The rooms could not be loaded",
        move || json!({ "AccountId": account, "MemberId": url.get(MEMBER) }),
    )
}

fn columns(account: &str) -> Vec<Column> {
    let account = account.to_owned();
    vec![
        Column::member("Name", "Name").link(move |row| routes::room(&account, &room_id(row))).personal().width(240),
        Column::new("CreatedBy", "Created by", |row| principal(text(row, "CreatedBy")).to_owned()).width(150),
        Column::time("CreatedTimestamp", "Created"),
        Column::time("UpdatedTimestamp", "Updated"),
        Column::id("RoomId", "Room id"),
    ]
}

fn info() -> AnyView {
    view! {
        <Info title="Rooms">
            <p>
                <code>"ListRooms"</code> " gives the rooms of an Enterprise account in pages. With a "
                <code>"MemberId"</code> " it gives only those that a user or bot is in."
            </p>
            <p>
                "A room has a name and members, and that is all that the API tells: messages cannot be read with it, "
                "only removed one by one, with " <code>"RedactRoomMessage"</code> "."
            </p>
            <pre class="code-block">
                <code>"aws chime list-rooms \\\n  --account-id ID \\\n  --member-id USER-OR-BOT-ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn create(account: &str) -> AnyView {
    let href = routes::create_room(account);
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Create room"</ButtonLink> }.into_any()
}

fn empty(account: &str, of_a_member: bool) -> AnyView {
    if of_a_member {
        let text = "The member is in no room of this account.";
        return view! { <EmptyState title="No room is found" text icon=IconName::Search /> }.into_any();
    }
    let text = "In a room, users of the account and bots chat with each other.";
    let create = create(account);
    view! { <EmptyState title="No rooms" text icon=IconName::Chat>{create}</EmptyState> }.into_any()
}

/// The rooms of `account`, and what can be done to them.
#[component]
pub fn RoomsTab(account: Signal<Account>) -> AnyView {
    let id = StoredValue::new(account.with_untracked(|account| account.account_id.clone()));
    let (url, selection, privacy) = (UrlQuery::new(), Selection::multi(), use_privacy());
    let paging = Paging::new("rooms", &[25, 50, 99], 50);
    let rooms = ask(id.get_value(), url, paging);
    let (working, deleting) = (Working::new(), RwSignal::new(false));
    let chosen = Signal::from(Memo::new(move |_| Arc::new(rooms.rows.with(|rows| selection.rows(rows, room_id)))));
    let names = move || {
        let masked = privacy.get();
        chosen.with(|rooms: &Arc<Vec<Value>>| rooms.iter().map(|room| shown_name(room, masked)).collect())
    };
    let names: Signal<Vec<String>> = Signal::derive(names);
    let delete = move || {
        let item = |(room, label): (&Value, String)| Item { id: room_id(room), label, value: json!(room_id(room)) };
        let items = chosen.with_untracked(|rooms| rooms.iter().zip(names.get_untracked()).map(item).collect());
        deleting.set(false);
        working.start(plan::delete_rooms(&id.get_value()), items, "Deleting rooms");
    };
    let href = move || {
        chosen.with(|rooms| rooms.first().map(|room| routes::room(&id.get_value(), &room_id(room))).unwrap_or_default())
    };
    let one = move || (chosen.with(|rooms| rooms.len()) != 1).then(|| "Choose one room".to_owned());
    let none = move || match () {
        () if working.running() => Some("Wait until the work under way is done".to_owned()),
        () => chosen.with(|rooms| rooms.is_empty()).then(|| "Choose rooms first".to_owned()),
    };
    let actions = move || {
        view! {
            <Freshness
                reading=rooms
                label="Refresh the rooms"
            />
            {info()}
            <ButtonLink href=Signal::derive(href) disabled_reason=Signal::derive(one)>"View"</ButtonLink>
            <Button on_press=move || deleting.set(true) disabled_reason=Signal::derive(none)>"Delete"</Button>
            {create(&id.get_value())}
        }
    };
    view! {
        <BulkPanel working />
        <Panel title="Rooms" count=rooms.count(rooms.rows, selection) actions flush=true>
            <Table
                id="rooms"
                label="Rooms"
                columns=columns(&id.get_value())
                rows=rooms.rows
                row_id=room_id
                selection
                paging
                feed=rooms
                server_filters=move || view! { <MemberFilter account=id.get_value() url /> }
                empty=move || empty(&id.get_value(), url.get(MEMBER).is_some())
            />
        </Panel>
        <DeleteRooms
            open=deleting
            names
            account_name=Signal::derive(move || account.with(|account| account.name.clone()))
            on_confirm=delete
        />
    }
    .into_any()
}
