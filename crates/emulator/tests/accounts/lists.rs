//! Lists of accounts: order, pages, filters.

use chime_model::Operation::{ListAccounts, ListUsers, UpdateAccount};
use serde_json::{Value, json};

use crate::harness::{Service, column, list};
use crate::named;

#[test]
fn accounts_are_listed_in_the_order_they_were_made() {
    // G-42, G-41: a hundred without a limit; G-43: no token on the last page.
    let service = Service::new();
    let names: Vec<String> = (0..101).rev().map(|index| format!("Team {index:03}")).collect();
    for name in &names {
        service.machine.pass(1000);
        service.team(name);
    }
    let first = service.call(ListAccounts, &json!({}));
    let rest = service.call(ListAccounts, &json!({ "NextToken": first["NextToken"] }));
    assert_eq!(column(&list(&first["Accounts"]), "Name"), names[..100]);
    assert_eq!(column(&list(&rest["Accounts"]), "Name"), names[100..]);
    assert_eq!(rest["NextToken"], Value::Null);
}

#[test]
fn pages_have_1_to_200_rows() {
    // G-40.
    let service = Service::new();
    for wrong in [0, 201] {
        assert_eq!(service.refused(ListAccounts, &json!({ "MaxResults": wrong })), "BadRequest");
    }
    service.call(ListAccounts, &json!({ "MaxResults": 200 }));
}

#[test]
fn a_token_is_good_for_its_own_list_only() {
    // G-43, G-13 step 3.
    let service = Service::new();
    let account = service.team("Acme 1");
    service.team("Acme 2");
    let token = service.call(ListAccounts, &json!({ "MaxResults": 1, "Name": "Acme" }))["NextToken"].clone();
    let next = |name: &str| json!({ "MaxResults": 1, "Name": name, "NextToken": token });
    assert_eq!(named(&service, &next("Acme")), ["Acme 2"]);
    assert_eq!(service.refused(ListAccounts, &next("Other")), "BadRequest");
    assert_eq!(service.refused(ListAccounts, &json!({ "NextToken": "x" })), "BadRequest");
    assert_eq!(service.refused(ListAccounts, &json!({ "UserEmail": "a@b.example", "NextToken": token })), "BadRequest");
    assert_eq!(service.refused(ListUsers, &json!({ "AccountId": account, "NextToken": token })), "BadRequest");
}

#[test]
fn the_name_filter_is_a_prefix_with_its_case() {
    // ACC-22, G-16: nothing found is an empty list.
    let service = Service::new();
    for name in ["Acme", "Acme/East", "acme", "Zenith"] {
        service.team(name);
    }
    let mut found = named(&service, &json!({ "Name": "Acme" }));
    found.sort();
    assert_eq!(found, ["Acme", "Acme/East"]);
    assert_eq!(named(&service, &json!({ "Name": "Acme/" })), ["Acme/East"]);
    assert!(named(&service, &json!({ "Name": "cme" })).is_empty());
}

#[test]
fn a_search_by_prefix_is_in_the_order_of_names() {
    // A name comes before the names that begin with it, whatever follows there.
    let service = Service::new();
    let sorted = [
        "Acme",
        "Acme Corp",
        "Acme Corp 2",
        "Acme!",
        "Acme%",
        "Acme+1",
        "Acme-West",
        "Acme.org",
        "Acme/East",
        "Acme0",
        "Acme1",
        "AcmeÉ",
    ];
    for name in sorted.iter().rev() {
        service.team(name);
    }
    assert_eq!(named(&service, &json!({ "Name": "Acme" })), sorted);
    assert_eq!(named(&service, &json!({ "Name": "Acme Corp" })), sorted[1..3]);
    let page =
        |token: &Value| service.call(ListAccounts, &json!({ "Name": "Acme", "MaxResults": 5, "NextToken": token }));
    let (mut token, mut names) = (Value::Null, Vec::new());
    loop {
        let answer = page(&token);
        names.extend(column(&list(&answer["Accounts"]), "Name"));
        token = answer["NextToken"].clone();
        if token.is_null() {
            break;
        }
    }
    assert_eq!(names, sorted);
}

#[test]
fn a_renamed_account_is_found_by_its_new_name_only() {
    // ACC-22, ACC-24.
    let service = Service::new();
    let account = service.team("Acme");
    service.call(UpdateAccount, &json!({ "AccountId": account, "Name": "Zenith" }));
    assert!(named(&service, &json!({ "Name": "Acme" })).is_empty());
    assert_eq!(named(&service, &json!({ "Name": "Zenith" })), ["Zenith"]);
}

#[test]
fn the_email_filter_finds_the_one_account_of_a_person() {
    // ACC-22, ACC-23: case does not matter, both filters must hold.
    let service = Service::new();
    let acme = service.team("Acme");
    service.team("Zenith");
    service.user(&acme, "Ada@Example.com");
    assert_eq!(named(&service, &json!({ "UserEmail": "ada@example.COM" })), ["Acme"]);
    assert_eq!(named(&service, &json!({ "UserEmail": "ada@example.com", "Name": "Ac" })), ["Acme"]);
    assert!(named(&service, &json!({ "UserEmail": "ada@example.com", "Name": "Ze" })).is_empty());
    assert!(named(&service, &json!({ "UserEmail": "bob@example.com" })).is_empty());
}
