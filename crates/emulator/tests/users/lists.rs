//! ListUsers: order, pages, filters.

use chime_model::Operation::{CreateUser, ListUsers};
use serde_json::{Value, json};

use crate::harness::{Service, column, list};

fn listed(service: &Service, filter: &Value) -> Vec<String> {
    column(&list(&service.call(ListUsers, filter)["Users"]), "DisplayName")
}

#[test]
fn pages_hold_every_user_once_also_when_rows_come_and_go() {
    // G-42, G-43: a row behind the cursor is not shown, a deleted one is skipped.
    let service = Service::new();
    let account = service.team("Acme");
    let users: Vec<String> = (0..6)
        .map(|index| {
            service.machine.pass(1000);
            service.user(&account, &format!("user{index}@example.com"))
        })
        .collect();
    let page = |token: &Value| {
        let answer = service.call(ListUsers, &json!({ "AccountId": account, "MaxResults": 2, "NextToken": token }));
        (column(&list(&answer["Users"]), "DisplayName"), answer["NextToken"].clone())
    };
    let (first, token) = page(&Value::Null);
    assert_eq!(first, ["user0", "user1"]);
    service.suspend(&account, &users[1]);
    service.suspend(&account, &users[2]);
    let (second, token) = page(&token);
    assert_eq!(second, ["user3", "user4"]);
    let (third, token) = page(&token);
    assert_eq!((third, token), (vec!["user5".to_owned()], Value::Null));
}

#[test]
fn a_hundred_users_are_a_page() {
    // G-41, G-40.
    let service = Service::new();
    let account = service.team("Acme");
    for index in 0..101 {
        service.user(&account, &format!("user{index}@example.com"));
    }
    assert_eq!(service.users(&account).len(), 100);
    assert_eq!(listed(&service, &json!({ "AccountId": account, "MaxResults": 200 })).len(), 101);
    for wrong in [0, 201] {
        assert_eq!(service.refused(ListUsers, &json!({ "AccountId": account, "MaxResults": wrong })), "BadRequest");
    }
}

#[test]
fn filters_by_email_and_type_must_both_hold() {
    // USR-23, G-16.
    let service = Service::new();
    let (account, other) = (service.team("Acme"), service.team("Zenith"));
    service.user(&account, "ada@example.com");
    service.call(CreateUser, &json!({ "AccountId": account, "Email": "room@example.com", "UserType": "SharedDevice" }));
    service.user(&other, "eve@example.com");
    let filtered = |email: Value, user_type: Value| {
        listed(&service, &json!({ "AccountId": account, "UserEmail": email, "UserType": user_type }))
    };
    assert_eq!(filtered(Value::Null, json!("SharedDevice")), ["room"]);
    assert_eq!(filtered(Value::Null, json!("PrivateUser")), ["ada"]);
    assert_eq!(filtered(json!("ADA@example.com"), Value::Null), ["ada"]);
    assert_eq!(filtered(json!("ada@example.com"), json!("PrivateUser")), ["ada"]);
    assert!(filtered(json!("ada@example.com"), json!("SharedDevice")).is_empty());
    assert!(filtered(json!("eve@example.com"), Value::Null).is_empty());
}

#[test]
fn a_token_belongs_to_its_account_and_filters() {
    // G-43.
    let service = Service::new();
    let (account, other) = (service.team("Acme"), service.team("Zenith"));
    for name in ["ada", "bob"] {
        service.user(&account, &format!("{name}@example.com"));
    }
    let token = service.call(ListUsers, &json!({ "AccountId": account, "MaxResults": 1 }))["NextToken"].clone();
    let refused = |filter: Value| service.refused(ListUsers, &filter);
    assert_eq!(refused(json!({ "AccountId": other, "NextToken": token })), "BadRequest");
    assert_eq!(refused(json!({ "AccountId": account, "UserType": "PrivateUser", "NextToken": token })), "BadRequest");
    assert_eq!(listed(&service, &json!({ "AccountId": account, "MaxResults": 9, "NextToken": token })).len(), 1);
}

#[test]
fn suspended_users_are_listed_where_they_stay() {
    // USR-23.
    let service = Service::new();
    let lwa = service.enterprise("EnterpriseLWA", &["a.example"]);
    let stays = service.member(&lwa, "ada@a.example");
    let team = service.team("Acme");
    let leaves = service.user(&team, "bob@example.com");
    service.suspend(&lwa, &stays);
    service.suspend(&team, &leaves);
    assert_eq!(service.users(&lwa)[0]["UserRegistrationStatus"], "Suspended");
    assert!(service.users(&team).is_empty());
}
