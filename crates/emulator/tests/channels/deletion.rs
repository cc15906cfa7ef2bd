//! The end of a channel: CH-22.

use chime_model::Operation::{
    DeleteChannel, DescribeChannel, GetChannelMessage, ListChannelMembershipsForAppInstanceUser, ListChannelMessages,
    ListChannels, ListChannelsModeratedByAppInstanceUser, ListTagsForResource, SendChannelMessage,
};
use serde_json::json;

use crate::messaging::App;

#[test]
fn ch_22_channel_and_memberships_are_gone_at_once() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.join(&channel, "meg", "DEFAULT");
    let message = app.send(&channel, "mo", "Hello");
    app.service.call(DeleteChannel, &app.of(&channel, "mo"));
    for operation in [DescribeChannel, DeleteChannel, ListChannelMessages] {
        app.forbidden(operation, &app.of(&channel, "ada"));
    }
    app.forbidden(SendChannelMessage, &app.words(&channel, "mo", "Hello"));
    // NotFound is declared here.
    assert_eq!(app.service.refused(GetChannelMessage, &app.message(&channel, "mo", &message)), "NotFound");
    assert_eq!(app.service.refused(ListTagsForResource, &json!({ "ResourceARN": channel })), "NotFound");
    let bearer = json!({ "ChimeBearer": app.user("mo"), "AppInstanceArn": app.arn });
    assert_eq!(app.service.call(ListChannels, &bearer)["Channels"], json!([]));
    let own = json!({ "ChimeBearer": app.user("mo") });
    assert_eq!(app.service.call(ListChannelMembershipsForAppInstanceUser, &own)["ChannelMemberships"], json!([]));
    assert_eq!(app.service.call(ListChannelsModeratedByAppInstanceUser, &own)["Channels"], json!([]));
}

#[test]
fn ch_22_messages_are_freed_a_thousand_at_a_time() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let other = app.channel("RESTRICTED", "PUBLIC");
    app.send(&other, "mo", "stays");
    let of_one = app.rows("channel-message");
    for _ in 0..1001 {
        app.send(&channel, "mo", "goes");
    }
    app.service.call(DeleteChannel, &app.of(&channel, "mo"));
    app.service.advance("0s");
    assert_eq!(app.rows("channel-message"), 2 * of_one);
    app.service.advance("1s");
    assert_eq!(app.rows("channel-message"), of_one);
    assert_eq!(app.messages(&other).len(), 1);
}
