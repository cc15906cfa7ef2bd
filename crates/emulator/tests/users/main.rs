//! Users: USR-1 to USR-38, and what section 1 says of them.

mod batches;
#[path = "../harness/mod.rs"]
mod harness;
mod invitations;
mod lists;
mod phone_numbers;
#[path = "../support/mod.rs"]
mod support;
mod suspension;

use chime_model::Operation::{
    CreateUser, GetUser, GetUserSettings, ListUsers, LogoutUser, ResetPersonalPIN, UpdateAccount, UpdateUser,
    UpdateUserSettings,
};
use harness::{NOBODY, Service, text};
use serde_json::{Value, json};

fn of(account: &str, user: &str) -> Value {
    json!({ "AccountId": account, "UserId": user })
}

#[test]
fn a_shared_device_is_registered_at_once() {
    // USR-1, USR-4, USR-5, USR-9, USR-20, G-20, G-30, G-31: every member of the type, and no other.
    let service = Service::new();
    let account = service.team("Acme");
    let input = json!({ "AccountId": account, "Email": "roomdevice@example.com", "UserType": "SharedDevice" });
    let user = service.call(CreateUser, &input)["User"].clone();
    assert_eq!(
        user,
        json!({
            "UserId": user["UserId"], "AccountId": account, "PrimaryEmail": "roomdevice@example.com",
            "DisplayName": "roomdevice", "LicenseType": "Pro", "UserType": "SharedDevice",
            "UserRegistrationStatus": "Registered", "RegisteredOn": "2020-09-13T12:26:40.000Z",
            "UserInvitationStatus": null, "InvitedOn": null, "PersonalPIN": null, "PrimaryProvisionedNumber": null,
            "AlexaForBusinessMetadata": { "IsAlexaForBusinessEnabled": false, "AlexaForBusinessRoomArn": null },
        })
    );
    assert_eq!(text(&user["UserId"]).len(), 36);
    assert_eq!(service.get_user(&account, &text(&user["UserId"])), user);
}

#[test]
fn a_private_user_waits_for_registration() {
    // USR-20: the default type.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.get_user(&account, &service.user(&account, "ada@example.com"));
    assert_eq!(user["UserType"], "PrivateUser");
    assert_eq!(user["UserRegistrationStatus"], "Unregistered");
    assert_eq!((&user["UserInvitationStatus"], &user["RegisteredOn"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_user_needs_an_email_or_a_name() {
    // USR-20, USR-9, G-13 step 3.
    let service = Service::new();
    let account = service.team("Acme");
    for nobody in [json!({}), json!({ "Username": " " }), json!({ "Email": "no address" })] {
        let mut input = nobody;
        input["AccountId"] = account.clone().into();
        assert_eq!(service.refused(CreateUser, &input), "BadRequest", "{input}");
    }
    let named = |email: Value| {
        let input = json!({ "AccountId": account, "Username": "Ada Lovelace", "Email": email });
        service.call(CreateUser, &input)["User"].clone()
    };
    assert_eq!(named(Value::Null)["DisplayName"], "Ada Lovelace");
    let both = named(json!("ada@example.com"));
    assert_eq!((&both["DisplayName"], &both["PrimaryEmail"]), (&json!("Ada Lovelace"), &json!("ada@example.com")));
}

#[test]
fn an_email_belongs_to_one_user_of_the_aws_account() {
    // USR-21, ACC-23: in whatever case, in whichever account.
    let service = Service::new();
    let (acme, zenith) = (service.team("Acme"), service.team("Zenith"));
    service.user(&acme, "ada@example.com");
    for account in [&acme, &zenith] {
        let input = json!({ "AccountId": account, "Email": "ADA@example.com" });
        let error = service.error(CreateUser, &input);
        assert_eq!((error.status, error.exception.as_str()), (409, "ConflictException"));
    }
    assert!(service.users(&zenith).is_empty());
}

#[test]
fn a_user_is_found_in_its_own_account_only() {
    // ACC-7, USR-22, G-13 step 4.
    let service = Service::new();
    let (acme, zenith) = (service.team("Acme"), service.team("Zenith"));
    let user = service.user(&acme, "ada@example.com");
    let settings = json!({ "Telephony": { "InboundCalling": true, "OutboundCalling": true, "SMS": true } });
    for (account, user) in [(zenith.as_str(), user.as_str()), (NOBODY, &user), (&acme, NOBODY)] {
        for operation in [GetUser, UpdateUser, LogoutUser, ResetPersonalPIN, GetUserSettings] {
            assert_eq!(service.refused(operation, &of(account, user)), "NotFound", "{operation}");
        }
        let mut input = of(account, user);
        input["UserSettings"] = settings.clone();
        assert_eq!(service.refused(UpdateUserSettings, &input), "NotFound");
    }
    for operation in [CreateUser, ListUsers] {
        assert_eq!(service.refused(operation, &json!({ "AccountId": NOBODY, "Username": "Ada" })), "NotFound");
    }
}

#[test]
fn a_license_must_be_one_that_the_account_supports() {
    // USR-26, USR-27: the answer is the whole user, without the PIN (USR-5).
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.invited(&account, "ada@example.com");
    let change = |license: &str| json!({ "AccountId": account, "UserId": user, "LicenseType": license });
    let mut changed = service.call(UpdateUser, &change("Basic"))["User"].clone();
    assert_eq!((&changed["LicenseType"], &changed["PersonalPIN"]), (&json!("Basic"), &Value::Null));
    assert_eq!(service.refused(UpdateUser, &change("ProTrial")), "BadRequest");
    let seen = service.get_user(&account, &user);
    changed["PersonalPIN"] = seen["PersonalPIN"].clone();
    assert_eq!(seen, changed);
}

#[test]
fn a_user_keeps_its_type_and_takes_alexa_metadata() {
    // USR-26.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    let change = |members: Value| {
        let mut input = members;
        (input["AccountId"], input["UserId"]) = (account.clone().into(), user.clone().into());
        input
    };
    assert_eq!(service.refused(UpdateUser, &change(json!({ "UserType": "SharedDevice" }))), "BadRequest");
    service.call(UpdateUser, &change(json!({ "UserType": "PrivateUser" })));
    let alexa = json!({ "IsAlexaForBusinessEnabled": true, "AlexaForBusinessRoomArn": "arn:aws:a4b:room" });
    service.call(UpdateUser, &change(json!({ "AlexaForBusinessMetadata": alexa })));
    assert_eq!(service.get_user(&account, &user)["AlexaForBusinessMetadata"], alexa);
}

#[test]
fn users_to_come_get_the_new_default_license() {
    // USR-4, ACC-24: also those who are invited.
    let service = Service::new();
    let account = service.team("Acme");
    service.call(UpdateAccount, &json!({ "AccountId": account, "DefaultLicense": "Basic" }));
    service.invite(&account, "ada@example.com");
    assert_eq!(service.users(&account)[0]["LicenseType"], "Basic");
}

#[test]
fn signing_out_changes_nothing_but_is_told() {
    // USR-33, G-7, G-81.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.invited(&account, "ada@example.com");
    let before = service.get_user(&account, &user);
    service.call(LogoutUser, &of(&account, &user));
    assert_eq!(service.get_user(&account, &user), before);
    assert_eq!(service.events("UserSignedOut"), [of(&account, &user)]);
}

#[test]
fn a_new_pin_has_ten_digits_and_replaces_the_old() {
    // USR-34, USR-5: only GetUser and ResetPersonalPIN show it.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    assert_eq!(service.get_user(&account, &user)["PersonalPIN"], Value::Null);
    let reset = || text(&service.call(ResetPersonalPIN, &of(&account, &user))["User"]["PersonalPIN"]);
    let (first, second) = (reset(), reset());
    assert!(first.len() == 10 && first.bytes().all(|digit| digit.is_ascii_digit()), "{first}");
    assert_ne!(first, second);
    assert_eq!(service.get_user(&account, &user)["PersonalPIN"], second);
    assert_eq!(service.users(&account)[0]["PersonalPIN"], Value::Null);
}

#[test]
fn calling_rights_start_off_and_are_set_together() {
    // USR-7, USR-35, G-7: without a number, too.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    let settings = || service.call(GetUserSettings, &of(&account, &user))["UserSettings"].clone();
    let set = |telephony: Value| {
        let mut input = of(&account, &user);
        input["UserSettings"] = json!({ "Telephony": telephony });
        service.answer(UpdateUserSettings, &input).0
    };
    assert_eq!(settings()["Telephony"], json!({ "InboundCalling": false, "OutboundCalling": false, "SMS": false }));
    assert_eq!(set(json!({ "InboundCalling": true, "OutboundCalling": true })), 400);
    assert_eq!(set(json!({ "InboundCalling": true, "OutboundCalling": false, "SMS": true })), 204);
    assert_eq!(settings(), json!({ "Telephony": { "InboundCalling": true, "OutboundCalling": false, "SMS": true } }));
}

#[test]
fn no_operation_deletes_a_user() {
    // USR-8.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    let (status, answer) = service.machine.ask("DELETE", &format!("/accounts/{account}/users/{user}"), &Value::Null);
    assert_eq!((status, &answer["Code"]), (404, &json!("NotFound")));
    service.get_user(&account, &user);
}
