//! The form for a new room.

use chime_model::Operation;
use leptos::prelude::*;

use crate::form::{Field, Form};
use crate::frame::{Info, use_go};
use crate::pages::below_account::account_of_path;
use crate::routes::{self, AccountTab};
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="A new room">
            <p>
                <code>"CreateRoom"</code> " takes a name. Names need not be unique. The new room is empty: whoever calls the "
                "API is an IAM principal, not a user, and is no member of it."
            </p>
            <pre class="code-block">
                <code>"aws chime create-room \\\n  --account-id ID \\\n  --name \"Front desk\""</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// Asks for a name and goes to the new room, where members are added.
#[component]
pub fn CreateRoom() -> AnyView {
    let (account, _) = account_of_path();
    let (flashes, go) = (use_flashes(), use_go());
    let list = routes::account(&account, AccountTab::Rooms);
    let form = Form::new(Operation::CreateRoom)
        .fixed("AccountId", account.clone())
        .field(Field::new("Name").label("Room name").help("What its members see. It can be changed later."))
        .stale(&[Operation::ListRooms])
        .submit_label("Create room")
        .failed_title("The room was not created")
        .cancel(list.clone())
        .on_success(move |output| {
            let Some(room) = output["Room"]["RoomId"].as_str() else { return go.to(&list) };
            flashes.show(Flash::success("The room is created. Add its members now"));
            go.to(&routes::room(&account, room));
        });
    view! {
        <PageHeader title="Create room" beside=info />
        <Panel title="Room">{form.view()}</Panel>
    }
    .into_any()
}
