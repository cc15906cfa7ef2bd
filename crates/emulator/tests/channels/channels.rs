//! Channels themselves: CH-1, CH-2, CH-4 to CH-6, CH-20, CH-21, CH-23.

use chime_model::Operation::{
    CreateChannel, DescribeChannel, ListChannelMemberships, ListChannelModerators, ListChannels, ListTagsForResource,
    UpdateChannel,
};
use serde_json::{Value, json};

use crate::harness::{NOBODY, column, list, text};
use crate::messaging::App;

fn wanted(app: &App, name: &str, token: &str) -> Value {
    json!({ "AppInstanceArn": app.arn, "Name": name, "ClientRequestToken": token, "ChimeBearer": app.user("mo") })
}

fn describe(app: &App, channel: &str) -> Value {
    app.service.call(DescribeChannel, &app.of(channel, "mo"))["Channel"].clone()
}

fn names(app: &App, privacy: Option<&str>) -> Vec<String> {
    let mut input = json!({ "AppInstanceArn": app.arn, "ChimeBearer": app.user("ada") });
    if let Some(privacy) = privacy {
        input["Privacy"] = privacy.into();
    }
    column(&list(&app.service.call(ListChannels, &input)["Channels"]), "Name")
}

#[test]
fn ch_1_a_channel_tells_everything_and_a_summary_less() {
    let app = App::with_people();
    let mut input = wanted(&app, "Lobby", "once");
    input["Metadata"] = "notes".into();
    input["Privacy"] = "PUBLIC".into();
    let answer = app.service.call(CreateChannel, &input);
    let arn = text(&answer["ChannelArn"]);
    assert_eq!(answer, json!({ "ChannelArn": arn }));
    assert!(arn.starts_with(&format!("{}/channel/", app.arn)), "{arn}");
    let summary = json!({
        "ChannelArn": arn, "Name": "Lobby", "Mode": "RESTRICTED", "Privacy": "PUBLIC", "Metadata": "notes",
    });
    let mut whole = summary.clone();
    whole["CreatedBy"] = json!({ "Arn": app.user("mo"), "Name": "mo" });
    whole["CreatedTimestamp"] = json!(1.6e9);
    whole["LastUpdatedTimestamp"] = json!(1.6e9);
    assert_eq!(describe(&app, &arn), whole);
    let listed = json!({ "AppInstanceArn": app.arn, "ChimeBearer": app.user("nat") });
    assert_eq!(app.service.call(ListChannels, &listed)["Channels"], json!([summary]));
}

#[test]
fn ch_4_ch_5_a_channel_is_closed_and_its_maker_manages_it() {
    let app = App::with_people();
    let arn = text(&app.service.call(CreateChannel, &wanted(&app, "Lobby", "once"))["ChannelArn"]);
    let read = describe(&app, &arn);
    assert_eq!((&read["Mode"], &read["Privacy"]), (&json!("RESTRICTED"), &json!("PRIVATE")));
    let mo = json!({ "Arn": app.user("mo"), "Name": "mo" });
    let members = app.service.call(ListChannelMemberships, &app.of(&arn, "mo"));
    assert_eq!(members["ChannelMemberships"], json!([{ "Member": mo }]));
    let moderators = app.service.call(ListChannelModerators, &app.of(&arn, "mo"));
    assert_eq!(moderators["ChannelModerators"], json!([{ "Moderator": mo }]));
}

#[test]
fn ch_6_the_latest_message_is_told() {
    let app = App::with_people();
    let arn = app.channel("RESTRICTED", "PUBLIC");
    assert_eq!(describe(&app, &arn).get("LastMessageTimestamp"), None);
    app.service.advance("90s");
    app.send(&arn, "mo", "Hello");
    let read = describe(&app, &arn);
    assert_eq!((&read["LastMessageTimestamp"], &read["LastUpdatedTimestamp"]), (&json!(1.6e9 + 90.0), &json!(1.6e9)));
}

#[test]
fn ch_20_a_token_makes_one_channel_and_names_may_repeat() {
    // G-51.
    let app = App::with_people();
    let first = app.service.call(CreateChannel, &wanted(&app, "Lobby", "once"));
    assert_eq!(app.service.call(CreateChannel, &wanted(&app, "Lobby", "once")), first);
    assert_ne!(app.service.call(CreateChannel, &wanted(&app, "Lobby", "twice")), first);
    assert_eq!(app.service.refused(CreateChannel, &wanted(&app, "Other", "once")), "Conflict");
    app.service.switch(&json!({ "Quotas": { "ChannelsPerAppInstance": 2 } }));
    assert_eq!(app.service.refused(CreateChannel, &wanted(&app, "Lobby", "third")), "ResourceLimitExceeded");
}

#[test]
fn ch_20_the_bearer_belongs_to_the_app_instance() {
    let app = App::with_people();
    let mut input = wanted(&app, "Lobby", "once");
    input["ChimeBearer"] = app.user("nobody").into();
    app.forbidden(CreateChannel, &input);
    input.as_object_mut().expect("an object").remove("ChimeBearer");
    assert_eq!(app.service.refused(CreateChannel, &input), "BadRequest");
    let mut elsewhere = wanted(&app, "Lobby", "once");
    elsewhere["AppInstanceArn"] = format!("{}0", app.arn).into();
    app.forbidden(CreateChannel, &elsewhere);
}

#[test]
fn app_5_channels_come_with_tags() {
    let app = App::with_people();
    let mut input = wanted(&app, "Lobby", "once");
    input["Tags"] = json!([{ "Key": "floor", "Value": "1" }]);
    let arn = app.service.call(CreateChannel, &input)["ChannelArn"].clone();
    assert_eq!(app.service.call(ListTagsForResource, &json!({ "ResourceARN": arn }))["Tags"], input["Tags"]);
}

#[test]
fn ch_21_name_and_mode_change_together_and_metadata_are_kept() {
    let app = App::with_people();
    let arn = app.channel("RESTRICTED", "PUBLIC");
    app.service.advance("1m");
    let mut input = app.of(&arn, "mo");
    input["Name"] = "Open".into();
    let path = format!("/channels/{}", arn.replace('/', "%2F"));
    assert_eq!(app.service.machine.ask("PUT", &path, &json!({ "Name": "Open" })).0, 400);
    input["Mode"] = "UNRESTRICTED".into();
    input["Metadata"] = "notes".into();
    // CH-2: another privacy is no member of the request, and ignored (G-34).
    input["Privacy"] = "PRIVATE".into();
    assert_eq!(app.service.call(UpdateChannel, &input), json!({ "ChannelArn": arn }));
    let read = describe(&app, &arn);
    assert_eq!((&read["Name"], &read["Mode"]), (&json!("Open"), &json!("UNRESTRICTED")));
    assert_eq!((&read["Privacy"], &read["LastUpdatedTimestamp"]), (&json!("PUBLIC"), &json!(1.6e9 + 60.0)));
    input.as_object_mut().expect("an object").remove("Metadata");
    app.service.call(UpdateChannel, &input);
    assert_eq!(describe(&app, &arn)["Metadata"], "notes");
    input["Metadata"] = "".into();
    app.service.call(UpdateChannel, &input);
    assert_eq!(describe(&app, &arn).get("Metadata"), None);
}

#[test]
fn ch_23_public_ones_are_listed_unless_private_ones_are_asked_for() {
    let app = App::with_people();
    for (mode, privacy) in [("RESTRICTED", "PUBLIC"), ("UNRESTRICTED", "PRIVATE"), ("UNRESTRICTED", "PUBLIC")] {
        app.channel(mode, privacy);
        app.service.advance("1s");
    }
    assert_eq!(names(&app, None), ["RESTRICTED PUBLIC", "UNRESTRICTED PUBLIC"]);
    assert_eq!(names(&app, Some("PUBLIC")), names(&app, None));
    assert_eq!(names(&app, Some("PRIVATE")), ["UNRESTRICTED PRIVATE"]);
    let input = json!({ "AppInstanceArn": app.arn, "ChimeBearer": app.user("ada"), "MaxResults": 1 });
    let first = app.service.call(ListChannels, &input);
    let mut next = input.clone();
    next["NextToken"] = first["NextToken"].clone();
    let second = app.service.call(ListChannels, &next);
    assert_eq!(column(&list(&second["Channels"]), "Name"), ["UNRESTRICTED PUBLIC"]);
    assert_eq!(second.get("NextToken"), None);
    next["Privacy"] = "PRIVATE".into();
    assert_eq!(app.service.refused(ListChannels, &next), "BadRequest");
    next["MaxResults"] = 51.into();
    assert_eq!(app.service.refused(ListChannels, &next), "BadRequest");
}

#[test]
fn a_channel_that_is_not_there_is_forbidden() {
    // G-15.
    let app = App::with_people();
    for arn in [format!("{}/channel/{NOBODY}", app.arn), app.arn.clone(), app.user("mo")] {
        app.forbidden(DescribeChannel, &app.of(&arn, "ada"));
    }
}
