//! InviteUsers, and what comes of invitations.

use chime_model::Operation::{GetUser, InviteUsers, ListUsers};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, list, text};
use crate::of;

#[test]
fn every_address_gets_an_invitation_and_an_email() {
    // USR-2, USR-24, G-81.
    let service = Service::new();
    let account = service.team("Acme");
    let input = json!({ "AccountId": account, "UserEmailList": ["ada@example.com", "bob@example.com"] });
    let invites = list(&service.call(InviteUsers, &input)["Invites"]);
    let mails = service.events("InvitationSent");
    let users = service.users(&account);
    for (index, email) in ["ada@example.com", "bob@example.com"].into_iter().enumerate() {
        let id = &invites[index]["InviteId"];
        let invite = json!({ "EmailAddress": email, "EmailStatus": "Sent", "Status": "Pending", "InviteId": id });
        assert_eq!(invites[index], invite);
        assert_eq!((&mails[index]["EmailAddress"], &mails[index]["InviteId"]), (&json!(email), id));
        let user = users.iter().find(|user| user["PrimaryEmail"] == email).expect("the row appears");
        assert_eq!(user["UserRegistrationStatus"], "Unregistered");
        assert_eq!(user["UserInvitationStatus"], "Pending");
        assert_eq!(user["InvitedOn"], "2020-09-13T12:26:40.000Z");
        assert_eq!((&user["RegisteredOn"], &user["UserType"]), (&Value::Null, &json!("PrivateUser")));
    }
}

#[test]
fn who_accepts_is_registered_and_has_a_pin() {
    // USR-2, F-3.
    let service = Service::new();
    let account = service.team("Acme");
    service.invite(&account, "ada@example.com");
    service.advance("2h");
    let invite = text(&service.invite(&account, "ada@example.com")["InviteId"]);
    service.advance("1h");
    let user = service.hook(&format!("invitations/{invite}/accept"), &Value::Null)["User"].clone();
    assert_eq!(service.get_user(&account, &text(&user["UserId"])), user);
    assert_eq!(user["UserRegistrationStatus"], "Registered");
    assert_eq!(user["UserInvitationStatus"], "Accepted");
    assert_eq!(user["InvitedOn"], "2020-09-13T14:26:40.000Z");
    assert_eq!(user["RegisteredOn"], "2020-09-13T15:26:40.000Z");
    assert_eq!(text(&user["PersonalPIN"]).len(), 10);
}

#[test]
fn who_is_registered_is_not_invited_again() {
    // USR-25.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.invited(&account, "ada@example.com");
    let before = service.get_user(&account, &user);
    let invite = service.invite(&account, "ADA@example.com");
    assert_eq!((&invite["EmailStatus"], &invite["Status"]), (&json!("NotSent"), &json!("Accepted")));
    assert_eq!(service.get_user(&account, &user), before);
    assert_eq!(service.events("InvitationSent").len(), 1);
}

#[test]
fn a_pending_invitation_is_sent_again() {
    // USR-25: the same user, a new invitation, and the old one is dead.
    let service = Service::new();
    let account = service.team("Acme");
    let first = text(&service.invite(&account, "ada@example.com")["InviteId"]);
    let before = service.users(&account)[0].clone();
    service.advance("3d");
    let second = text(&service.invite(&account, "ada@example.com")["InviteId"]);
    let after = service.users(&account);
    assert_ne!(first, second);
    assert_eq!((after.len(), &after[0]["UserId"]), (1, &before["UserId"]));
    assert_eq!(after[0]["InvitedOn"], "2020-09-16T12:26:40.000Z");
    assert_eq!(service.events("InvitationSent").len(), 2);
    assert_eq!(service.hook_refused(&format!("invitations/{first}/accept"), &Value::Null).0, 404);
}

#[test]
fn an_invitation_that_failed_can_be_sent_again() {
    // USR-25, F-3.
    let service = Service::new();
    let account = service.team("Acme");
    let invite = text(&service.invite(&account, "ada@example.com")["InviteId"]);
    service.hook(&format!("invitations/{invite}/fail"), &Value::Null);
    assert_eq!(service.users(&account)[0]["UserInvitationStatus"], "Failed");
    assert_eq!(service.invite(&account, "ada@example.com")["EmailStatus"], "Sent");
    assert_eq!(service.users(&account)[0]["UserInvitationStatus"], "Pending");
}

#[test]
fn a_person_of_another_account_cannot_be_invited() {
    // USR-25, ACC-23.
    let service = Service::new();
    let (acme, zenith) = (service.team("Acme"), service.team("Zenith"));
    service.user(&acme, "ada@example.com");
    let invite = service.invite(&zenith, "ada@example.com");
    assert_eq!((&invite["EmailStatus"], &invite["Status"]), (&json!("Failed"), &json!("Failed")));
    assert!(service.users(&zenith).is_empty());
    assert!(service.events("InvitationSent").is_empty());
}

#[test]
fn who_was_suspended_out_comes_back_under_the_old_id() {
    // USR-25, USR-2, USR-31.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.invited(&account, "ada@example.com");
    service.suspend(&account, &user);
    assert_eq!(service.refused(GetUser, &of(&account, &user)), "NotFound");
    service.invite(&account, "Ada@example.com");
    let pending = service.get_user(&account, &user);
    assert_eq!(pending["UserInvitationStatus"], "Pending");
    assert_eq!((&pending["UserRegistrationStatus"], &pending["RegisteredOn"]), (&json!("Unregistered"), &Value::Null));
    assert_eq!(service.invited(&account, "ada@example.com"), user);
    assert_eq!(service.get_user(&account, &user)["UserRegistrationStatus"], "Registered");
}

#[test]
fn who_left_can_join_another_account() {
    // USR-2: on as a free user; USR-25: and is then of that account.
    let service = Service::new();
    let (acme, zenith) = (service.team("Acme"), service.team("Zenith"));
    let user = service.invited(&acme, "ada@example.com");
    service.suspend(&acme, &user);
    assert_ne!(service.invited(&zenith, "ada@example.com"), user);
    assert_eq!(service.invite(&acme, "ada@example.com")["EmailStatus"], "Failed");
}

#[test]
fn the_same_address_twice_in_a_request_fails_once() {
    // G-60, USR-24.
    let service = Service::new();
    let account = service.team("Acme");
    let input = json!({ "AccountId": account, "UserEmailList": ["ada@example.com", "ADA@example.com"] });
    let invites = list(&service.call(InviteUsers, &input)["Invites"]);
    assert_eq!((&invites[0]["EmailStatus"], &invites[0]["Status"]), (&json!("Sent"), &json!("Pending")));
    assert_eq!((&invites[1]["EmailStatus"], &invites[1]["Status"]), (&json!("Failed"), &json!("Failed")));
    assert_eq!(service.users(&account).len(), 1);
}

#[test]
fn fifty_addresses_are_the_most_and_each_must_be_one() {
    // USR-24, G-61, Appendix B: the whole call fails, and nobody is invited.
    let service = Service::new();
    let account = service.team("Acme");
    let emails = |count: usize| (0..count).map(|index| format!("user{index}@example.com")).collect::<Vec<_>>();
    let input = |emails: Vec<String>| json!({ "AccountId": account, "UserEmailList": emails });
    assert_eq!(service.refused(InviteUsers, &input(emails(51))), "BadRequest");
    let one_wrong = vec!["ada@example.com".to_owned(), "nobody".to_owned()];
    assert_eq!(service.refused(InviteUsers, &input(one_wrong)), "BadRequest");
    assert!(service.users(&account).is_empty());
    assert_eq!(list(&service.call(InviteUsers, &input(emails(50)))["Invites"]).len(), 50);
    assert!(list(&service.call(InviteUsers, &input(Vec::new()))["Invites"]).is_empty());
    assert_eq!(service.refused(InviteUsers, &json!({ "AccountId": NOBODY, "UserEmailList": [] })), "NotFound");
}

#[test]
fn an_invited_device_is_a_device() {
    // USR-1, USR-24.
    let service = Service::new();
    let account = service.team("Acme");
    let input = json!({ "AccountId": account, "UserEmailList": ["room@example.com"], "UserType": "SharedDevice" });
    service.call(InviteUsers, &input);
    let devices = service.call(ListUsers, &json!({ "AccountId": account, "UserType": "SharedDevice" }));
    assert_eq!(list(&devices["Users"]).len(), 1);
}
