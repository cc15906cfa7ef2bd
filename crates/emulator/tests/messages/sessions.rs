//! Where messaging clients connect: SES-1.

use chime_model::Operation::{
    BatchCreateChannelMembership, DeleteAppInstanceUser, DeleteChannel, DeleteChannelMembership,
    GetMessagingSessionEndpoint, UpdateChannel,
};
use serde_json::{Value, json};

use crate::harness::Service;
use crate::messaging::App;

#[test]
fn ses_1_a_bare_host_and_always_the_same() {
    let service = Service::new();
    let endpoint = json!({ "Endpoint": { "Url": "node001.ue1.ws-messaging.chime.aws" } });
    assert_eq!(service.call(GetMessagingSessionEndpoint, &json!({})), endpoint);
    service.advance("90d");
    assert_eq!(service.machine.ask("GET", "/endpoints/messaging-session", &Value::Null), (200, endpoint));
}

#[test]
fn ses_1_system_events_go_to_the_log() {
    let app = App::with_people();
    let channel = app.channel("UNRESTRICTED", "PUBLIC");
    app.join(&channel, "meg", "DEFAULT");
    let mut batch = app.of(&channel, "mo");
    batch["MemberArns"] = json!([app.user("nat"), app.user("meg")]);
    app.service.call(BatchCreateChannelMembership, &batch);
    let mut rename = app.of(&channel, "mo");
    (rename["Name"], rename["Mode"]) = (json!("New name"), json!("RESTRICTED"));
    app.service.call(UpdateChannel, &rename);
    app.ban(&channel, "meg");
    app.service.call(DeleteAppInstanceUser, &json!({ "AppInstanceUserArn": app.user("nat") }));
    app.service.call(DeleteChannelMembership, &app.at(&channel, "mo", "mo"));
    app.service.call(DeleteChannel, &app.of(&channel, "ada"));
    let events = app.service.events("MessagingSessionEvent");
    assert!(events.iter().all(|event| event["MessageType"] == "SYSTEM" && event["ChannelArn"] == channel));
    let told = events.iter().map(|event| {
        (event["EventType"].as_str().unwrap_or_default(), event["Member"]["Name"].as_str().unwrap_or_default())
    });
    let expected = [
        ("CREATE_CHANNEL_MEMBERSHIP", "mo"),
        ("CREATE_CHANNEL_MEMBERSHIP", "meg"),
        // Meg was a member already.
        ("CREATE_CHANNEL_MEMBERSHIP", "nat"),
        ("UPDATE_CHANNEL", ""),
        ("DELETE_CHANNEL_MEMBERSHIP", "meg"),
        ("DELETE_CHANNEL_MEMBERSHIP", "nat"),
        ("DELETE_CHANNEL_MEMBERSHIP", "mo"),
        ("DELETE_CHANNEL", ""),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn ses_1_cm_2_nobody_is_told_of_hidden_members() {
    let app = App::with_people();
    let channel = app.channel("UNRESTRICTED", "PUBLIC");
    app.join(&channel, "meg", "HIDDEN");
    app.service.call(DeleteChannelMembership, &app.at(&channel, "mo", "meg"));
    assert_eq!(app.service.events("MessagingSessionEvent").len(), 1, "only of Mo, who made the channel");
}
