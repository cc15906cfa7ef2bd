//! Memberships: CM-1 to CM-6, CH-27.

use chime_model::Operation::{
    BatchCreateChannelMembership, CreateChannelMembership, DeleteChannelMembership, DescribeChannelMembership,
    DescribeChannelMembershipForAppInstanceUser, DescribeChannelModerator, ListChannelMemberships,
    ListChannelMembershipsForAppInstanceUser, SendChannelMessage, UpdateChannelReadMarker,
};
use serde_json::{Value, json};

use crate::harness::{column, list, text};
use crate::messaging::App;

fn wanted(app: &App, channel: &str, member: &str) -> Value {
    let mut input = app.at(channel, "mo", member);
    input["Type"] = "DEFAULT".into();
    input
}

/// Ids of the members, as somebody sees them.
fn members(app: &App, channel: &str, bearer: &str, membership_type: Option<&str>) -> Vec<String> {
    let mut input = app.of(channel, bearer);
    if let Some(membership_type) = membership_type {
        input["Type"] = membership_type.into();
    }
    let rows = list(&app.service.call(ListChannelMemberships, &input)["ChannelMemberships"]);
    rows.iter().map(|row| text(&row["Member"]["Name"])).collect()
}

#[test]
fn cm_1_a_membership_tells_who_invited() {
    let app = App::with_people();
    let channel = app.channel("UNRESTRICTED", "PUBLIC");
    app.join(&channel, "meg", "DEFAULT");
    let mut input = wanted(&app, &channel, "nat");
    input["ChimeBearer"] = app.user("meg").into();
    let answer = app.service.call(CreateChannelMembership, &input);
    let nat = json!({ "Arn": app.user("nat"), "Name": "nat" });
    assert_eq!(answer, json!({ "ChannelArn": channel, "Member": nat }));
    let read = app.service.call(DescribeChannelMembership, &app.at(&channel, "mo", "nat"));
    let expected = json!({
        "Member": nat, "Type": "DEFAULT", "InvitedBy": { "Arn": app.user("meg"), "Name": "meg" },
        "ChannelArn": channel, "CreatedTimestamp": 1.6e9, "LastUpdatedTimestamp": 1.6e9,
    });
    assert_eq!(read, json!({ "ChannelMembership": expected }));
}

#[test]
fn cm_2_hidden_members_are_shown_to_those_who_manage_and_ask() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.join(&channel, "meg", "DEFAULT");
    app.join(&channel, "nat", "HIDDEN");
    for asked in [None, Some("DEFAULT")] {
        let mut shown = members(&app, &channel, "mo", asked);
        shown.sort();
        assert_eq!(shown, ["meg", "mo"]);
    }
    assert_eq!(members(&app, &channel, "mo", Some("HIDDEN")), ["nat"]);
    assert_eq!(members(&app, &channel, "ada", Some("HIDDEN")), ["nat"]);
    let mut hidden = app.of(&channel, "meg");
    hidden["Type"] = "HIDDEN".into();
    app.forbidden(ListChannelMemberships, &hidden);
    assert_eq!(app.service.refused(DescribeChannelMembership, &app.at(&channel, "meg", "nat")), "NotFound");
    for bearer in ["mo", "nat"] {
        let read = app.service.call(DescribeChannelMembership, &app.at(&channel, bearer, "nat"));
        assert_eq!(read["ChannelMembership"]["Type"], "HIDDEN");
    }
    // They listen, and do not speak.
    app.forbidden(SendChannelMessage, &app.words(&channel, "nat", "Hello"));
}

#[test]
fn cm_3_type_and_member_are_needed_and_checked() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let mut without_type = wanted(&app, &channel, "meg");
    without_type.as_object_mut().expect("an object").remove("Type");
    assert_eq!(app.service.refused(CreateChannelMembership, &without_type), "BadRequest");
    assert_eq!(app.service.refused(CreateChannelMembership, &wanted(&app, &channel, "nobody")), "BadRequest");
    app.join(&channel, "meg", "DEFAULT");
    assert_eq!(app.service.refused(CreateChannelMembership, &wanted(&app, &channel, "meg")), "Conflict");
    app.ban(&channel, "nat");
    app.forbidden(CreateChannelMembership, &wanted(&app, &channel, "nat"));
    app.service.switch(&json!({ "Quotas": { "MembersPerChannel": 2 } }));
    app.add_user("new");
    assert_eq!(app.service.refused(CreateChannelMembership, &wanted(&app, &channel, "new")), "ResourceLimitExceeded");
}

#[test]
fn cm_4_a_batch_adds_whom_it_can() {
    let app = App::with_people();
    app.add_user("bad");
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.ban(&channel, "bad");
    let mut input = app.of(&channel, "mo");
    input["MemberArns"] = json!(["meg", "mo", "bad", "nobody", "nat", "meg"].map(|id| app.user(id)));
    let answer = app.service.call(BatchCreateChannelMembership, &input);
    let added = &answer["BatchChannelMemberships"];
    assert_eq!((&added["Type"], &added["ChannelArn"]), (&json!("DEFAULT"), &json!(channel)));
    assert_eq!(added["InvitedBy"], json!({ "Arn": app.user("mo"), "Name": "mo" }));
    assert_eq!(column(&list(&added["Members"]), "Name"), ["meg", "nat"]);
    let errors = list(&answer["Errors"]);
    assert_eq!(column(&errors, "ErrorCode"), ["Conflict", "Forbidden", "NotFound", "Conflict"]);
    assert_eq!(column(&errors, "MemberArn"), ["mo", "bad", "nobody", "meg"].map(|id| app.user(id)));
    for count in [0, 101] {
        input["MemberArns"] = json!(vec![app.user("meg"); count]);
        assert_eq!(app.service.refused(BatchCreateChannelMembership, &input), "BadRequest");
    }
}

#[test]
fn cm_4_a_batch_has_one_type_for_all() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let mut input = app.of(&channel, "mo");
    input["MemberArns"] = json!(["meg", "nat"].map(|id| app.user(id)));
    input["Type"] = "HIDDEN".into();
    let answer = app.service.call(BatchCreateChannelMembership, &input);
    assert_eq!(answer["BatchChannelMemberships"]["Type"], "HIDDEN");
    assert_eq!(answer["Errors"], json!([]));
    assert_eq!(members(&app, &channel, "mo", Some("HIDDEN")).len(), 2);
}

#[test]
fn cm_5_rows_tell_the_member_only_page_by_page() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    for member in ["meg", "nat"] {
        app.service.advance("1s");
        app.join(&channel, member, "DEFAULT");
    }
    let mut input = app.of(&channel, "mo");
    input["MaxResults"] = 2.into();
    let first = app.service.call(ListChannelMemberships, &input);
    assert_eq!(first["ChannelMemberships"][1], json!({ "Member": { "Arn": app.user("meg"), "Name": "meg" } }));
    input["NextToken"] = first["NextToken"].clone();
    let second = app.service.call(ListChannelMemberships, &input);
    assert_eq!(list(&second["ChannelMemberships"]).len(), 1);
    // CM-7.
    assert_eq!(second["ChannelArn"], channel);
    assert_eq!(app.service.refused(DescribeChannelMembership, &app.at(&channel, "mo", "ada")), "NotFound");
}

#[test]
fn cm_6_who_is_no_member_is_removed_all_the_same_and_moderators_stay() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.service.call(DeleteChannelMembership, &app.at(&channel, "mo", "nat"));
    app.service.call(DeleteChannelMembership, &app.at(&channel, "mo", "nobody"));
    app.service.call(DeleteChannelMembership, &app.at(&channel, "mo", "mo"));
    assert_eq!(members(&app, &channel, "mo", None), [""; 0]);
    let mut input = app.of(&channel, "mo");
    input["ChannelModeratorArn"] = app.user("mo").into();
    app.service.call(DescribeChannelModerator, &input);
    app.forbidden(SendChannelMessage, &app.words(&channel, "mo", "Hello"));
}

#[test]
fn ch_27_the_read_marker_is_the_bearers_own() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.join(&channel, "meg", "HIDDEN");
    app.service.advance("30s");
    assert_eq!(app.service.call(UpdateChannelReadMarker, &app.of(&channel, "meg")), json!({ "ChannelArn": channel }));
    let marker = |user: &str| {
        let mut input = app.of(&channel, user);
        input["AppInstanceUserArn"] = app.user(user).into();
        let read = app.service.call(DescribeChannelMembershipForAppInstanceUser, &input);
        read["ChannelMembership"]["AppInstanceUserMembershipSummary"].clone()
    };
    assert_eq!(marker("meg"), json!({ "Type": "HIDDEN", "ReadMarkerTimestamp": 1.6e9 + 30.0 }));
    assert_eq!(marker("mo"), json!({ "Type": "DEFAULT" }));
    let listed = app.service.call(ListChannelMembershipsForAppInstanceUser, &json!({ "ChimeBearer": app.user("meg") }));
    assert_eq!(listed["ChannelMemberships"][0]["AppInstanceUserMembershipSummary"], marker("meg"));
}
