//! The end of an app instance: APP-12.

use chime_model::Operation::{
    CreateAppInstanceUser, DeleteAppInstance, DescribeAppInstance, DescribeAppInstanceUser, DescribeChannel,
    GetAppInstanceRetentionSettings, ListAppInstanceAdmins, ListAppInstanceUsers, ListAppInstances,
    ListChannelMessages, ListChannels, ListTagsForResource, PutAppInstanceRetentionSettings,
};
use serde_json::json;

use crate::messaging::App;

fn deleted() -> (App, String) {
    let app = App::with_people();
    let channel = app.channel("UNRESTRICTED", "PUBLIC");
    app.send(&channel, "mo", "Hello");
    let retention = json!({ "ChannelRetentionSettings": { "RetentionDays": 1 } });
    let input = json!({ "AppInstanceArn": app.arn, "AppInstanceRetentionSettings": retention });
    app.service.call(PutAppInstanceRetentionSettings, &input);
    app.service.call(DeleteAppInstance, &json!({ "AppInstanceArn": app.arn }));
    (app, channel)
}

#[test]
fn app_12_nothing_in_it_is_reached_any_more() {
    let (app, channel) = deleted();
    let instance = json!({ "AppInstanceArn": app.arn });
    for operation in [DescribeAppInstance, DeleteAppInstance, ListAppInstanceUsers, ListAppInstanceAdmins] {
        app.forbidden(operation, &instance);
    }
    app.forbidden(DescribeAppInstanceUser, &json!({ "AppInstanceUserArn": app.user("mo") }));
    app.forbidden(DescribeChannel, &app.of(&channel, "mo"));
    app.forbidden(ListChannelMessages, &app.of(&channel, "mo"));
    app.forbidden(ListChannels, &json!({ "AppInstanceArn": app.arn, "ChimeBearer": app.user("mo") }));
    let user = json!({ "AppInstanceArn": app.arn, "AppInstanceUserId": "x", "Name": "x", "ClientRequestToken": "xy" });
    app.forbidden(CreateAppInstanceUser, &user);
    // APP-24: the settings' operations know NotFound.
    assert_eq!(app.service.refused(GetAppInstanceRetentionSettings, &instance), "NotFound");
    assert_eq!(app.service.refused(ListTagsForResource, &json!({ "ResourceARN": app.user("mo") })), "NotFound");
    assert_eq!(app.service.call(ListAppInstances, &json!({}))["AppInstances"], json!([]));
}

#[test]
fn app_12_its_rows_are_freed_in_the_background() {
    let (app, _) = deleted();
    app.service.advance("1m");
    for table in [
        "app-instance",
        "app-instance-user",
        "app-instance-admin",
        "app-instance-retention",
        "channel",
        "channel-membership",
        "channel-moderator",
        "channel-message",
        "tags",
    ] {
        assert_eq!(app.rows(table), 0, "{table}");
    }
    // And nothing is tried for ever.
    let due = app.service.machine.done("GET", "/_emulator/schedule", &serde_json::Value::Null);
    assert!(!due.to_string().contains("Purged"), "{due}");
}
