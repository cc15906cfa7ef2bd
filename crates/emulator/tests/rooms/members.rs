//! Who is in a room: ROM-2, ROM-3, ROM-14 to ROM-18.

use chime_model::Operation::{
    BatchCreateRoomMembership, CreateRoom, CreateRoomMembership, CreateUser, DeleteRoomMembership, ListRoomMemberships,
    UpdateBot, UpdateRoomMembership,
};
use serde_json::{Value, json};

use crate::Account;
use crate::harness::{NOBODY, Service, column, list, text};

#[test]
fn rom_2_a_membership_tells_who_the_member_is() {
    let account = Account::new();
    let (room, ada) = (account.room("Lobby"), account.member("ada@example.com"));
    let membership = account.service.call(CreateRoomMembership, &account.at(&room, &ada))["RoomMembership"].clone();
    assert_eq!(
        membership,
        json!({
            "RoomId": room, "InvitedBy": "arn:aws:iam::111122223333:user/emulator",
            // ROM-14.
            "Role": "Member",
            "Member": {
                "MemberId": ada, "MemberType": "User", "Email": "ada@example.com", "FullName": "ada", "AccountId": account.id,
            },
            "UpdatedTimestamp": "2020-09-13T12:26:40.000Z",
        })
    );
    let bot = account.ready_bot("Echo");
    let membership = account.service.call(CreateRoomMembership, &account.at(&room, &bot))["RoomMembership"].clone();
    assert_eq!(
        membership["Member"],
        json!({
            "MemberId": bot, "MemberType": "Bot", "Email": "Echo-chimebot@example.com", "FullName": "Echo (Bot)",
            "AccountId": account.id,
        })
    );
}

#[test]
fn rom_2_who_signs_up_under_another_name_has_it_in_rooms_too() {
    let account = Account::new();
    let input = json!({ "AccountId": account.id, "Username": "ada", "Email": "ada@example.com" });
    let ada = text(&account.service.call(CreateUser, &input)["User"]["UserId"]);
    let room = account.room("Lobby");
    account.service.call(CreateRoomMembership, &account.at(&room, &ada));
    let person = json!({ "Email": "ada@example.com", "DisplayName": "Ada Lovelace" });
    account.service.hook(&format!("accounts/{}/sign-up", account.id), &person);
    let rows = account.service.call(ListRoomMemberships, &account.of(&room));
    assert_eq!(rows["RoomMemberships"][0]["Member"]["FullName"], "Ada Lovelace");
}

#[test]
fn rom_3_a_member_is_in_a_room_once() {
    let account = Account::new();
    let (room, ada) = (account.room("Lobby"), account.member("ada@example.com"));
    account.service.call(CreateRoomMembership, &account.at(&room, &ada));
    assert_eq!(account.service.refused(CreateRoomMembership, &account.at(&room, &ada)), "Conflict");
    assert_eq!(account.members(&room), [ada]);
}

#[test]
fn rom_5_members_are_unlimited_unless_a_quota_is_set() {
    let account = Account::new();
    let room = account.room("Lobby");
    let people: Vec<_> = (0..3).map(|count| account.member(&format!("p{count}@example.com"))).collect();
    account.service.call(CreateRoomMembership, &account.at(&room, &people[0]));
    account.service.switch(&json!({ "Quotas": { "MembersPerRoom": 1, "RoomsPerAccount": 1 } }));
    // ROM-10, ROM-14: +RL.
    assert_eq!(account.service.refused(CreateRoomMembership, &account.at(&room, &people[1])), "ResourceLimitExceeded");
    let another = json!({ "AccountId": account.id, "Name": "Attic" });
    assert_eq!(account.service.refused(CreateRoom, &another), "ResourceLimitExceeded");
}

#[test]
fn rom_14_who_cannot_join() {
    let account = Account::new();
    let (room, ada) = (account.room("Lobby"), account.member("ada@example.com"));
    let refused = |member: &str| account.service.refused(CreateRoomMembership, &account.at(&room, member));
    assert_eq!(refused(NOBODY), "NotFound");
    account.service.suspend(&account.id, &ada);
    assert_eq!(refused(&ada), "Forbidden");
    // A bot without events configuration, and a stopped one.
    assert_eq!(refused(&account.bot("Mute")), "BadRequest");
    let stopped = account.ready_bot("Stopped");
    account.service.call(UpdateBot, &json!({ "AccountId": account.id, "BotId": stopped, "Disabled": true }));
    assert_eq!(refused(&stopped), "BadRequest");
    // A user of another account.
    let other = account.service.enterprise("EnterpriseLWA", &["example.org"]);
    assert_eq!(refused(&account.service.member(&other, "bob@example.org")), "NotFound");
    assert_eq!(account.members(&room), [""; 0]);
}

#[test]
fn rom_14_a_bot_cannot_be_administrator() {
    let account = Account::new();
    let (room, bot) = (account.room("Lobby"), account.ready_bot("Echo"));
    let mut input = account.at(&room, &bot);
    input["Role"] = json!("Administrator");
    assert_eq!(account.service.refused(CreateRoomMembership, &input), "BadRequest");
}

#[test]
fn bot_4_a_stopped_bot_stays_and_can_be_removed() {
    let account = Account::new();
    let (room, bot) = (account.room("Lobby"), account.ready_bot("Echo"));
    account.service.call(CreateRoomMembership, &account.at(&room, &bot));
    account.service.call(UpdateBot, &json!({ "AccountId": account.id, "BotId": bot, "Disabled": true }));
    assert_eq!(account.members(&room), std::slice::from_ref(&bot));
    account.service.call(DeleteRoomMembership, &account.at(&room, &bot));
    assert_eq!(account.members(&room), [""; 0]);
}

#[test]
fn rom_15_a_batch_tells_those_who_failed() {
    // G-60: and answers with success whatever happens.
    let account = Account::new();
    let (room, ada, bob) =
        (account.room("Lobby"), account.member("ada@example.com"), account.member("bob@example.com"));
    account.service.suspend(&account.id, &bob);
    let bot = account.ready_bot("Echo");
    let items = json!([
        { "MemberId": ada, "Role": "Administrator" }, { "MemberId": ada }, { "MemberId": NOBODY }, { "MemberId": bob },
        { "MemberId": bot, "Role": "Administrator" },
    ]);
    let mut input = account.of(&room);
    input["MembershipItemList"] = items;
    let errors = list(&account.service.call(BatchCreateRoomMembership, &input)["Errors"]);
    assert_eq!(column(&errors, "MemberId"), [ada.clone(), NOBODY.into(), bob, bot]);
    assert_eq!(column(&errors, "ErrorCode"), ["Conflict", "NotFound", "Forbidden", "BadRequest"]);
    assert!(errors.iter().all(|error| !text(&error["ErrorMessage"]).is_empty()));
    let rows = list(&account.service.call(ListRoomMemberships, &account.of(&room))["RoomMemberships"]);
    assert_eq!((rows.len(), &rows[0]["Role"]), (1, &json!("Administrator")));
    let mut input = account.of(&room);
    input["MembershipItemList"] = json!([]);
    assert_eq!(account.service.call(BatchCreateRoomMembership, &input), json!({ "Errors": [] }));
}

#[test]
fn rom_15_a_batch_has_50_items_with_ids() {
    // G-61, Appendix B.
    let account = Account::new();
    let (room, ada) = (account.room("Lobby"), account.member("ada@example.com"));
    for items in [json!(vec![json!({ "MemberId": NOBODY }); 51]), json!([{ "MemberId": ada }, { "Role": "Member" }])] {
        let mut input = account.of(&room);
        input["MembershipItemList"] = items;
        assert_eq!(account.service.refused(BatchCreateRoomMembership, &input), "BadRequest");
    }
    assert_eq!(account.members(&room), [""; 0]);
    let mut input = account.of(&room);
    input["MembershipItemList"] = json!(vec![json!({ "MemberId": NOBODY }); 50]);
    assert_eq!(list(&account.service.call(BatchCreateRoomMembership, &input)["Errors"]).len(), 50);
}

#[test]
fn rom_16_members_are_listed_as_they_came() {
    // G-42.
    let account = Account::new();
    let room = account.room("Lobby");
    let people: Vec<_> = ["cem", "ada", "bob"].map(|name| account.member(&format!("{name}@example.com"))).into();
    for person in &people {
        account.service.advance("1s");
        account.service.call(CreateRoomMembership, &account.at(&room, person));
    }
    assert_eq!(account.members(&room), people);
    let mut input = account.of(&room);
    input["MaxResults"] = json!(2);
    let first = account.service.call(ListRoomMemberships, &input);
    assert_eq!(list(&first["RoomMemberships"]).len(), 2);
    input["NextToken"] = first["NextToken"].clone();
    let second = account.service.call(ListRoomMemberships, &input);
    assert_eq!(second["RoomMemberships"][0]["Member"]["MemberId"], json!(people[2]));
    assert_eq!(second["NextToken"], Value::Null);
}

#[test]
fn rom_17_users_change_roles_and_bots_do_not() {
    let account = Account::new();
    let (room, ada, bot) = (account.room("Lobby"), account.member("ada@example.com"), account.ready_bot("Echo"));
    for member in [&ada, &bot] {
        account.service.call(CreateRoomMembership, &account.at(&room, member));
    }
    account.service.advance("1h");
    let unchanged = account.service.call(UpdateRoomMembership, &account.at(&room, &ada))["RoomMembership"].clone();
    assert_eq!(
        (&unchanged["Role"], &unchanged["UpdatedTimestamp"]),
        (&json!("Member"), &json!("2020-09-13T12:26:40.000Z"))
    );
    let with_role = |member: &str| {
        let mut input = account.at(&room, member);
        input["Role"] = json!("Administrator");
        input
    };
    let changed = account.service.call(UpdateRoomMembership, &with_role(&ada))["RoomMembership"].clone();
    assert_eq!(
        (&changed["Role"], &changed["UpdatedTimestamp"]),
        (&json!("Administrator"), &json!("2020-09-13T13:26:40.000Z"))
    );
    assert_eq!(account.service.refused(UpdateRoomMembership, &with_role(&bot)), "BadRequest");
    assert_eq!(account.service.refused(UpdateRoomMembership, &with_role(NOBODY)), "NotFound");
}

#[test]
fn rom_18_even_the_last_administrator_may_go_but_only_once() {
    let account = Account::new();
    let (room, ada) = (account.room("Lobby"), account.member("ada@example.com"));
    let mut input = account.at(&room, &ada);
    input["Role"] = json!("Administrator");
    account.service.call(CreateRoomMembership, &input);
    account.service.call(DeleteRoomMembership, &account.at(&room, &ada));
    assert_eq!(account.members(&room), [""; 0]);
    assert_eq!(account.rooms(Some(&ada)), [""; 0]);
    assert_eq!(account.service.refused(DeleteRoomMembership, &account.at(&room, &ada)), "NotFound");
}

#[test]
fn usr_30_a_suspended_user_stays_in_rooms() {
    let account = Account::new();
    let (room, ada) = (account.room("Lobby"), account.member("ada@example.com"));
    account.service.call(CreateRoomMembership, &account.at(&room, &ada));
    account.service.suspend(&account.id, &ada);
    assert_eq!(account.members(&room), [ada]);
}

#[test]
fn usr_31_who_leaves_a_team_account_leaves_its_rooms() {
    let service = Service::new();
    service.switch(&json!({ "Lenient": true }));
    let id = service.team("Acme");
    let account = Account { service, id };
    let (room, ada) = (account.room("Lobby"), account.service.invited(&account.id, "ada@example.com"));
    account.service.call(CreateRoomMembership, &account.at(&room, &ada));
    account.service.suspend(&account.id, &ada);
    assert_eq!(account.members(&room), [""; 0]);
}
