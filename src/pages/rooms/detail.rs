//! One room: what it is, who is in it, and the removal of messages.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::delete::DeleteRooms;
use super::members::MembersPanel;
use super::moderation::RoomModeration;
use super::room::{principal, shown_name, text};
use crate::client::{Query, query};
use crate::form::{Field, Form, Send};
use crate::frame::{Info, Known, QueryFailure, param, use_go, use_names};
use crate::pages::ask::{Ask, Deed};
use crate::pages::below_account::account_of_path;
use crate::routes::{self, AccountTab};
use crate::table::moment;
use crate::ui::*;

/// Asks for the room of the path; the frame learns its name.
pub fn ask(account: &str, id: &str) -> (Query, Signal<Option<Value>>) {
    let names = use_names();
    let input = json!({ "AccountId": account, "RoomId": id });
    let answer = query(Operation::GetRoom, move || Some(input.clone()));
    let room = Memo::new(move |_| answer.data.with(|data| data.as_ref()?.get("Room").cloned()));
    let (id, href) = (id.to_owned(), Some(routes::room(account, id)));
    Effect::new(move |_| {
        if let Some(room) = room.get() {
            let name = text(&room, "Name").to_owned();
            names.learn(Known { id: id.clone(), name, href: href.clone(), personal: true });
        }
    });
    (answer, room.into())
}

fn info() -> AnyView {
    view! {
        <Info title="A room">
            <p>
                <code>"GetRoom"</code> " gives the name and dates, " <code>"ListRoomMemberships"</code> " who is in it. "
                <code>"UpdateRoom"</code> " changes the name and nothing else."
            </p>
            <p>
                "Members are users of the account, bots, and webhooks, which no API makes. One user at a time joins with "
                <code>"CreateRoomMembership"</code> ", up to 50 with " <code>"BatchCreateRoomMembership"</code>
                ". Roles are for users: an administrator adds and removes members in the Amazon Chime client."
            </p>
            <pre class="code-block">
                <code>"aws chime list-room-memberships \\\n  --account-id ID \\\n  --room-id ROOM"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn absent(account: &str, id: String) -> AnyView {
    let href = routes::account(account, AccountTab::Rooms);
    view! {
        <PageHeader title="Room" id_text=Some(id) />
        <EmptyState
            title="There is no room with this id"
            text="It may have been deleted, or belong to another account."
            icon=IconName::Chat
        >
            <ButtonLink href>"All rooms"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

/// The page of one room.
#[component]
pub fn RoomPage() -> AnyView {
    let ((account, _), id) = (account_of_path(), param("room"));
    let (answer, room) = ask(&account, &id);
    let is_absent =
        Memo::new(move |_| answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound"))));
    let is_there = Memo::new(move |_| room.with(Option::is_some));
    (move || match () {
        () if is_absent.get() => absent(&account, id.clone()),
        () if is_there.get() => known(&account, &id, room, answer),
        () => view! {
            <PageHeader title="Room" id_text=Some(id.clone()) />
            <QueryFailure query=answer title="The room could not be loaded" />
            {move || answer.pending().then(|| view! { <Skeleton lines=6 /> })}
        }
        .into_any(),
    })
    .into_any()
}

fn known(account: &str, id: &str, room: Signal<Option<Value>>, answer: Query) -> AnyView {
    let (privacy, renaming, deleting) = (use_privacy(), RwSignal::new(false), Ask::new());
    let name = Signal::derive(move || {
        room.with(|room| room.as_ref().map(|room| shown_name(room, privacy.get()))).unwrap_or_default()
    });
    let title = Signal::derive(move || if privacy.get() { "Room".to_owned() } else { name.get() });
    view! {
        <PageHeader
            title
            id_text=Some(id.to_owned())
            reading=answer
            beside=info
        >
            <Button icon=IconName::Edit on_press=move || renaming.set(true)>"Rename"</Button>
            <Button icon=IconName::Trash on_press=move || deleting.open.set(true)>"Delete"</Button>
        </PageHeader>
        <QueryFailure query=answer title="The room could not be refreshed" />
        <div class="stack">
            {facts(room)}
            <MembersPanel account=account.to_owned() room=id.to_owned() name />
            <RoomModeration account=account.to_owned() room=id.to_owned() />
        </div>
        {rename(account, id, room, renaming)}
        {deletion(account, id, name, deleting)}
    }
    .into_any()
}

fn facts(room: Signal<Option<Value>>) -> AnyView {
    let of = move |member: &'static str| room.with(|room| room.as_ref().map(|room| room[member].clone()));
    let time = move |member| match of(member).as_ref().and_then(moment) {
        Some(ms) => view! { <Time ms absolute=true /> }.into_any(),
        None => dash(),
    };
    let creator = move || {
        let arn = of("CreatedBy").as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
        view! { <span title=arn.clone()>{principal(&arn).to_owned()}</span> }
    };
    view! {
        <Panel title="Room">
            <KeyValue>
                <Pair label="Created by">{creator}</Pair>
                <Pair label="Created">{move || time("CreatedTimestamp")}</Pair>
                <Pair label="Updated">{move || time("UpdatedTimestamp")}</Pair>
            </KeyValue>
        </Panel>
    }
    .into_any()
}

fn rename(account: &str, id: &str, room: Signal<Option<Value>>, open: RwSignal<bool>) -> AnyView {
    let (account, id, flashes) = (account.to_owned(), id.to_owned(), use_flashes());
    let form = move || {
        Form::new(Operation::UpdateRoom)
            .fixed("AccountId", account.clone())
            .fixed("RoomId", id.clone())
            .edit(room)
            .send(Send::Changed)
            .field(Field::new("Name").label("Room name").needed())
            .stale(&[Operation::GetRoom, Operation::ListRooms])
            .submit_label("Rename")
            .failed_title("The room was not renamed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The room is renamed"));
            })
            .view()
    };
    view! { <Dialog open title="Rename room">{form()}</Dialog> }.into_any()
}

fn deletion(account: &str, id: &str, name: Signal<String>, ask: Ask) -> AnyView {
    let (go, list) = (use_go(), routes::account(account, AccountTab::Rooms));
    let input = json!({ "AccountId": account, "RoomId": id });
    let delete = move || {
        let deed = Deed {
            operation: Operation::DeleteRoom,
            input: input.clone(),
            // What is asked of the room itself is asked no more: the page goes.
            stale: &[Operation::ListRooms],
            done: "The room is deleted",
            failed: "The room was not deleted",
        };
        let list = list.clone();
        ask.act(deed, move || go.to(&list));
    };
    let names = Signal::derive(move || vec![name.get()]);
    view! { <DeleteRooms open=ask.open names busy=ask.busy on_confirm=delete /> }.into_any()
}
