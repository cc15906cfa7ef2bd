//! Deleting accounts: what blocks it, and the 90 days after.

use chime_model::Operation::{
    AssociatePhoneNumberWithUser, DeleteAccount, GetAccount, GetAccountSettings, GetUser, UpdateAccount, UpdateUser,
};
use serde_json::{Value, json};

use crate::harness::Service;
use crate::{named, of};

#[test]
fn a_team_account_with_users_is_not_deleted() {
    // ACC-25, G-18.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    assert_eq!(service.error(DeleteAccount, &of(&account)).status, 422);
    service.suspend(&account, &user);
    service.call(DeleteAccount, &of(&account));
}

#[test]
fn pending_invitations_keep_a_team_account_too() {
    // ACC-25.
    let service = Service::new();
    let account = service.team("Acme");
    service.invite(&account, "ada@example.com");
    assert_eq!(service.refused(DeleteAccount, &of(&account)), "UnprocessableEntity");
}

#[test]
fn an_enterprise_account_with_domains_is_not_deleted() {
    // ACC-26, ACC-2: each of the Enterprise types; their users need not go first.
    let service = Service::new();
    for (account_type, domain) in
        [("EnterpriseLWA", "a.example"), ("EnterpriseDirectory", "b.example"), ("EnterpriseOIDC", "c.example")]
    {
        let account = service.enterprise(account_type, &[domain]);
        service.member(&account, &format!("ada@{domain}"));
        assert_eq!(service.refused(DeleteAccount, &of(&account)), "UnprocessableEntity", "{account_type}");
        service.hook(&format!("accounts/{account}/release-domains"), &json!({}));
        assert_eq!(service.users(&account)[0]["UserRegistrationStatus"], "Suspended");
        service.call(DeleteAccount, &of(&account));
    }
}

#[test]
fn deleting_an_enterprise_account_releases_its_numbers() {
    // ACC-27.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    let user = service.member(&account, "ada@a.example");
    service.stock("+12065550100", "BusinessCalling");
    let give = json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": "+12065550100" });
    service.call(AssociatePhoneNumberWithUser, &give);
    service.hook(&format!("accounts/{account}/release-domains"), &json!({}));
    assert_eq!(service.phone_number("+12065550100")["Status"], "Assigned");
    service.call(DeleteAccount, &of(&account));
    assert_eq!(service.phone_number("+12065550100")["Status"], "Unassigned");
    assert_eq!(service.get_user(&account, &user)["PrimaryProvisionedNumber"], Value::Null);
}

#[test]
fn a_deleted_account_is_suspended_for_90_days_and_then_gone() {
    // ACC-10, ACC-11, G-70.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    service.member(&account, "ada@a.example");
    service.hook(&format!("accounts/{account}/release-domains"), &json!({}));
    service.call(DeleteAccount, &of(&account));
    assert_eq!(service.account(&account)["AccountStatus"], "Suspended");
    assert_eq!(named(&service, &json!({})), ["EnterpriseLWA"]);
    service.advance("89d");
    assert_eq!(service.account(&account)["AccountStatus"], "Suspended");
    service.advance("1d");
    assert_eq!(service.refused(GetAccount, &of(&account)), "NotFound");
    assert!(named(&service, &json!({})).is_empty());
    // Its people are free to join another account.
    let other = service.team("Other");
    assert_eq!(service.invite(&other, "ada@a.example")["Status"], "Pending");
}

#[test]
fn a_disabled_account_cannot_be_changed() {
    // ACC-11, ACC-27: also not deleted again; its policies are out of reach.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    let user = service.member(&account, "ada@a.example");
    service.hook(&format!("accounts/{account}/release-domains"), &json!({}));
    service.call(DeleteAccount, &of(&account));
    for operation in [DeleteAccount, UpdateAccount, GetAccountSettings] {
        assert_eq!(service.refused(operation, &of(&account)), "Forbidden", "{operation}");
    }
    let input = json!({ "AccountId": account, "UserId": user });
    assert_eq!(service.refused(UpdateUser, &input), "Forbidden");
    service.call(GetUser, &input);
}

#[test]
fn disabled_accounts_can_be_hidden() {
    // ACC-11: the switch.
    let service = Service::new();
    let account = service.team("Acme");
    service.switch(&json!({ "DisabledAccountsVisible": false }));
    service.call(DeleteAccount, &of(&account));
    assert!(named(&service, &json!({})).is_empty());
    for operation in [GetAccount, DeleteAccount] {
        assert_eq!(service.refused(operation, &of(&account)), "NotFound", "{operation}");
    }
}
