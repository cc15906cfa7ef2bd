//! Bans: BAN-1 to BAN-4.

use chime_model::Operation::{
    CreateChannelBan, CreateChannelMembership, DeleteChannel, DeleteChannelBan, DescribeChannel, DescribeChannelBan,
    DescribeChannelMembership, GetChannelMessage, ListChannelBans, ListChannelMemberships, ListChannelMessages,
};
use serde_json::json;

use crate::messaging::App;

#[test]
fn ban_1_a_banned_member_is_out_at_once() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.join(&channel, "meg", "DEFAULT");
    let answer = app.service.call(CreateChannelBan, &app.at(&channel, "mo", "meg"));
    let meg = json!({ "Arn": app.user("meg"), "Name": "meg" });
    assert_eq!(answer, json!({ "ChannelArn": channel, "Member": meg }));
    assert_eq!(app.service.refused(DescribeChannelMembership, &app.at(&channel, "mo", "meg")), "NotFound");
    assert_eq!(app.service.refused(CreateChannelBan, &app.at(&channel, "mo", "meg")), "Conflict");
    // Who never was a member is banned as well.
    app.service.call(CreateChannelBan, &app.at(&channel, "ada", "nat"));
    assert_eq!(app.service.refused(CreateChannelBan, &app.at(&channel, "mo", "nobody")), "BadRequest");
    app.add_user("new");
    app.service.switch(&json!({ "Quotas": { "BansPerChannel": 2 } }));
    assert_eq!(app.service.refused(CreateChannelBan, &app.at(&channel, "mo", "new")), "ResourceLimitExceeded");
}

#[test]
fn ban_1_administrators_and_moderators_are_not_banned() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    for user in ["ada", "mo"] {
        app.forbidden(CreateChannelBan, &app.at(&channel, "ada", user));
    }
}

#[test]
fn ban_2_lifting_it_does_not_bring_the_membership_back() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.join(&channel, "meg", "DEFAULT");
    app.ban(&channel, "meg");
    let mut join = app.at(&channel, "mo", "meg");
    join["Type"] = "DEFAULT".into();
    app.forbidden(CreateChannelMembership, &join);
    app.service.call(DeleteChannelBan, &app.at(&channel, "mo", "meg"));
    assert_eq!(app.service.refused(DescribeChannelMembership, &app.at(&channel, "mo", "meg")), "NotFound");
    app.service.call(CreateChannelMembership, &join);
}

#[test]
fn ban_3_bans_are_read_listed_and_lifted() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.ban(&channel, "meg");
    app.service.advance("1s");
    app.service.call(CreateChannelBan, &app.at(&channel, "ada", "nat"));
    let (nat, ada) =
        (json!({ "Arn": app.user("nat"), "Name": "nat" }), json!({ "Arn": app.user("ada"), "Name": "ada" }));
    let read = app.service.call(DescribeChannelBan, &app.at(&channel, "mo", "nat"));
    let expected = json!({ "Member": nat, "ChannelArn": channel, "CreatedTimestamp": 1.6e9 + 1.0, "CreatedBy": ada });
    assert_eq!(read, json!({ "ChannelBan": expected }));
    let mut input = app.of(&channel, "mo");
    input["MaxResults"] = 1.into();
    let first = app.service.call(ListChannelBans, &input);
    input["NextToken"] = first["NextToken"].clone();
    let second = app.service.call(ListChannelBans, &input);
    assert_eq!(second, json!({ "ChannelArn": channel, "ChannelBans": [{ "Member": nat }] }));
    for _ in 0..2 {
        app.service.call(DeleteChannelBan, &app.at(&channel, "mo", "nat"));
    }
    assert_eq!(app.service.refused(DescribeChannelBan, &app.at(&channel, "mo", "nat")), "NotFound");
}

#[test]
fn ban_4_the_banned_see_nothing_of_a_public_channel() {
    let app = App::with_people();
    let channel = app.channel("UNRESTRICTED", "PUBLIC");
    let message = app.send(&channel, "mo", "Hello");
    app.service.call(DescribeChannel, &app.of(&channel, "nat"));
    app.ban(&channel, "nat");
    for operation in [DescribeChannel, ListChannelMemberships, ListChannelMessages] {
        app.forbidden(operation, &app.of(&channel, "nat"));
    }
    app.forbidden(GetChannelMessage, &app.message(&channel, "nat", &message));
    let mut join = app.at(&channel, "nat", "nat");
    join["Type"] = "DEFAULT".into();
    app.forbidden(CreateChannelMembership, &join);
}

#[test]
fn ban_4_bans_go_with_the_channel() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.ban(&channel, "nat");
    app.service.call(DeleteChannel, &app.of(&channel, "mo"));
    assert_eq!(app.rows("channel-ban"), 0);
}
