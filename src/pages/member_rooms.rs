//! The rooms that a user or a bot is in: a panel of the page of either.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::listing::Listing;
use crate::routes::{self, AccountTab};
use crate::table::{Column, Paging, Table};
use crate::ui::*;

fn row_id(row: &Value) -> String {
    row["RoomId"].as_str().unwrap_or_default().to_owned()
}

/// The rooms of `account` that `member` is in.
#[component]
pub(crate) fn MemberRooms(account: String, member: String) -> AnyView {
    let (id, paging) = (account.clone(), Paging::new("member-rooms", &[25, 50, 99], 25));
    let rooms = Listing::new(
        Operation::ListRooms,
        paging,
        "The rooms could not be loaded",
        move || json!({ "AccountId": id, "MemberId": member }),
    );
    let (list, href) = (routes::account(&account, AccountTab::Rooms), account);
    let columns = vec![
        Column::member("Name", "Name").link(move |row| routes::room(&href, &row_id(row))).personal().width(260),
        Column::time("CreatedTimestamp", "Created"),
        Column::time("UpdatedTimestamp", "Updated"),
        Column::id("RoomId", "Room id").hidden(),
    ];
    let empty = move || {
        let href = list.clone();
        view! {
            <EmptyState title="In no room" text="Members are added on the page of a room." icon=IconName::Chat>
                <ButtonLink href>"All rooms"</ButtonLink>
            </EmptyState>
        }
        .into_any()
    };
    view! {
        <Panel title="Rooms" flush=true>
            <Table
                id="member-rooms"
                label="Rooms of this member"
                columns
                rows=rooms.rows
                row_id
                paging
                feed=rooms
                empty
            />
        </Panel>
    }
    .into_any()
}
