//! Sending and reading one message: MSG-1 to MSG-4.

use chime_model::Operation::{DeleteChannelMessage, DescribeChannel, GetChannelMessage, SendChannelMessage};
use serde_json::{Value, json};

use crate::harness::{NOBODY, text};
use crate::messaging::App;

fn read(app: &App, channel: &str, message: &str) -> Value {
    app.service.call(GetChannelMessage, &app.message(channel, "mo", message))["ChannelMessage"].clone()
}

#[test]
fn msg_1_a_message_tells_who_what_and_when() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let mut input = app.words(&channel, "mo", "Hello");
    input["Metadata"] = "{\"colour\":\"red\"}".into();
    let answer = app.service.call(SendChannelMessage, &input);
    let id = text(&answer["MessageId"]);
    assert_eq!(answer, json!({ "ChannelArn": channel, "MessageId": id }));
    assert!(id.len() == 64 && id.chars().all(|it| it.is_ascii_hexdigit()), "{id}");
    let expected = json!({
        "ChannelArn": channel, "MessageId": id, "Content": "Hello", "Metadata": "{\"colour\":\"red\"}",
        "Type": "STANDARD", "Persistence": "PERSISTENT", "Redacted": false, "CreatedTimestamp": 1.6e9,
        "LastUpdatedTimestamp": 1.6e9, "Sender": { "Arn": app.user("mo"), "Name": "mo" },
    });
    assert_eq!(read(&app, &channel, &id), expected);
    let mut row = expected;
    for omitted in ["ChannelArn", "Persistence"] {
        row.as_object_mut().expect("an object").remove(omitted);
    }
    assert_eq!(app.messages(&channel), [row]);
    assert_eq!(app.service.refused(GetChannelMessage, &app.message(&channel, "mo", NOBODY)), "NotFound");
}

#[test]
fn msg_2_lengths_are_counted_in_bytes() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let send = |message_type: &str, content: &str, metadata: &str| {
        let mut input = app.words(&channel, "mo", content);
        input["Type"] = message_type.into();
        input["Metadata"] = metadata.into();
        app.service.answer(SendChannelMessage, &input).0
    };
    assert_eq!(send("STANDARD", &"ü".repeat(2048), &"x".repeat(1024)), 201);
    assert_eq!(send("STANDARD", &"ü".repeat(2049), ""), 400);
    assert_eq!(send("STANDARD", "Hello", &"ü".repeat(513)), 400);
    assert_eq!(send("CONTROL", &"x".repeat(30), ""), 201);
    assert_eq!(send("CONTROL", &"ü".repeat(16), ""), 400);
    assert_eq!(send("CONTROL", "typing", "x"), 400);
    assert_eq!(send("STANDARD", "", ""), 400);
    assert_eq!(send("OTHER", "Hello", ""), 400);
}

#[test]
fn msg_2_persistence_type_and_token_are_needed() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let path = format!("/channels/{}/messages", channel.replace('/', "%2F"));
    for missing in ["Persistence", "Type", "ClientRequestToken", "Content"] {
        let mut body = app.words(&channel, "mo", "Hello");
        body.as_object_mut().expect("an object").remove(missing);
        assert_eq!(app.service.machine.ask("POST", &path, &body).0, 400, "{missing}");
    }
    let mut input = app.words(&channel, "mo", "Hello");
    input["Persistence"] = true.into();
    assert_eq!(app.service.machine.ask("POST", &path, &input).0, 400);
}

#[test]
fn msg_3_what_is_not_kept_is_delivered_and_gone() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let mut input = app.words(&channel, "mo", "typing");
    input["Persistence"] = "NON_PERSISTENT".into();
    let answer = app.service.call(SendChannelMessage, &input);
    let id = text(&answer["MessageId"]);
    assert_eq!(app.service.refused(GetChannelMessage, &app.message(&channel, "mo", &id)), "NotFound");
    assert!(app.messages(&channel).is_empty());
    let told = app.service.events("ChannelMessageDelivered");
    assert_eq!((&told[0]["Content"], &told[0]["MessageId"]), (&json!("typing"), &json!(id)));
    // The same token is the same message, and not delivered twice.
    assert_eq!(app.service.call(SendChannelMessage, &input), answer);
    assert_eq!(app.service.events("ChannelMessageDelivered").len(), 1);
    // CH-6.
    let channel = app.service.call(DescribeChannel, &app.of(&channel, "mo"));
    assert_eq!(channel["Channel"].get("LastMessageTimestamp"), None);
}

#[test]
fn msg_3_a_token_sends_once() {
    // G-51.
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let mut input = app.words(&channel, "mo", "Hello");
    let first = app.service.call(SendChannelMessage, &input);
    assert_eq!(app.service.call(SendChannelMessage, &input), first);
    assert_eq!(app.messages(&channel).len(), 1);
    input["Content"] = "Goodbye".into();
    assert_eq!(app.service.refused(SendChannelMessage, &input), "Conflict");
    input["Content"] = "Hello".into();
    app.service.call(DeleteChannelMessage, &app.message(&channel, "ada", &text(&first["MessageId"])));
    assert_ne!(app.service.call(SendChannelMessage, &input), first);
    // Tokens are of one channel.
    input["ChannelArn"] = app.channel("RESTRICTED", "PUBLIC").into();
    input["Content"] = "Goodbye".into();
    app.service.call(SendChannelMessage, &input);
}
