//! Voice connectors and their groups: VC-1 to VC-81, VCG-1 to VCG-7, and what NUM-3 to NUM-9 and NUM-24 say of their numbers.

mod calls;
mod connectors;
mod emergency_calling;
mod groups;
#[path = "../harness/mod.rs"]
mod harness;
mod phone_numbers;
mod settings;
#[path = "../support/mod.rs"]
mod support;

use chime_emulator::Options;
use chime_emulator::configuration::AccessKey;
use chime_model::Operation::{
    AssociatePhoneNumbersWithVoiceConnector, CreateVoiceConnector, CreateVoiceConnectorGroup,
    PutVoiceConnectorOrigination, PutVoiceConnectorTermination,
};
use harness::{Service, text};
use serde_json::{Value, json};
use support::Machine;

const SEATTLE: &str = "+12065550100";
const NEXT: &str = "+12065550101";

/// Makes a connector without encryption; the id.
fn connector(service: &Service, name: &str) -> String {
    let made = service.call(CreateVoiceConnector, &json!({ "Name": name, "RequireEncryption": false }));
    text(&made["VoiceConnector"]["VoiceConnectorId"])
}

fn of(connector: &str) -> Value {
    json!({ "VoiceConnectorId": connector })
}

/// The input of an operation that puts something into a connector.
fn with(connector: &str, member: &str, value: &Value) -> Value {
    json!({ "VoiceConnectorId": connector, member: value })
}

/// Origination and termination, both enabled.
fn both_ways(service: &Service, connector: &str) {
    let origination = json!({ "Routes": [{ "Host": "sip.example.com" }] });
    service.call(PutVoiceConnectorOrigination, &with(connector, "Origination", &origination));
    let termination = json!({ "CallingRegions": ["US"], "CidrAllowedList": ["203.0.113.0/28"] });
    service.call(PutVoiceConnectorTermination, &with(connector, "Termination", &termination));
}

/// Makes a group of these connectors, the first with priority 1; the id.
fn group(service: &Service, connectors: &[&str]) -> String {
    let item = |(index, id): (usize, &&str)| json!({ "VoiceConnectorId": id, "Priority": index + 1 });
    let items: Vec<_> = connectors.iter().enumerate().map(item).collect();
    let made = service.call(CreateVoiceConnectorGroup, &json!({ "Name": "Group", "VoiceConnectorItems": items }));
    text(&made["VoiceConnectorGroup"]["VoiceConnectorGroupId"])
}

/// Associates numbers with a connector; the error list.
fn associate(service: &Service, connector: &str, numbers: &[&str]) -> Value {
    let input = with(connector, "E164PhoneNumbers", &json!(numbers));
    service.call(AssociatePhoneNumbersWithVoiceConnector, &input)["PhoneNumberErrors"].clone()
}

/// The home of a number: kind of id, and the id.
fn home(service: &Service, number: &str) -> Value {
    let number = service.phone_number(number);
    let associations = number["Associations"].as_array().expect("a list");
    assert_eq!(number["Status"] == "Assigned", associations.len() == 1, "NUM-4, NUM-9: {number}");
    associations.first().map_or(Value::Null, |it| json!([it["Name"], it["Value"]]))
}

/// The same rows and the same time, as another AWS account finds them.
fn for_another_customer(service: &Service) -> Service {
    let key = AccessKey { account_id: "444455556666".to_owned(), ..AccessKey::new("other", "other-secret") };
    let machine = Machine::with(Options { access_keys: vec![key], allow_unsigned: true, ..Options::default() });
    let rows = service.machine.done("GET", "/_emulator/snapshot", &Value::Null);
    machine.done("PUT", "/_emulator/snapshot", &rows);
    Service { machine }
}
