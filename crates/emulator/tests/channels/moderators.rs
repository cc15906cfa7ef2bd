//! Moderators: MOD-1 to MOD-3.

use chime_model::Operation::{
    CreateChannelModerator, DeleteChannelModerator, DescribeChannelMembership, DescribeChannelModerator,
    ListChannelModerators, UpdateChannel,
};
use serde_json::{Value, json};

use crate::harness::list;
use crate::messaging::App;

fn at(app: &App, channel: &str, bearer: &str, user: &str) -> Value {
    let mut input = app.of(channel, bearer);
    input["ChannelModeratorArn"] = app.user(user).into();
    input
}

#[test]
fn mod_1_a_moderator_need_not_be_a_member() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PRIVATE");
    let answer = app.service.call(CreateChannelModerator, &at(&app, &channel, "mo", "nat"));
    let nat = json!({ "Arn": app.user("nat"), "Name": "nat" });
    assert_eq!(answer, json!({ "ChannelArn": channel, "ChannelModerator": nat }));
    assert_eq!(app.service.refused(DescribeChannelMembership, &app.at(&channel, "nat", "nat")), "NotFound");
    let mut update = app.of(&channel, "nat");
    update["Name"] = "New".into();
    update["Mode"] = "RESTRICTED".into();
    app.service.call(UpdateChannel, &update);
    assert_eq!(app.service.refused(CreateChannelModerator, &at(&app, &channel, "nat", "nat")), "Conflict");
    assert_eq!(app.service.refused(CreateChannelModerator, &at(&app, &channel, "nat", "nobody")), "BadRequest");
    app.service.switch(&json!({ "Quotas": { "ModeratorsPerChannel": 2 } }));
    let more = at(&app, &channel, "nat", "meg");
    assert_eq!(app.service.refused(CreateChannelModerator, &more), "ResourceLimitExceeded");
}

#[test]
fn mod_2_who_made_a_moderator_is_told() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PRIVATE");
    app.service.advance("1s");
    app.service.call(CreateChannelModerator, &at(&app, &channel, "ada", "nat"));
    let read = app.service.call(DescribeChannelModerator, &at(&app, &channel, "mo", "nat"));
    let (nat, ada) =
        (json!({ "Arn": app.user("nat"), "Name": "nat" }), json!({ "Arn": app.user("ada"), "Name": "ada" }));
    let expected =
        json!({ "Moderator": nat, "ChannelArn": channel, "CreatedTimestamp": 1.6e9 + 1.0, "CreatedBy": ada });
    assert_eq!(read, json!({ "ChannelModerator": expected }));
    assert_eq!(app.service.refused(DescribeChannelModerator, &at(&app, &channel, "mo", "meg")), "NotFound");
    let mut input = app.of(&channel, "mo");
    input["MaxResults"] = 1.into();
    let first = app.service.call(ListChannelModerators, &input);
    input["NextToken"] = first["NextToken"].clone();
    let second = app.service.call(ListChannelModerators, &input);
    assert_eq!(second, json!({ "ChannelArn": channel, "ChannelModerators": [{ "Moderator": nat }] }));
}

#[test]
fn mod_3_also_the_last_one_goes_and_stays_a_member() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PRIVATE");
    app.service.call(DeleteChannelModerator, &at(&app, &channel, "mo", "nobody"));
    app.service.call(DeleteChannelModerator, &at(&app, &channel, "mo", "mo"));
    app.service.call(DeleteChannelModerator, &at(&app, &channel, "ada", "mo"));
    let left = app.service.call(ListChannelModerators, &app.of(&channel, "ada"));
    assert!(list(&left["ChannelModerators"]).is_empty());
    app.service.call(DescribeChannelMembership, &app.at(&channel, "mo", "mo"));
    app.forbidden(ListChannelModerators, &app.of(&channel, "mo"));
}
