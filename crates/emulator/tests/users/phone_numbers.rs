//! A user's phone number, and the numbers to choose from.

use chime_model::Operation::{
    AssociatePhoneNumberWithUser, DeletePhoneNumber, DisassociatePhoneNumberFromUser, GetPhoneNumber, ListPhoneNumbers,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, Service, column, list};
use crate::of;

const NUMBER: &str = "+12065550100";

fn give(account: &str, user: &str, number: &str) -> Value {
    json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": number })
}

fn numbers(service: &Service, filter: &Value) -> Vec<String> {
    column(&list(&service.call(ListPhoneNumbers, filter)["PhoneNumbers"]), "E164PhoneNumber")
}

#[test]
fn a_user_gets_a_number() {
    // USR-36, USR-37, USR-6, NUM-3, NUM-4, G-8, G-24.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    service.stock(NUMBER, "BusinessCalling");
    service.advance("1h");
    assert_eq!(service.call(AssociatePhoneNumberWithUser, &give(&account, &user, NUMBER)), json!({}));
    let number = service.phone_number(NUMBER);
    let now = "2020-09-13T13:26:40.000Z";
    assert_eq!(number["Status"], "Assigned");
    assert_eq!(number["UpdatedTimestamp"], now);
    assert_eq!(
        number["Associations"],
        json!([
            { "Name": "AccountId", "Value": account, "AssociatedTimestamp": now },
            { "Name": "UserId", "Value": user, "AssociatedTimestamp": now },
        ])
    );
    assert_eq!(service.get_user(&account, &user)["PrimaryProvisionedNumber"], NUMBER);
    assert_eq!(service.users(&account)[0]["PrimaryProvisionedNumber"], NUMBER);
}

#[test]
fn the_same_pair_again_is_fine() {
    // USR-36: also when the number comes without its +.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    service.stock(NUMBER, "BusinessCalling");
    for number in [NUMBER, "12065550100", NUMBER] {
        service.call(AssociatePhoneNumberWithUser, &give(&account, &user, number));
    }
}

#[test]
fn a_number_must_be_a_free_business_calling_number() {
    // USR-36, NUM-8, NUM-9, G-12.
    let service = Service::new();
    let account = service.team("Acme");
    let (ada, bob) = (service.user(&account, "ada@example.com"), service.user(&account, "bob@example.com"));
    service.stock(NUMBER, "BusinessCalling");
    service.stock("+12065550101", "BusinessCalling");
    service.stock("+12065550102", "VoiceConnector");
    assert_eq!(service.refused(AssociatePhoneNumberWithUser, &give(&account, &ada, "+12065550199")), "NotFound");
    let connector = service.error(AssociatePhoneNumberWithUser, &give(&account, &ada, "+12065550102"));
    assert_eq!((connector.exception.as_str(), connector.code.as_str()), ("BadRequestException", "BadRequest"));
    service.call(AssociatePhoneNumberWithUser, &give(&account, &ada, NUMBER));
    for taken in [give(&account, &bob, NUMBER), give(&account, &ada, "+12065550101")] {
        let error = service.error(AssociatePhoneNumberWithUser, &taken);
        let told = (error.status, error.exception.as_str(), error.code.as_str());
        assert_eq!(told, (400, "BadRequestException", "PhoneNumberAssociationsExist"));
    }
    for (account, user) in [(account.as_str(), NOBODY), (NOBODY, ada.as_str())] {
        assert_eq!(service.refused(AssociatePhoneNumberWithUser, &give(account, user, NUMBER)), "NotFound");
    }
    assert_eq!(service.refused(AssociatePhoneNumberWithUser, &give(&account, &bob, "0100")), "BadRequest");
}

#[test]
fn a_number_in_the_deletion_queue_is_nobodys() {
    // USR-36.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    service.stock(NUMBER, "BusinessCalling");
    service.call(DeletePhoneNumber, &json!({ "PhoneNumberId": NUMBER }));
    assert_eq!(service.refused(AssociatePhoneNumberWithUser, &give(&account, &user, NUMBER)), "BadRequest");
    assert_eq!(service.get_user(&account, &user)["PrimaryProvisionedNumber"], Value::Null);
}

#[test]
fn a_number_taken_away_is_free_again() {
    // USR-38, USR-6, NUM-4, G-8.
    let service = Service::new();
    let account = service.team("Acme");
    let (ada, bob) = (service.user(&account, "ada@example.com"), service.user(&account, "bob@example.com"));
    service.stock(NUMBER, "BusinessCalling");
    service.call(AssociatePhoneNumberWithUser, &give(&account, &ada, NUMBER));
    assert_eq!(service.call(DisassociatePhoneNumberFromUser, &of(&account, &ada)), json!({}));
    let number = service.phone_number(NUMBER);
    assert_eq!((&number["Status"], &number["Associations"]), (&json!("Unassigned"), &json!([])));
    assert_eq!(service.get_user(&account, &ada)["PrimaryProvisionedNumber"], Value::Null);
    service.call(DisassociatePhoneNumberFromUser, &of(&account, &ada));
    service.call(AssociatePhoneNumberWithUser, &give(&account, &bob, NUMBER));
    assert_eq!(service.refused(DisassociatePhoneNumberFromUser, &of(&account, NOBODY)), "NotFound");
}

#[test]
fn the_picker_finds_free_numbers_of_the_right_type() {
    // NUM-21: filters add up.
    let service = Service::new();
    let account = service.team("Acme");
    let user = service.user(&account, "ada@example.com");
    for (number, product_type) in
        [(NUMBER, "BusinessCalling"), ("+12065550101", "BusinessCalling"), ("+12065550102", "VoiceConnector")]
    {
        service.machine.pass(1000);
        service.stock(number, product_type);
    }
    service.call(AssociatePhoneNumberWithUser, &give(&account, &user, NUMBER));
    let free = json!({ "Status": "Unassigned", "ProductType": "BusinessCalling" });
    assert_eq!(numbers(&service, &free), ["+12065550101"]);
    assert_eq!(numbers(&service, &json!({})), [NUMBER, "+12065550101", "+12065550102"]);
    for (name, value) in [("UserId", &user), ("AccountId", &account)] {
        assert_eq!(numbers(&service, &json!({ "FilterName": name, "FilterValue": value })), [NUMBER]);
    }
    let none = json!({ "FilterName": "UserId", "FilterValue": user, "Status": "Unassigned" });
    assert!(numbers(&service, &none).is_empty());
    for half in [json!({ "FilterName": "UserId" }), json!({ "FilterValue": user })] {
        assert_eq!(service.refused(ListPhoneNumbers, &half), "BadRequest");
    }
    for wrong in [0, 100] {
        assert_eq!(service.refused(ListPhoneNumbers, &json!({ "MaxResults": wrong })), "BadRequest", "G-40");
    }
}

#[test]
fn a_number_is_found_by_every_form_of_its_id() {
    // NUM-20, G-5: the answer's id, fed back, names the same number.
    let service = Service::new();
    service.stock(NUMBER, "BusinessCalling");
    let number = service.phone_number(NUMBER);
    assert_eq!(number["PhoneNumberId"], "%2B12065550100");
    for id in ["%2B12065550100", "12065550100", "%252B12065550100"] {
        assert_eq!(service.phone_number(id), number, "{id}");
    }
    assert_eq!(service.refused(GetPhoneNumber, &json!({ "PhoneNumberId": "+12065550199" })), "NotFound");
}
