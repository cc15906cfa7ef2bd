//! Editing, redacting, deleting: MSG-5 to MSG-7.

use chime_model::Operation::{
    DeleteChannelMessage, GetChannelMessage, RedactChannelMessage, SendChannelMessage, UpdateChannelMessage,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, text};
use crate::messaging::App;

fn read(app: &App, channel: &str, message: &str) -> Value {
    app.service.call(GetChannelMessage, &app.message(channel, "mo", message))["ChannelMessage"].clone()
}

fn with(mut input: Value, member: &str, value: &str) -> Value {
    input[member] = value.into();
    input
}

#[test]
fn msg_5_the_sender_edits_and_what_is_left_out_stays() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let id = app.send(&channel, "mo", "Helo");
    let target = app.message(&channel, "mo", &id);
    app.service.advance("1s");
    let answer = app.service.call(UpdateChannelMessage, &with(target.clone(), "Content", "Hello"));
    assert_eq!(answer, json!({ "ChannelArn": channel, "MessageId": id }));
    app.service.call(UpdateChannelMessage, &with(target.clone(), "Metadata", "notes"));
    let message = read(&app, &channel, &id);
    assert_eq!((&message["Content"], &message["Metadata"]), (&json!("Hello"), &json!("notes")));
    assert_eq!(message["CreatedTimestamp"], 1.6e9);
    assert_eq!(
        (&message["LastEditedTimestamp"], &message["LastUpdatedTimestamp"]),
        (&json!(1.6e9 + 1.0), &json!(1.6e9 + 1.0))
    );
    app.service.call(UpdateChannelMessage, &with(target, "Metadata", ""));
    assert_eq!(read(&app, &channel, &id).get("Metadata"), None);
    app.forbidden(UpdateChannelMessage, &app.message(&channel, "mo", NOBODY));
}

#[test]
fn msg_5_limits_of_the_type_still_hold() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let control = with(app.words(&channel, "mo", "typing"), "Type", "CONTROL");
    let id = text(&app.service.call(SendChannelMessage, &control)["MessageId"]);
    let target = app.message(&channel, "mo", &id);
    let long = with(target.clone(), "Content", &"x".repeat(31));
    assert_eq!(app.service.refused(UpdateChannelMessage, &long), "BadRequest");
    let noted = with(target.clone(), "Metadata", "x");
    assert_eq!(app.service.refused(UpdateChannelMessage, &noted), "BadRequest");
    app.service.call(UpdateChannelMessage, &with(target, "Content", &"x".repeat(30)));
    let standard = app.message(&channel, "mo", &app.send(&channel, "mo", "Hello"));
    let long = with(standard, "Content", &"ü".repeat(2049));
    assert_eq!(app.service.refused(UpdateChannelMessage, &long), "BadRequest");
}

#[test]
fn msg_5_earlier_versions_are_kept_until_the_message_is_deleted() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let id = app.send(&channel, "mo", "one");
    for content in ["two", "three"] {
        app.service.call(UpdateChannelMessage, &with(app.message(&channel, "mo", &id), "Content", content));
    }
    assert_eq!(app.rows("channel-message-revision"), 2);
    // MSG-7.
    app.service.call(DeleteChannelMessage, &app.message(&channel, "ada", &id));
    assert_eq!(app.rows("channel-message-revision"), 0);
    assert_eq!(app.rows("channel-message"), 0);
}

#[test]
fn msg_6_redaction_takes_the_content_for_good_and_nothing_else() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let input = with(app.words(&channel, "mo", "secret"), "Metadata", "notes");
    let id = text(&app.service.call(SendChannelMessage, &input)["MessageId"]);
    app.service.advance("1s");
    let target = app.message(&channel, "mo", &id);
    let answer = app.service.call(RedactChannelMessage, &target);
    assert_eq!(answer, json!({ "ChannelArn": channel, "MessageId": id }));
    let redacted = read(&app, &channel, &id);
    assert_eq!((redacted.get("Content"), &redacted["Metadata"]), (None, &json!("notes")));
    assert_eq!((&redacted["Redacted"], &redacted["LastUpdatedTimestamp"]), (&json!(true), &json!(1.6e9 + 1.0)));
    assert_eq!(redacted.get("LastEditedTimestamp"), None);
    // Again, and an edit afterwards.
    app.service.advance("1s");
    assert_eq!(app.service.call(RedactChannelMessage, &target), answer);
    assert_eq!(read(&app, &channel, &id), redacted);
    let edit = with(target, "Content", "not secret");
    assert_eq!(app.service.refused(UpdateChannelMessage, &edit), "Conflict");
    app.forbidden(RedactChannelMessage, &app.message(&channel, "mo", NOBODY));
}

#[test]
fn msg_7_a_deleted_message_is_gone_and_may_be_deleted_again() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let target = app.message(&channel, "ada", &app.send(&channel, "mo", "Hello"));
    for _ in 0..2 {
        app.service.call(DeleteChannelMessage, &target);
    }
    assert_eq!(app.service.refused(GetChannelMessage, &target), "NotFound");
    assert!(app.messages(&channel).is_empty());
}
