//! BatchSuspendUser and BatchUnsuspendUser, by account type.

use chime_model::Operation::{
    AssociatePhoneNumberWithUser, BatchSuspendUser, BatchUnsuspendUser, GetUser, ListAccounts,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, list, text};
use crate::of;

fn unsuspend(service: &Service, account: &str, users: &[&str]) -> Value {
    service.call(BatchUnsuspendUser, &json!({ "AccountId": account, "UserIdList": users }))["UserErrors"].clone()
}

#[test]
fn a_suspended_team_user_leaves_the_account() {
    // USR-2, USR-29, USR-31, ACC-22: nobody's any more.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.invited(&account, "ada@example.com");
    assert_eq!(service.suspend(&account, &user), json!([]));
    assert_eq!(service.refused(GetUser, &of(&account, &user)), "NotFound");
    assert!(service.users(&account).is_empty());
    assert!(list(&service.call(ListAccounts, &json!({ "UserEmail": "ada@example.com" }))["Accounts"]).is_empty());
    assert_eq!(service.suspend(&account, &user)[0]["ErrorCode"], "NotFound");
}

#[test]
fn a_pending_invitation_fails_with_the_suspension() {
    // USR-31.
    let service = Service::new();
    let account = service.team("Acme");
    let invite = text(&service.invite(&account, "ada@example.com")["InviteId"]);
    let user = text(&service.users(&account)[0]["UserId"]);
    service.suspend(&account, &user);
    assert_eq!(service.events("UserLeftAccount")[0]["InvitationStatus"], "Failed");
    assert_eq!(service.hook_refused(&format!("invitations/{invite}/accept"), &Value::Null).0, 404);
}

#[test]
fn a_team_user_leaves_the_number_behind() {
    // USR-31.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.invited(&account, "ada@example.com");
    service.stock("+12065550100", "BusinessCalling");
    let mut give = of(&account, &user);
    give["E164PhoneNumber"] = "+12065550100".into();
    service.call(AssociatePhoneNumberWithUser, &give);
    service.suspend(&account, &user);
    let number = service.phone_number("+12065550100");
    assert_eq!((&number["Status"], &number["Associations"]), (&json!("Unassigned"), &json!([])));
}

#[test]
fn a_suspended_lwa_user_is_signed_out_and_keeps_everything() {
    // USR-2, USR-29, USR-30.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    let user = service.member(&account, "ada@a.example");
    service.stock("+12065550100", "BusinessCalling");
    let mut give = of(&account, &user);
    give["E164PhoneNumber"] = "+12065550100".into();
    service.call(AssociatePhoneNumberWithUser, &give);
    let mut before = service.get_user(&account, &user);
    assert_eq!(service.suspend(&account, &user), json!([]));
    before["UserRegistrationStatus"] = "Suspended".into();
    assert_eq!(service.get_user(&account, &user), before);
    assert_eq!(service.events("UserSignedOut"), [of(&account, &user)]);
    // Already suspended: no error, and nothing more happens.
    assert_eq!(service.suspend(&account, &user), json!([]));
    assert_eq!(service.events("UserSignedOut").len(), 1);
}

#[test]
fn unsuspended_users_are_registered_again() {
    // USR-2, USR-32: who is not suspended is skipped.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    let ada = service.member(&account, "ada@a.example");
    let bob = service.member(&account, "bob@a.example");
    let before = service.get_user(&account, &ada);
    service.suspend(&account, &ada);
    service.advance("7d");
    assert_eq!(unsuspend(&service, &account, &[&ada, &bob]), json!([]));
    assert_eq!(service.get_user(&account, &ada), before);
    assert_eq!(service.get_user(&account, &bob)["UserRegistrationStatus"], "Registered");
    let unregistered = service.user(&account, "eve@example.com");
    assert_eq!(unsuspend(&service, &account, &[&unregistered]), json!([]));
    assert_eq!(service.get_user(&account, &unregistered)["UserRegistrationStatus"], "Unregistered");
}

#[test]
fn directory_users_are_suspended_in_the_directory() {
    // USR-3, ACC-8.
    let service = Service::new();
    for account_type in ["EnterpriseDirectory", "EnterpriseOIDC"] {
        let account = service.enterprise(account_type, &[]);
        for operation in [BatchSuspendUser, BatchUnsuspendUser] {
            let input = json!({ "AccountId": account, "UserIdList": [NOBODY] });
            assert_eq!(service.refused(operation, &input), "Forbidden", "{account_type} {operation}");
        }
    }
}

#[test]
fn team_users_are_not_unsuspended() {
    // ACC-8, USR-2: they are invited again; ACC-9: the lenient switch lets the call through, to find nobody.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.invited(&account, "ada@example.com");
    let input = json!({ "AccountId": account, "UserIdList": [user] });
    assert_eq!(service.refused(BatchUnsuspendUser, &input), "Forbidden");
    service.switch(&json!({ "Lenient": true }));
    assert_eq!(unsuspend(&service, &account, &[&user]), json!([]));
}

#[test]
fn unknown_users_are_errors_of_their_own() {
    // USR-29, USR-32, G-60: the others are done, in order, and the call succeeds.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    let user = service.member(&account, "ada@a.example");
    let input = json!({ "AccountId": account, "UserIdList": [NOBODY, user, user] });
    for (operation, status) in [(BatchSuspendUser, "Suspended"), (BatchUnsuspendUser, "Registered")] {
        let errors = list(&service.call(operation, &input)["UserErrors"]);
        assert_eq!(errors.len(), 1, "an id that comes twice does no harm");
        assert_eq!((&errors[0]["UserId"], &errors[0]["ErrorCode"]), (&json!(NOBODY), &json!("NotFound")));
        assert!(!text(&errors[0]["ErrorMessage"]).is_empty());
        assert_eq!(service.get_user(&account, &user)["UserRegistrationStatus"], status);
    }
}

#[test]
fn the_same_team_user_twice_leaves_once() {
    // G-60.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    let input = json!({ "AccountId": account, "UserIdList": [user, user] });
    assert_eq!(service.call(BatchSuspendUser, &input)["UserErrors"], json!([]));
}

#[test]
fn fifty_users_are_the_most() {
    // USR-29, USR-32, G-61, Appendix B.
    let service = Service::new();
    let account = service.enterprise("EnterpriseLWA", &["a.example"]);
    for operation in [BatchSuspendUser, BatchUnsuspendUser] {
        let input = |count: usize| json!({ "AccountId": account, "UserIdList": vec![NOBODY; count] });
        assert_eq!(service.refused(operation, &input(51)), "BadRequest");
        service.call(operation, &input(50));
    }
}
