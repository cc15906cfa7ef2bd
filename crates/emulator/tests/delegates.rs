//! Sign-in delegate groups: SDG-1 to SDG-3.

mod harness;
mod support;

use chime_model::Operation::{
    AssociateSigninDelegateGroupsWithAccount, DeleteAccount, DisassociateSigninDelegateGroupsFromAccount, ListAccounts,
    UpdateAccount,
};
use harness::{NOBODY, Service, column, list};
use serde_json::{Value, json};

fn add(account: &str, names: &[&str]) -> Value {
    let groups: Vec<Value> = names.iter().map(|name| json!({ "GroupName": name })).collect();
    json!({ "AccountId": account, "SigninDelegateGroups": groups })
}

fn remove(account: &str, names: &[&str]) -> Value {
    json!({ "AccountId": account, "GroupNames": names })
}

fn groups(account: &Value) -> Vec<String> {
    column(&list(&account["SigninDelegateGroups"]), "GroupName")
}

#[test]
fn groups_are_added_to_the_set_in_order() {
    // SDG-2, G-8: the answer is an empty object.
    let service = Service::new();
    let account = service.enterprise("EnterpriseDirectory", &[]);
    let answer = service.call(AssociateSigninDelegateGroupsWithAccount, &add(&account, &["Zulu", "Alpha"]));
    assert_eq!(answer, json!({}));
    service.call(AssociateSigninDelegateGroupsWithAccount, &add(&account, &["Zulu", "alpha", "Zulu"]));
    assert_eq!(groups(&service.account(&account)), ["Zulu", "Alpha", "alpha"]);
}

#[test]
fn groups_show_wherever_an_account_does() {
    // SDG-1.
    let service = Service::new();
    let account = service.enterprise("EnterpriseDirectory", &[]);
    service.call(AssociateSigninDelegateGroupsWithAccount, &add(&account, &["Assistants"]));
    assert_eq!(groups(&service.call(ListAccounts, &json!({}))["Accounts"][0]), ["Assistants"]);
    assert_eq!(groups(&service.call(UpdateAccount, &json!({ "AccountId": account }))["Account"]), ["Assistants"]);
}

#[test]
fn groups_are_removed_by_name_and_strangers_ignored() {
    // SDG-3, G-8.
    let service = Service::new();
    let account = service.enterprise("EnterpriseDirectory", &[]);
    service.call(AssociateSigninDelegateGroupsWithAccount, &add(&account, &["One", "Two", "Three"]));
    let answer = service.call(DisassociateSigninDelegateGroupsFromAccount, &remove(&account, &["Two", "two", "Four"]));
    assert_eq!(answer, json!({}));
    assert_eq!(groups(&service.account(&account)), ["One", "Three"]);
}

#[test]
fn names_must_say_something_and_a_removal_must_name_one() {
    // SDG-1, SDG-3, G-61.
    let service = Service::new();
    let account = service.enterprise("EnterpriseDirectory", &[]);
    assert_eq!(service.refused(AssociateSigninDelegateGroupsWithAccount, &add(&account, &["  "])), "BadRequest");
    assert_eq!(service.refused(DisassociateSigninDelegateGroupsFromAccount, &remove(&account, &[])), "BadRequest");
}

#[test]
fn every_enterprise_account_may_have_groups_and_a_team_account_may_not() {
    // ACC-8; ACC-9: unless the emulator is lenient.
    let service = Service::new();
    for account_type in ["EnterpriseDirectory", "EnterpriseLWA", "EnterpriseOIDC"] {
        let account = service.enterprise(account_type, &[]);
        service.call(AssociateSigninDelegateGroupsWithAccount, &add(&account, &["Assistants"]));
    }
    let team = service.team("Acme");
    assert_eq!(service.refused(AssociateSigninDelegateGroupsWithAccount, &add(&team, &["Assistants"])), "Forbidden");
    assert_eq!(
        service.refused(DisassociateSigninDelegateGroupsFromAccount, &remove(&team, &["Assistants"])),
        "Forbidden"
    );
    service.switch(&json!({ "Lenient": true }));
    service.call(AssociateSigninDelegateGroupsWithAccount, &add(&team, &["Assistants"]));
}

#[test]
fn an_account_that_is_not_there_has_no_groups() {
    // SDG-2, SDG-3.
    let service = Service::new();
    assert_eq!(service.refused(AssociateSigninDelegateGroupsWithAccount, &add(NOBODY, &["A"])), "NotFound");
    assert_eq!(service.refused(DisassociateSigninDelegateGroupsFromAccount, &remove(NOBODY, &["A"])), "NotFound");
}

#[test]
fn a_deleted_account_takes_its_groups_along_and_brings_them_back() {
    // Appendix D, ACC-12.
    let service = Service::new();
    let account = service.enterprise("EnterpriseDirectory", &[]);
    service.call(AssociateSigninDelegateGroupsWithAccount, &add(&account, &["Assistants"]));
    service.call(DeleteAccount, &json!({ "AccountId": account }));
    assert!(groups(&service.account(&account)).is_empty());
    service.hook(&format!("accounts/{account}/restore"), &Value::Null);
    assert_eq!(groups(&service.account(&account)), ["Assistants"]);
}
