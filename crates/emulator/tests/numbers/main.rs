//! Phone numbers, orders, search and supported countries: NUM-1 to NUM-26, ORD-1 to ORD-7, SRC-1 to SRC-6, CTY-1, CTY-2.

mod calling_names;
mod countries;
mod deletion;
#[path = "../harness/mod.rs"]
mod harness;
mod inventory;
mod orders;
mod search;
#[path = "../support/mod.rs"]
mod support;

use chime_emulator::Options;
use chime_emulator::configuration::AccessKey;
use chime_model::Operation::{
    AssociatePhoneNumberWithUser, CreatePhoneNumberOrder, DeletePhoneNumber, GetPhoneNumberOrder, UpdatePhoneNumber,
};
use harness::{Service, text};
use serde_json::{Value, json};
use support::Machine;

const SEATTLE: &str = "+12065550100";
const TOLL_FREE: &str = "+18005550100";
const LONDON: &str = "+442012345600";

/// Orders numbers; the order.
fn order(service: &Service, product_type: &str, numbers: &[&str]) -> Value {
    let input = json!({ "ProductType": product_type, "E164PhoneNumbers": numbers });
    service.call(CreatePhoneNumberOrder, &input)["PhoneNumberOrder"].clone()
}

/// Orders numbers, and waits for them; the finished order.
fn bought(service: &Service, product_type: &str, numbers: &[&str]) -> Value {
    let order = order(service, product_type, numbers);
    service.advance("10s");
    service.call(GetPhoneNumberOrder, &json!({ "PhoneNumberOrderId": order["PhoneNumberOrderId"] }))["PhoneNumberOrder"]
        .clone()
}

fn of(number: &str) -> Value {
    json!({ "PhoneNumberId": number })
}

fn delete(service: &Service, number: &str) {
    service.call(DeletePhoneNumber, &of(number));
}

/// Asks for a change of one attribute.
fn change(number: &str, member: &str, value: &str) -> Value {
    json!({ "PhoneNumberId": number, member: value })
}

/// The calling name of a number, and how far its change is.
fn calling_name(service: &Service, number: &str) -> (Value, String) {
    let number = service.phone_number(number);
    (number["CallingName"].clone(), text(&number["CallingNameStatus"]))
}

fn rename(service: &Service, number: &str, name: &str) -> Value {
    service.call(UpdatePhoneNumber, &change(number, "CallingName", name))["PhoneNumber"].clone()
}

/// Has something go wrong with a number.
fn fail(service: &Service, number: &str, failures: &Value) {
    service.machine.done("PUT", &format!("/_emulator/hooks/phone-numbers/{number}/failures"), failures);
}

/// Gives a number of product type BusinessCalling to a new user; the user's id.
fn give_away(service: &Service, account: &str, number: &str) -> String {
    let user = service.user(account, &format!("{}@example.com", number.trim_start_matches('+')));
    let input = json!({ "AccountId": account, "UserId": user, "E164PhoneNumber": number });
    service.call(AssociatePhoneNumberWithUser, &input);
    user
}

/// The same rows and the same time, as another AWS account finds them.
fn for_another_customer(service: &Service) -> Service {
    let key = AccessKey { account_id: "444455556666".to_owned(), ..AccessKey::new("other", "other-secret") };
    let machine = Machine::with(Options { access_keys: vec![key], allow_unsigned: true, ..Options::default() });
    let rows = service.machine.done("GET", "/_emulator/snapshot", &Value::Null);
    machine.done("PUT", "/_emulator/snapshot", &rows);
    Service { machine }
}
