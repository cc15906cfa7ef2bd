//! BatchUpdateUser.

use chime_model::Operation::BatchUpdateUser;
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list};

fn items(account: &str, items: &[(&str, &str)]) -> Value {
    let items: Vec<Value> =
        items.iter().map(|(user, license)| json!({ "UserId": user, "LicenseType": license })).collect();
    json!({ "AccountId": account, "UpdateUserRequestItems": items })
}

#[test]
fn each_user_is_updated_or_told_why_not() {
    // USR-28, G-60.
    let service = Service::new();
    let account = service.team("Acme");
    let (ada, bob) = (service.user(&account, "ada@example.com"), service.user(&account, "bob@example.com"));
    let input = items(&account, &[(&ada, "Plus"), (NOBODY, "Basic"), (&bob, "Basic")]);
    let errors = list(&service.call(BatchUpdateUser, &input)["UserErrors"]);
    assert_eq!(column(&errors, "UserId"), [ada.as_str(), NOBODY]);
    assert_eq!(column(&errors, "ErrorCode"), ["BadRequest", "NotFound"]);
    assert_eq!(service.get_user(&account, &ada)["LicenseType"], "Pro");
    assert_eq!(service.get_user(&account, &bob)["LicenseType"], "Basic");
    assert_eq!(service.call(BatchUpdateUser, &items(&account, &[(&ada, "Basic")])), json!({ "UserErrors": [] }));
}

#[test]
fn the_same_user_twice_conflicts() {
    // G-60: the first change counts.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    let input = items(&account, &[(&user, "Basic"), (&user, "Pro")]);
    assert_eq!(column(&list(&service.call(BatchUpdateUser, &input)["UserErrors"]), "ErrorCode"), ["Conflict"]);
    assert_eq!(service.get_user(&account, &user)["LicenseType"], "Basic");
}

#[test]
fn twenty_users_are_the_most_and_a_wrong_item_ends_the_call() {
    // USR-28, G-61, Appendix B.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    assert_eq!(service.refused(BatchUpdateUser, &items(&account, &[(NOBODY, "Basic"); 21])), "BadRequest");
    assert_eq!(service.refused(BatchUpdateUser, &items(&account, &[(&user, "Basic"), (&user, "Gold")])), "BadRequest");
    assert_eq!(service.get_user(&account, &user)["LicenseType"], "Pro");
    assert_eq!(service.refused(BatchUpdateUser, &items(NOBODY, &[])), "NotFound");
    service.call(BatchUpdateUser, &items(&account, &[(NOBODY, "Basic"); 20]));
}
