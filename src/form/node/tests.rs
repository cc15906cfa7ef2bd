use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::field::Field;
use super::super::path;
use super::{Node, State, find};

fn node(operation: Operation, member: &str, field: Field) -> Arc<Node> {
    let member = operation.input_members().iter().find(|it| it.name == member).unwrap();
    Node::of_member(member, field)
}

fn row(node: &Node, place: usize) -> Arc<Node> {
    let State::Rows(rows) = &node.state else { panic!("no rows") };
    rows.get_untracked()[place].value.clone()
}

fn value(node: &Node) -> Option<Value> {
    untrack(|| node.value())
}

#[test]
fn a_loaded_structure_is_given_back() {
    let origination = node(Operation::PutVoiceConnectorOrigination, "Origination", Field::new("Origination"));
    let loaded = json!({
        "Routes": [{"Host": "sip.example.com", "Port": 5060, "Protocol": "TCP", "Priority": 1, "Weight": 1}],
        "Disabled": false,
    });
    origination.load(Some(&loaded));
    assert_eq!(value(&origination), Some(loaded));
}

#[test]
fn what_is_not_entered_is_absent() {
    let name = node(Operation::CreateUser, "Username", Field::new("Username"));
    assert_eq!(value(&name), None);
    name.set_text("  ada ".into());
    assert_eq!(value(&name), Some(json!("ada")));
    name.set_text("  ".into());
    assert_eq!(value(&name), None);
}

#[test]
fn a_number_that_is_none_stays_text_for_validation_to_name() {
    let limit = node(Operation::PutVoiceConnectorTermination, "Termination", Field::new("Termination"));
    limit.load(Some(&json!({"CpsLimit": 2})));
    assert_eq!(value(&limit), Some(json!({"CpsLimit": 2})));
    let found = find(&limit, &path::steps("CpsLimit"));
    found.node.set_text("two".into());
    assert_eq!(value(&limit), Some(json!({"CpsLimit": "two"})));
}

#[test]
fn lines_take_any_separator() {
    let emails = node(Operation::InviteUsers, "UserEmailList", Field::new("UserEmailList").lines());
    emails.set_text("a@example.com; b@example.com\nc@example.com".into());
    assert_eq!(value(&emails), Some(json!(["a@example.com", "b@example.com", "c@example.com"])));
    assert_eq!(emails.entry(1), "“b@example.com”");
}

#[test]
fn rows_come_move_and_go() {
    let ids = node(Operation::BatchSuspendUser, "UserIdList", Field::new("UserIdList"));
    for text in ["a", "b", ""] {
        ids.add_row().unwrap().set_text(text.into());
    }
    assert_eq!(value(&ids), Some(json!(["a", "b"])), "an empty row is not sent");
    let State::Rows(rows) = &ids.state else { panic!("no rows") };
    let first = rows.get_untracked()[0].id;
    ids.move_row(first, false);
    ids.move_row(first, true);
    assert_eq!(value(&ids), Some(json!(["b", "a"])));
    ids.remove_row(first);
    assert_eq!(value(&ids), Some(json!(["b"])));
}

#[test]
fn a_map_has_keys_and_values() {
    let operation = Operation::CreateSipMediaApplicationCall;
    let headers = node(operation, "SipHeaders", Field::new("SipHeaders"));
    let loaded = json!({"X-Id": "7", "X-Name": "ada"});
    headers.load(Some(&loaded));
    assert_eq!(value(&headers), Some(loaded));
    let found = find(&headers, &path::steps(r#"["X-Name"]"#));
    assert_eq!((found.label.as_str(), found.order.as_slice()), ("SIP headers › Entry 2", [1].as_slice()));
}

#[test]
fn a_path_leads_to_its_node_past_empty_rows() {
    let field = Field::new("UserIdList").label("Users").item("User");
    let ids = node(Operation::BatchSuspendUser, "UserIdList", field);
    for text in ["a", "", "b"] {
        ids.add_row().unwrap().set_text(text.into());
    }
    let found = find(&ids, &path::steps("[1]"));
    assert_eq!(found.label, "Users › User 3");
    assert!(Arc::ptr_eq(&found.node, &row(&ids, 2)));
}

#[test]
fn a_switch_that_is_off_is_false() {
    let field = || Field::new("Disabled");
    let plain = node(Operation::UpdateBot, "Disabled", field());
    assert_eq!(value(&plain), None, "an optional one may be left out");
    let switch = node(Operation::UpdateBot, "Disabled", field().switch());
    assert_eq!(value(&switch), Some(json!(false)));
    switch.load(None);
    assert_eq!(value(&switch), Some(json!(false)));
}
