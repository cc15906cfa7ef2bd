//! Where an app instance streams: APP-22 to APP-24.

use chime_model::Operation::{
    DeleteAppInstanceStreamingConfigurations, GetAppInstanceStreamingConfigurations,
    PutAppInstanceStreamingConfigurations, UpdateChannel,
};
use serde_json::{Value, json};

use crate::harness::column;
use crate::messaging::App;

fn stream(data_type: &str) -> Value {
    let arn = format!("arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-{data_type}");
    json!({ "AppInstanceDataType": data_type, "ResourceArn": arn })
}

fn wanted(app: &App, streams: &[Value]) -> Value {
    json!({ "AppInstanceArn": app.arn, "AppInstanceStreamingConfigurations": streams })
}

#[test]
fn app_22_one_stream_a_data_type_and_each_put_replaces_all() {
    let app = App::new();
    let both = [stream("Channel"), stream("ChannelMessage")];
    let answer = app.service.call(PutAppInstanceStreamingConfigurations, &wanted(&app, &both));
    assert_eq!(answer, json!({ "AppInstanceStreamingConfigurations": both }));
    let one = app.service.call(PutAppInstanceStreamingConfigurations, &wanted(&app, &both[..1]));
    let instance = json!({ "AppInstanceArn": app.arn });
    assert_eq!(app.service.call(GetAppInstanceStreamingConfigurations, &instance), one);
    let twice = [stream("Channel"), stream("Channel")];
    let many = [stream("Channel"), stream("ChannelMessage"), stream("Channel")];
    for wrong in [&twice[..], &many[..], &[]] {
        assert_eq!(app.service.refused(PutAppInstanceStreamingConfigurations, &wanted(&app, wrong)), "BadRequest");
    }
}

#[test]
fn app_23_none_set_is_not_found_and_deleted_anyway() {
    let app = App::new();
    let instance = json!({ "AppInstanceArn": app.arn });
    assert_eq!(app.service.refused(GetAppInstanceStreamingConfigurations, &instance), "NotFound");
    app.service.call(DeleteAppInstanceStreamingConfigurations, &instance);
    app.service.call(PutAppInstanceStreamingConfigurations, &wanted(&app, &[stream("Channel")]));
    app.service.call(DeleteAppInstanceStreamingConfigurations, &instance);
    assert_eq!(app.service.refused(GetAppInstanceStreamingConfigurations, &instance), "NotFound");
}

#[test]
fn app_24_an_unknown_app_instance_is_not_found_here() {
    let app = App::new();
    let instance = json!({ "AppInstanceArn": format!("{}0", app.arn) });
    for operation in [GetAppInstanceStreamingConfigurations, DeleteAppInstanceStreamingConfigurations] {
        assert_eq!(app.service.refused(operation, &instance), "NotFound");
    }
    let mut input = wanted(&app, &[stream("Channel")]);
    input["AppInstanceArn"] = instance["AppInstanceArn"].clone();
    assert_eq!(app.service.refused(PutAppInstanceStreamingConfigurations, &input), "NotFound");
}

#[test]
fn what_is_streamed_is_told_by_events() {
    // G-81.
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.send(&channel, "mo", "before anything is set");
    app.service.call(PutAppInstanceStreamingConfigurations, &wanted(&app, &[stream("ChannelMessage")]));
    let message = app.send(&channel, "mo", "Hello");
    let mut update = app.of(&channel, "mo");
    update["Name"] = "New".into();
    update["Mode"] = "RESTRICTED".into();
    app.service.call(UpdateChannel, &update);
    app.service.call(PutAppInstanceStreamingConfigurations, &wanted(&app, &[stream("Channel")]));
    app.service.call(UpdateChannel, &update);
    let told = app.service.events("RecordStreamed");
    assert_eq!(column(&told, "Change"), ["CREATE_CHANNEL_MESSAGE", "UPDATE_CHANNEL"]);
    assert_eq!(told[0]["MessageId"], message);
    assert_eq!(told[1]["ResourceArn"], stream("Channel")["ResourceArn"]);
}
