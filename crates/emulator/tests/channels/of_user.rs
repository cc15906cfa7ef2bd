//! The channels of one user: CH-24 to CH-26.

use chime_model::Operation::{
    self, DescribeChannelMembershipForAppInstanceUser, DescribeChannelModeratedByAppInstanceUser,
    ListChannelMembershipsForAppInstanceUser, ListChannelsModeratedByAppInstanceUser,
};
use serde_json::{Value, json};

use crate::harness::{list, text};
use crate::messaging::App;

const DESCRIBE: [Operation; 2] =
    [DescribeChannelMembershipForAppInstanceUser, DescribeChannelModeratedByAppInstanceUser];
const LIST: [Operation; 2] = [ListChannelMembershipsForAppInstanceUser, ListChannelsModeratedByAppInstanceUser];

fn about(app: &App, channel: &str, bearer: &str, user: &str) -> Value {
    json!({ "ChannelArn": channel, "ChimeBearer": app.user(bearer), "AppInstanceUserArn": app.user(user) })
}

#[test]
fn ch_24_how_a_user_is_a_member() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PRIVATE");
    app.join(&channel, "meg", "DEFAULT");
    let read = app.service.call(DescribeChannelMembershipForAppInstanceUser, &about(&app, &channel, "meg", "meg"));
    let summary = json!({
        "ChannelArn": channel, "Name": "RESTRICTED PRIVATE", "Mode": "RESTRICTED", "Privacy": "PRIVATE",
    });
    let how = json!({ "ChannelSummary": summary, "AppInstanceUserMembershipSummary": { "Type": "DEFAULT" } });
    assert_eq!(read, json!({ "ChannelMembership": how }));
    app.forbidden(DescribeChannelMembershipForAppInstanceUser, &about(&app, &channel, "nat", "nat"));
    app.forbidden(DescribeChannelMembershipForAppInstanceUser, &about(&app, &channel, "ada", "nobody"));
}

#[test]
fn ch_25_what_a_user_moderates() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PRIVATE");
    app.join(&channel, "meg", "DEFAULT");
    let read = app.service.call(DescribeChannelModeratedByAppInstanceUser, &about(&app, &channel, "mo", "mo"));
    assert_eq!(read["Channel"]["ChannelSummary"]["ChannelArn"], channel);
    assert_eq!(read["Channel"].as_object().map(serde_json::Map::len), Some(1));
    app.forbidden(DescribeChannelModeratedByAppInstanceUser, &about(&app, &channel, "meg", "meg"));
}

#[test]
fn ch_12_others_are_asked_about_by_administrators_only() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PRIVATE");
    for operation in DESCRIBE.into_iter().chain(LIST) {
        app.service.call(operation, &about(&app, &channel, "ada", "mo"));
        app.service.call(operation, &about(&app, &channel, "mo", "mo"));
        app.forbidden(operation, &about(&app, &channel, "nat", "mo"));
    }
}

#[test]
fn ch_26_the_bearer_is_meant_when_nobody_is_named() {
    let app = App::with_people();
    let first = app.channel("RESTRICTED", "PRIVATE");
    app.service.advance("1s");
    let second = app.channel("RESTRICTED", "PUBLIC");
    app.join(&second, "meg", "HIDDEN");
    let arns = |rows: &Value| -> Vec<String> {
        list(rows).iter().map(|row| text(&row["ChannelSummary"]["ChannelArn"])).collect()
    };
    for (operation, member) in LIST.into_iter().zip(["ChannelMemberships", "Channels"]) {
        let of = |user: &str| arns(&app.service.call(operation, &json!({ "ChimeBearer": app.user(user) }))[member]);
        assert_eq!(of("mo"), [first.clone(), second.clone()], "{operation}");
        assert_eq!(of("nat"), [""; 0], "{operation}");
        let input = json!({ "ChimeBearer": app.user("mo"), "MaxResults": 1 });
        let page = app.service.call(operation, &input);
        let next = json!({ "ChimeBearer": app.user("mo"), "MaxResults": 1, "NextToken": page["NextToken"] });
        assert_eq!(arns(&app.service.call(operation, &next)[member]).first(), Some(&second), "{operation}");
    }
    // Also where the user is hidden.
    let of_meg = app.service.call(ListChannelMembershipsForAppInstanceUser, &json!({ "ChimeBearer": app.user("meg") }));
    assert_eq!(arns(&of_meg["ChannelMemberships"]), [second]);
}
