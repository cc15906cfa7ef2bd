//! Rooms themselves: ROM-1, ROM-4, ROM-5, ROM-10 to ROM-13.

use chime_model::Operation::{
    CreateRoom, CreateRoomMembership, DeleteAccount, DeleteRoom, GetRoom, ListRoomMemberships, ListRooms, UpdateRoom,
};
use serde_json::{Value, json};

use crate::Account;
use crate::harness::{NOBODY, Service, column, list, text};

#[test]
fn rom_1_a_room_tells_its_account_its_maker_and_its_times() {
    let account = Account::new();
    let id = account.room("Lobby");
    let room = account.service.call(GetRoom, &account.of(&id))["Room"].clone();
    assert_eq!(
        room,
        json!({
            "RoomId": id, "Name": "Lobby", "AccountId": account.id,
            "CreatedBy": "arn:aws:iam::111122223333:user/emulator",
            "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "UpdatedTimestamp": "2020-09-13T12:26:40.000Z",
        })
    );
    // ROM-3: the maker is no member.
    assert_eq!(account.members(&id), [""; 0]);
}

#[test]
fn rom_1_rooms_are_for_enterprise_accounts() {
    // ACC-8, ACC-9.
    let service = Service::new();
    let team = service.team("Acme");
    let room = json!({ "AccountId": team, "Name": "Lobby" });
    assert_eq!(service.refused(CreateRoom, &room), "Forbidden");
    assert_eq!(service.refused(ListRooms, &json!({ "AccountId": team })), "Forbidden");
    service.switch(&json!({ "Lenient": true }));
    service.call(CreateRoom, &room);
}

#[test]
fn acc_7_a_room_is_found_through_its_own_account_only() {
    let account = Account::new();
    let room = account.room("Lobby");
    let other = account.service.enterprise("EnterpriseOIDC", &[]);
    for operation in [GetRoom, UpdateRoom, DeleteRoom, ListRoomMemberships] {
        let input = json!({ "AccountId": other, "RoomId": room });
        assert_eq!(account.service.refused(operation, &input), "NotFound", "{operation}");
        let input = json!({ "AccountId": NOBODY, "RoomId": room });
        assert_eq!(account.service.refused(operation, &input), "NotFound", "{operation}");
    }
}

#[test]
fn rom_4_rom_13_a_deleted_room_takes_everything_with_it() {
    let account = Account::new();
    let (room, ada) = (account.room("Lobby"), account.member("ada@example.com"));
    account.service.call(CreateRoomMembership, &account.at(&room, &ada));
    let messages = format!("accounts/{}/rooms/{room}/messages", account.id);
    account.service.hook(&messages, &json!({ "Content": "Hello" }));
    account.service.call(DeleteRoom, &account.of(&room));
    for operation in [GetRoom, DeleteRoom, ListRoomMemberships, UpdateRoom] {
        assert_eq!(account.service.refused(operation, &account.of(&room)), "NotFound", "{operation}");
    }
    assert_eq!(account.rooms(Some(&ada)), [""; 0]);
    let read = account.service.machine.done("GET", &format!("/_emulator/hooks/{messages}"), &Value::Null);
    assert_eq!(read["Messages"], json!([]));
}

#[test]
fn rom_5_names_have_1_to_128_characters_and_may_repeat() {
    let account = Account::new();
    for name in [String::new(), "ü".repeat(129)] {
        let input = json!({ "AccountId": account.id, "Name": name });
        assert_eq!(account.service.refused(CreateRoom, &input), "BadRequest");
    }
    account.room(&"ü".repeat(128));
    assert_ne!(account.room("Lobby"), account.room("Lobby"));
    assert_eq!(account.rooms(None).len(), 3);
}

#[test]
fn rom_10_a_repeated_token_makes_no_second_room() {
    // G-50, G-51.
    let account = Account::new();
    let create = |name: &str| json!({ "AccountId": account.id, "Name": name, "ClientRequestToken": "token-1" });
    let first = account.service.call(CreateRoom, &create("Lobby"));
    assert_eq!(account.service.call(CreateRoom, &create("Lobby")), first);
    assert_eq!(account.rooms(None), ["Lobby"]);
    // Conflict is not declared.
    assert_eq!(account.service.refused(CreateRoom, &create("Attic")), "BadRequest");
    // Another account is another parent.
    let other = account.service.enterprise("EnterpriseOIDC", &[]);
    let elsewhere = json!({ "AccountId": other, "Name": "Lobby", "ClientRequestToken": "token-1" });
    assert_ne!(account.service.call(CreateRoom, &elsewhere)["Room"]["RoomId"], first["Room"]["RoomId"]);
}

#[test]
fn rom_10_a_token_is_forgotten_after_a_day_or_with_its_room() {
    let account = Account::new();
    let create = |name: &str| json!({ "AccountId": account.id, "Name": name, "ClientRequestToken": "token-1" });
    let id = |name: &str| text(&account.service.call(CreateRoom, &create(name))["Room"]["RoomId"]);
    let first = id("Lobby");
    account.service.call(DeleteRoom, &account.of(&first));
    let second = id("Attic");
    assert_ne!(first, second);
    account.service.advance("86399s");
    assert_eq!(id("Attic"), second);
    account.service.advance("1s");
    assert_ne!(id("Cellar"), second);
}

#[test]
fn rom_11_only_the_name_of_a_room_changes() {
    let account = Account::new();
    let room = account.room("Lobby");
    account.service.advance("1h");
    let before = account.service.call(UpdateRoom, &account.of(&room));
    assert_eq!(before["Room"]["UpdatedTimestamp"], "2020-09-13T12:26:40.000Z");
    let input = json!({ "AccountId": account.id, "RoomId": room, "Name": "Hall" });
    let after = account.service.call(UpdateRoom, &input);
    let mut expected = before["Room"].clone();
    (expected["Name"], expected["UpdatedTimestamp"]) = (json!("Hall"), json!("2020-09-13T13:26:40.000Z"));
    assert_eq!(after["Room"], expected);
    assert_eq!(account.service.call(GetRoom, &account.of(&room))["Room"], expected);
    let input = json!({ "AccountId": account.id, "RoomId": room, "Name": "" });
    assert_eq!(account.service.refused(UpdateRoom, &input), "BadRequest");
}

#[test]
fn rom_12_rooms_are_listed_by_member_in_the_order_of_their_creation() {
    let account = Account::new();
    let ada = account.member("ada@example.com");
    let rooms: Vec<_> = ["A", "B", "C"]
        .map(|name| {
            account.service.advance("1s");
            account.room(name)
        })
        .into();
    for room in [&rooms[2], &rooms[0]] {
        account.service.advance("1s");
        account.service.call(CreateRoomMembership, &account.at(room, &ada));
    }
    assert_eq!(account.rooms(None), ["A", "B", "C"]);
    assert_eq!(account.rooms(Some(&ada)), ["A", "C"]);
    assert_eq!(account.rooms(Some(NOBODY)), [""; 0]);
}

#[test]
fn rom_12_both_lists_page() {
    // G-40, G-43.
    let account = Account::new();
    let ada = account.member("ada@example.com");
    for name in ["A", "B", "C"] {
        account.service.advance("1s");
        account.service.call(CreateRoomMembership, &account.at(&account.room(name), &ada));
    }
    for member in [None, Some(&ada)] {
        let page = |token: &Value| {
            let input = json!({ "AccountId": account.id, "MemberId": member, "MaxResults": 2, "NextToken": token });
            account.service.call(ListRooms, &input)
        };
        let first = page(&Value::Null);
        assert_eq!(column(&list(&first["Rooms"]), "Name"), ["A", "B"]);
        let second = page(&first["NextToken"]);
        assert_eq!(column(&list(&second["Rooms"]), "Name"), ["C"]);
        assert_eq!(second["NextToken"], Value::Null);
        let changed = json!({ "AccountId": account.id, "MemberId": NOBODY, "NextToken": first["NextToken"] });
        assert_eq!(account.service.refused(ListRooms, &changed), "BadRequest");
    }
    let input = json!({ "AccountId": account.id, "MaxResults": 100 });
    assert_eq!(account.service.refused(ListRooms, &input), "BadRequest");
}

#[test]
fn acc_27_rooms_are_out_of_reach_while_their_account_is_disabled() {
    // ACC-11; Appendix D: gone with the account.
    let account = Account::new();
    let room = account.room("Lobby");
    account.service.hook(&format!("accounts/{}/release-domains", account.id), &Value::Null);
    account.service.call(DeleteAccount, &json!({ "AccountId": account.id }));
    for operation in [GetRoom, UpdateRoom, DeleteRoom, ListRoomMemberships] {
        assert_eq!(account.service.refused(operation, &account.of(&room)), "Forbidden", "{operation}");
    }
    account.service.advance("90d");
    assert_eq!(account.service.refused(GetRoom, &account.of(&room)), "NotFound");
    let snapshot = account.service.machine.done("GET", "/_emulator/snapshot", &Value::Null).to_string();
    assert!(!snapshot.contains(&room), "nothing of the account is left");
}
