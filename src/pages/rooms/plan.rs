//! What is done to many rooms or members at once: in batches where there is one, else one call each.

use std::sync::Arc;

use chime_model::Operation;
use serde_json::{Value, json};

use crate::bulk::{Item, Plan, failures_in};

/// Above so many objects the name must be typed (CONSOLE-NOTES 0.3).
pub const MANY: usize = 10;
/// The most members that `BatchCreateRoomMembership` takes (ROM-15).
const CHUNK: usize = 50;

/// What a change of memberships makes stale.
pub const MEMBERS_STALE: &[Operation] = &[Operation::ListRoomMemberships, Operation::ListRooms];
/// What the end of a room makes stale.
const ROOMS_STALE: &[Operation] = &[Operation::ListRooms, Operation::GetRoom, Operation::ListRoomMemberships];

/// Deletes rooms (ROM-13).
pub fn delete_rooms(account: &str) -> Plan {
    let account = account.to_owned();
    one_by_one(Operation::DeleteRoom, ROOMS_STALE, move |id| json!({ "AccountId": account, "RoomId": id }))
}

/// Gives members a role (ROM-17).
pub fn change_role(account: &str, room: &str, role: &'static str) -> Plan {
    let (account, room) = (account.to_owned(), room.to_owned());
    one_by_one(
        Operation::UpdateRoomMembership,
        MEMBERS_STALE,
        move |id| json!({ "AccountId": account, "RoomId": room, "MemberId": id, "Role": role }),
    )
}

/// Takes members out (ROM-18).
pub fn remove_members(account: &str, room: &str) -> Plan {
    let (account, room) = (account.to_owned(), room.to_owned());
    one_by_one(
        Operation::DeleteRoomMembership,
        MEMBERS_STALE,
        move |id| json!({ "AccountId": account, "RoomId": room, "MemberId": id }),
    )
}

/// Adds members, each an item of `BatchCreateRoomMembership`; one alone goes by `CreateRoomMembership`.
pub fn add_members(account: &str, room: &str, count: usize) -> Plan {
    let (account, room) = (account.to_owned(), room.to_owned());
    let batch = count > 1;
    let input = move |items: &[Item]| {
        let mut input = json!({ "AccountId": account, "RoomId": room });
        match items {
            [one] if !batch => {
                input["MemberId"] = one.value["MemberId"].clone();
                input["Role"] = one.value["Role"].clone();
            }
            many => input["MembershipItemList"] = many.iter().map(|item| item.value.clone()).collect(),
        }
        input
    };
    Plan {
        operation: if batch { Operation::BatchCreateRoomMembership } else { Operation::CreateRoomMembership },
        chunk: if batch { CHUNK } else { 1 },
        input: Arc::new(input),
        failures: |output| failures_in(output, "Errors", "MemberId"),
        stale: MEMBERS_STALE,
        answered: None,
    }
}

fn one_by_one(
    operation: Operation,
    stale: &'static [Operation],
    input: impl Fn(&Value) -> Value + Send + Sync + 'static,
) -> Plan {
    let input = move |items: &[Item]| input(items.first().map_or(&Value::Null, |item| &item.value));
    Plan { operation, chunk: 1, input: Arc::new(input), failures: |_| Vec::new(), stale, answered: None }
}

#[cfg(test)]
mod tests {
    use chime_model::validate;

    use super::*;

    #[test]
    fn a_full_chunk_of_each_plan_is_what_its_operation_takes() {
        let plans = [delete_rooms("a"), change_role("a", "r", "Member"), remove_members("a", "r")];
        for plan in plans {
            let item = Item { id: "m".into(), label: String::new(), value: json!("m") };
            assert_eq!(validate::input(plan.operation, &(plan.input)(&[item])), [], "{}", plan.operation);
        }
        for count in [1, 120] {
            let plan = add_members("a", "r", count);
            let value = json!({ "MemberId": "m", "Role": "Member" });
            let items: Vec<Item> = (0..plan.chunk)
                .map(|n| Item { id: n.to_string(), label: String::new(), value: value.clone() })
                .collect();
            assert_eq!(validate::input(plan.operation, &(plan.input)(&items)), [], "{}", plan.operation);
        }
    }
}
