//! What section 1 of the behaviour says of every operation, seen through accounts and users.

mod harness;
mod support;

use bytes::Bytes;
use chime_model::Operation::{
    AssociatePhoneNumberWithUser, CreateAccount, CreateUser, InviteUsers, ListAccounts, ListPhoneNumbers,
    UpdateAccount, UpdateAccountSettings,
};
use chime_model::types::ErrorCode;
use chime_model::{Exception, Operation};
use harness::{NOBODY, Service, column, list};
use http::Request;
use serde_json::{Value, json};
use support::{error_type, json as body_of};

#[test]
fn the_query_decides_between_operations_of_one_path() {
    // G-3: BatchUpdateUser without `operation`, and no guess for one that does not exist.
    let service = Service::new();
    let users = format!("/accounts/{}/users", service.team("Acme"));
    let ask = |query: &str, body: Value| service.machine.ask("POST", &format!("{users}{query}"), &body);
    assert_eq!(ask("", json!({ "UpdateUserRequestItems": [] })), (200, json!({ "UserErrors": [] })));
    assert_eq!(ask("?operation=create", json!({ "Username": "Ada" })).0, 201);
    assert_eq!(ask("?operation=add", json!({ "UserEmailList": [] })), (201, json!({ "Invites": [] })));
    let (status, error) = ask("?operation=delete", json!({}));
    assert_eq!((status, &error["Code"]), (400, &json!("BadRequest")));
}

#[test]
fn a_label_is_one_segment_however_it_is_encoded() {
    // G-4: what decodes to a slash does not become another path.
    let service = Service::new();
    let (status, error) = service.machine.ask("GET", "/accounts/a%2Fsettings", &Value::Null);
    assert_eq!((status, &error["Message"]), (404, &json!("There is no account with this id.")));
}

#[test]
fn an_error_has_a_code_a_message_and_its_type() {
    // G-10, G-11.
    let service = Service::new();
    let request = Request::get(format!("/accounts/{NOBODY}")).body(Bytes::new()).expect("a request");
    let response = service.machine.emulator.handle(request);
    assert_eq!(error_type(&response), "NotFoundException");
    let body = body_of(&response);
    assert_eq!(body["Code"], ErrorCode::NotFound.as_str());
    assert_eq!(body, json!({ "Code": "NotFound", "Message": "There is no account with this id." }));
}

#[test]
fn failures_are_found_in_a_fixed_order() {
    // G-13: each input has every failure behind the one that is told.
    let service = Service::new();
    let lwa = service.enterprise("EnterpriseLWA", &[]);
    let team = service.team("Acme");
    service.user(&team, "ada@example.com");
    let invite = |account: &str, email: &str| json!({ "AccountId": account, "UserEmailList": [email] });
    assert_eq!(service.refused(InviteUsers, &invite(NOBODY, "no address")), "BadRequest", "step 3");
    assert_eq!(service.refused(InviteUsers, &invite(NOBODY, "ada@example.com")), "NotFound", "step 4");
    assert_eq!(service.refused(InviteUsers, &invite(&lwa, "ada@example.com")), "Forbidden", "step 5");
    let user = json!({ "AccountId": team, "Email": "ada@example.com" });
    assert_eq!(service.refused(CreateUser, &user), "Conflict", "step 8");
    let fault = json!({ "Faults": [{ "Exception": "ThrottledClientException", "Rate": 1.0 }] });
    service.machine.done("PUT", "/_emulator/faults", &fault);
    assert_eq!(service.refused(CreateUser, &user), "Conflict", "step 10 comes last");
    assert_eq!(service.refused(CreateAccount, &json!({ "Name": "New" })), "ThrottledClient", "step 10");
    service.machine.done("DELETE", "/_emulator/faults", &Value::Null);
    assert!(list(&service.call(ListAccounts, &json!({ "Name": "New" }))["Accounts"]).is_empty());
}

#[test]
fn a_refusal_of_access_is_403_here() {
    // G-14: declared on this operation; only a fault produces it, since every number of the caller is the caller's.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    service.stock("+12065550100", "BusinessCalling");
    let fault = json!({ "Faults": [{ "Exception": "AccessDeniedException", "Rate": 1.0 }] });
    service.machine.done("PUT", "/_emulator/faults", &fault);
    let give = json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": "+12065550100" });
    let error = service.error(AssociatePhoneNumberWithUser, &give);
    assert_eq!((error.status, error.exception.as_str()), (403, "AccessDeniedException"));
    service.machine.done("DELETE", "/_emulator/faults", &Value::Null);
    assert_eq!(service.phone_number("+12065550100")["Status"], "Unassigned");
}

#[test]
fn nothing_found_is_an_empty_list() {
    // G-16, G-30: although NotFound is declared.
    let service = Service::new();
    for (operation, member) in [(ListAccounts, "Accounts"), (ListPhoneNumbers, "PhoneNumbers")] {
        assert!(operation.spec().errors.contains(&Exception::NotFound));
        assert_eq!(service.call(operation, &json!({})), json!({ member: [], "NextToken": null }));
    }
}

#[test]
fn an_update_repeated_changes_nothing_more() {
    // G-53.
    let service = Service::new();
    let account = service.team("Acme");
    for (operation, input) in [
        (UpdateAccountSettings, json!({ "AccountId": account, "AccountSettings": { "EnableDialOut": true } })),
        (UpdateAccount, json!({ "AccountId": account, "Name": "Zenith" })),
    ] {
        assert_eq!(service.call(operation, &input), service.call(operation, &input), "{operation}");
    }
    assert_eq!(column(&list(&service.call(ListAccounts, &json!({}))["Accounts"]), "Name"), ["Zenith"]);
}

#[test]
fn what_happens_outside_is_told_by_events() {
    // G-81, F-12: with time, caller's account and operation; a call that fails tells nothing.
    let service = Service::new();
    let account = service.team("Acme");
    service.invite(&account, "ada@example.com");
    let input = json!({ "AccountId": account, "UserEmailList": ["bob@example.com"] });
    let fault =
        json!({ "Faults": [{ "Operation": "InviteUsers", "Exception": "ServiceFailureException", "Rate": 1.0 }] });
    service.machine.done("PUT", "/_emulator/faults", &fault);
    assert_eq!(service.refused(InviteUsers, &input), "ServiceFailure");
    let events = list(&service.machine.done("GET", "/_emulator/events", &Value::Null)["Events"]);
    assert_eq!(column(&events, "Kind"), ["InvitationSent"]);
    assert_eq!(events[0]["Operation"], Operation::InviteUsers.name());
    assert_eq!(events[0]["AccountId"], "111122223333");
    assert_eq!(events[0]["Time"], "2020-09-13T12:26:40.000Z");
}

#[test]
fn what_is_wrong_with_an_input_is_told_once_and_in_short() {
    // G-13 step 3: an empty name is too short and blank, which are the same words.
    let service = Service::new();
    let message = service.error(CreateAccount, &json!({ "Name": "" })).message;
    assert_eq!(message.matches("Name: ").count(), 1, "{message}");
    let input = json!({ "AccountId": NOBODY, "UserEmailList": vec!["nobody"; 50] });
    let message = service.error(InviteUsers, &input).message;
    assert!(message.contains("UserEmailList[9]: ") && message.ends_with("And 40 more."), "{message}");
}
