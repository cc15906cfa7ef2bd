use chime_model::{Member, ShapeId, TimestampFormat};
use serde_json::json;

use super::super::Form;
use super::*;

fn draft(operation: Operation, send: Send, fields: Vec<Field>) -> Draft {
    Draft::new(operation, send, json!({"AccountId": "a1"}), fields, Vec::new())
}

fn user(send: Send) -> Draft {
    let draft = draft(
        Operation::UpdateUser,
        send,
        vec![Field::new("LicenseType"), Field::new("AlexaForBusinessMetadata"), Field::new("UserType")],
    );
    draft.fix("UserId", json!("u1"));
    draft.load(&json!({"UserId": "u1", "LicenseType": "Pro", "UserType": null}));
    draft
}

fn field(draft: &Draft, path: &str) -> Arc<Node> {
    draft.find(path).unwrap().node
}

#[test]
fn only_changes_are_sent_where_the_page_says_so() {
    let draft = user(Send::Changed);
    assert_eq!(draft.input(), json!({"AccountId": "a1", "UserId": "u1"}));
    field(&draft, "LicenseType").set_text("Basic".into());
    assert_eq!(draft.input(), json!({"AccountId": "a1", "UserId": "u1", "LicenseType": "Basic"}));
}

#[test]
fn everything_is_sent_where_a_write_replaces() {
    let draft = user(Send::All);
    assert_eq!(draft.input(), json!({"AccountId": "a1", "UserId": "u1", "LicenseType": "Pro"}));
}

#[test]
fn dirty_is_a_difference_and_not_a_touch() {
    let draft = user(Send::Changed);
    assert!(!draft.is_dirty());
    field(&draft, "LicenseType").set_text("Basic".into());
    assert!(draft.is_dirty());
    field(&draft, "LicenseType").set_text("Pro".into());
    assert!(!draft.is_dirty());
    field(&draft, "LicenseType").set_text("Basic".into());
    draft.settle();
    assert!(!draft.is_dirty(), "saved");
}

#[test]
fn an_emptied_text_is_sent_as_empty_and_named_when_that_is_too_short() {
    let draft = draft(Operation::UpdateAccount, Send::Changed, vec![Field::new("Name")]);
    draft.load(&json!({"Name": "Example"}));
    assert_eq!(draft.check_all(), [], "unchanged, so not sent");
    field(&draft, "Name").set_text(String::new());
    assert_eq!(draft.input(), json!({"AccountId": "a1", "Name": ""}));
    let problems = draft.check_all();
    assert_eq!(problems.len(), 1);
    assert_eq!(field(&draft, "Name").error().as_ref(), Some(&problems[0].message));
}

#[test]
fn problems_come_in_the_order_of_the_page() {
    let fields = vec![Field::new("UserType"), Field::new("UserEmailList").label("Addresses").lines()];
    let draft = draft(Operation::InviteUsers, Send::All, fields);
    field(&draft, "UserType").set_text("Robot".into());
    field(&draft, "UserEmailList").set_text("ada@example.com\nada".into());
    let problems = draft.check_all();
    let labels: Vec<_> = problems.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["User type", "Addresses"]);
    assert!(problems[1].message.starts_with("“ada”: Use "), "{}", problems[1].message);
}

#[test]
fn a_field_that_was_put_right_says_nothing_more() {
    let draft = draft(Operation::CreateUser, Send::All, vec![Field::new("Email").needed()]);
    let email = field(&draft, "Email");
    draft.check(&email);
    assert_eq!(email.error().as_deref(), Some("A value is needed."));
    email.set_text("ada".into());
    draft.check(&email);
    assert!(email.error().is_some_and(|message| message.contains("e-mail address")));
    email.set_text("ada@example.com".into());
    draft.check(&email);
    assert_eq!(email.error(), None);
}

#[test]
fn what_the_form_does_not_show_is_still_named() {
    let draft = Draft::new(Operation::CreateUser, Send::All, json!({}), vec![Field::new("Email")], Vec::new());
    let problems = draft.check_all();
    assert_eq!((problems[0].id.as_ref(), problems[0].label.as_str()), (None, "AccountId"));
}

#[test]
fn the_page_adds_rules_of_its_own() {
    let rule: Check = Arc::new(|input: &Value| {
        let same = input["Username"] == input["Email"];
        let message = "Use another name than the address.".to_owned();
        same.then(|| Violation { path: "Username".into(), rule: Rule::Pattern, message }).into_iter().collect()
    });
    let fields = vec![Field::new("Email"), Field::new("Username")];
    let draft = Draft::new(Operation::CreateUser, Send::All, json!({"AccountId": "a"}), fields, vec![rule]);
    field(&draft, "Email").set_text("ada@example.com".into());
    field(&draft, "Username").set_text("ada@example.com".into());
    assert_eq!(draft.check_all()[0].label, "Username");
}

#[test]
fn a_list_that_is_needed_may_not_be_empty() {
    let fields = vec![Field::new("UserEmailList").label("Addresses").lines().needed()];
    let draft = draft(Operation::InviteUsers, Send::All, fields);
    assert_eq!(draft.check_all()[0].message, "A value is needed.");
    field(&draft, "UserEmailList").set_text("ada@example.com".into());
    assert_eq!(draft.check_all(), []);
}

#[test]
fn a_key_may_stand_in_a_map_only_once() {
    let fields = vec![Field::new("SipHeaders").item("Header")];
    let draft = draft(Operation::CreateSipMediaApplicationCall, Send::All, fields);
    for _ in 0..2 {
        field(&draft, "SipHeaders").add_row().unwrap().set_text("X-Id".into());
    }
    let problems = draft.check_all();
    let found = problems.iter().find(|problem| problem.message == "Use each key once.").unwrap();
    assert_eq!(found.label, "SIP headers › Header 1");
}

/// A value with every member of a shape, and one item or entry of each list and map.
fn whole(shape: ShapeId) -> Value {
    match &shape.shape().kind {
        Kind::Structure(members) => {
            let value = |member: &Member| match member.timestamp_format() {
                Some(TimestampFormat::Iso8601) => json!("2026-01-31T09:30:05.250Z"),
                Some(TimestampFormat::Unix) => json!(1_769_851_805.25),
                None => whole(member.shape),
            };
            members.iter().map(|member| (member.name.to_owned(), value(member))).collect()
        }
        Kind::List { member, .. } => json!([whole(*member)]),
        Kind::Map { value, .. } => json!({ "key": whole(*value) }),
        Kind::String { values, .. } => json!(values.first().unwrap_or(&"text")),
        Kind::Integer { min, .. } => json!(min.unwrap_or(1)),
        Kind::Boolean => json!(false),
        Kind::Timestamp(_) => unreachable!("moments are told by the member that holds them"),
    }
}

#[test]
fn a_form_of_every_member_takes_every_input_of_every_operation() {
    for operation in Operation::ALL {
        let form = Form::new(operation).every_member();
        assert_eq!(form.fields.len(), operation.input_members().len(), "{operation}");
        let draft = Draft::new(operation, Send::All, json!({}), form.fields, Vec::new());
        let left_empty = draft.input();
        let required = operation.input_members().iter().filter(|member| {
            let kind = &member.shape.shape().kind;
            member.required && matches!(kind, Kind::Structure(_) | Kind::List { .. } | Kind::Map { .. })
        });
        let sent: Vec<_> = left_empty.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let mut expected: Vec<_> = required.map(|member| member.name).collect();
        expected.sort_unstable();
        assert_eq!(sent, expected, "{operation}: nothing that was left empty is sent");
        if let Some(shape) = operation.spec().input {
            let input = whole(shape);
            draft.load(&input);
            assert_eq!(draft.input(), input, "{operation}");
        }
    }
}

#[test]
fn a_problem_inside_an_added_structure_is_found() {
    let form = Form::new(Operation::PutRetentionSettings).every_member();
    let draft = Draft::new(Operation::PutRetentionSettings, Send::All, json!({}), form.fields, Vec::new());
    draft.load(&json!({"AccountId": "a", "RetentionSettings": {"RoomRetentionSettings": {"RetentionDays": 9000}}}));
    let problems = draft.check_all();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].label, "RetentionSettings › RoomRetentionSettings › RetentionDays");
    assert_eq!(
        field(&draft, "RetentionSettings.RoomRetentionSettings.RetentionDays").id,
        problems[0].id.clone().unwrap()
    );
}
