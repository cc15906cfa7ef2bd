//! Accounts: ACC-1 to ACC-29, and what section 1 says of them.

#[path = "../harness/mod.rs"]
mod harness;
mod lifecycle;
mod lists;
#[path = "../support/mod.rs"]
mod support;

use chime_emulator::Options;
use chime_model::Operation::{
    CreateAccount, GetAccount, GetAccountSettings, InviteUsers, ListAccounts, ListUsers, UpdateAccount,
    UpdateAccountSettings,
};
use harness::{NOBODY, Service, column, list, text};
use serde_json::{Value, json};
use support::Machine;

fn named(service: &Service, filter: &Value) -> Vec<String> {
    column(&list(&service.call(ListAccounts, filter)["Accounts"]), "Name")
}

fn of(account: &str) -> Value {
    json!({ "AccountId": account })
}

#[test]
fn a_new_account_has_the_documented_defaults() {
    // ACC-1, ACC-3, ACC-4, ACC-20, G-20, G-31.
    let service = Service::new();
    let account = service.call(CreateAccount, &json!({ "Name": "Acme" }))["Account"].clone();
    assert_eq!(
        account,
        json!({
            "AccountId": account["AccountId"], "AwsAccountId": "111122223333", "Name": "Acme", "AccountType": "Team",
            "AccountStatus": "Active", "CreatedTimestamp": "2020-09-13T12:26:40.000Z", "DefaultLicense": "Pro",
            "SupportedLicenses": ["Basic", "Pro"], "SigninDelegateGroups": [],
        })
    );
    assert_eq!(text(&account["AccountId"]).len(), 36);
    assert_eq!(service.account(&text(&account["AccountId"])), account);
}

#[test]
fn the_same_name_makes_another_account() {
    // ACC-5, ACC-20, G-42: a row behind it, not in its place.
    let service = Service::new();
    assert_ne!(service.team("Acme"), service.team("Acme"));
    assert_eq!(named(&service, &json!({})), ["Acme", "Acme"]);
}

#[test]
fn a_name_has_1_to_100_characters_that_are_not_all_blank() {
    // ACC-5, G-13 step 3.
    let service = Service::new();
    for name in [json!(""), json!("   "), json!("x".repeat(101)), json!(7), Value::Null] {
        assert_eq!(service.refused(CreateAccount, &json!({ "Name": name })), "BadRequest", "{name}");
    }
    service.team(&"x".repeat(100));
}

#[test]
fn members_that_the_api_does_not_know_are_ignored() {
    // G-34.
    let service = Service::new();
    let (status, _) = service.machine.ask("POST", "/accounts", &json!({ "Name": "Acme", "Owner": "Ada" }));
    assert_eq!(status, 201);
}

#[test]
fn an_account_of_nobody_or_of_another_aws_account_is_not_found() {
    // ACC-1, ACC-21, ACC-7.
    let service = Service::new();
    let account = service.team("Acme");
    assert_eq!(service.refused(GetAccount, &of(NOBODY)), "NotFound");
    let snapshot = service.machine.done("GET", "/_emulator/snapshot", &Value::Null);
    let mut other = Options { allow_unsigned: true, ..Options::default() };
    other.access_keys[0].account_id = "999900001111".to_owned();
    let other = Service { machine: Machine::with(other) };
    other.machine.done("PUT", "/_emulator/snapshot", &snapshot);
    assert_eq!(other.refused(GetAccount, &of(&account)), "NotFound");
    assert_eq!(other.refused(ListUsers, &of(&account)), "NotFound");
    assert!(named(&other, &json!({})).is_empty());
}

#[test]
fn name_and_default_license_can_change() {
    // ACC-24.
    let service = Service::new();
    let account = service.team("Acme");
    let before = service.user(&account, "before@example.com");
    let change =
        json!({ "AccountId": account, "Name": "Zenith", "DefaultLicense": "Basic", "AccountType": "EnterpriseLWA" });
    let changed = service.call(UpdateAccount, &change)["Account"].clone();
    assert_eq!(changed["Name"], "Zenith");
    assert_eq!(changed["DefaultLicense"], "Basic");
    assert_eq!(changed["AccountType"], "Team");
    let after = service.user(&account, "after@example.com");
    assert_eq!(service.get_user(&account, &before)["LicenseType"], "Pro");
    assert_eq!(service.get_user(&account, &after)["LicenseType"], "Basic");
    assert_eq!(service.call(UpdateAccount, &of(&account))["Account"], changed);
}

#[test]
fn the_default_license_must_be_a_supported_one() {
    // ACC-24, ACC-2.
    let service = Service::new();
    let account = service.team("Acme");
    let license = |license: &str| json!({ "AccountId": account, "DefaultLicense": license, "Name": "Zenith" });
    assert_eq!(service.refused(UpdateAccount, &license("Plus")), "BadRequest");
    assert_eq!(service.refused(UpdateAccount, &license("Gold")), "BadRequest");
    assert_eq!(service.account(&account)["Name"], "Acme");
}

#[test]
fn policies_start_off_and_change_one_by_one() {
    // ACC-6, ACC-28, ACC-29, G-7.
    let service = Service::new();
    let account = service.team("Acme");
    let settings = || service.call(GetAccountSettings, &of(&account))["AccountSettings"].clone();
    let set = |settings: Value| {
        service.call(UpdateAccountSettings, &json!({ "AccountId": account, "AccountSettings": settings }))
    };
    assert_eq!(settings(), json!({ "DisableRemoteControl": false, "EnableDialOut": false }));
    set(json!({ "EnableDialOut": true }));
    assert_eq!(settings(), json!({ "DisableRemoteControl": false, "EnableDialOut": true }));
    set(json!({ "DisableRemoteControl": true }));
    set(json!({}));
    assert_eq!(settings(), json!({ "DisableRemoteControl": true, "EnableDialOut": true }));
    assert_eq!(service.refused(UpdateAccountSettings, &of(&account)), "BadRequest");
    assert_eq!(service.refused(GetAccountSettings, &of(NOBODY)), "NotFound");
}

#[test]
fn two_writers_at_once_is_a_fault_to_inject() {
    // ACC-29: the declared Conflict; G-13 step 10: last of all, and nothing is changed.
    let service = Service::new();
    let account = service.team("Acme");
    let fault =
        json!({ "Faults": [{ "Operation": "UpdateAccountSettings", "Exception": "ConflictException", "Rate": 1.0 }] });
    service.machine.done("PUT", "/_emulator/faults", &fault);
    let change = json!({ "AccountId": account, "AccountSettings": { "EnableDialOut": true } });
    assert_eq!(service.refused(UpdateAccountSettings, &change), "Conflict");
    assert_eq!(service.call(GetAccountSettings, &of(&account))["AccountSettings"]["EnableDialOut"], false);
}

#[test]
fn only_the_types_of_the_gate_pass() {
    // ACC-8; G-13: an account that is not there comes before its type.
    let service = Service::new();
    let input = |account: &str| json!({ "AccountId": account, "UserEmailList": [] });
    for account_type in ["EnterpriseLWA", "EnterpriseDirectory", "EnterpriseOIDC"] {
        let account = service.enterprise(account_type, &[]);
        let error = service.error(InviteUsers, &input(&account));
        assert_eq!(error.exception, "ForbiddenException");
        assert_eq!(
            error.message,
            format!("This is for accounts of type Team; this account is of type {account_type}.")
        );
    }
    assert_eq!(service.refused(InviteUsers, &input(NOBODY)), "NotFound");
}
