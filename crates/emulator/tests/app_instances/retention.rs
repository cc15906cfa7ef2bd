//! How long messages are kept: APP-20, APP-21, APP-24.

use chime_model::Operation::{GetAppInstanceRetentionSettings, PutAppInstanceRetentionSettings};
use serde_json::{Value, json};

use crate::messaging::App;

const DAY: f64 = 86400.0;

fn put(app: &App, settings: &Value) -> Value {
    let input = json!({ "AppInstanceArn": app.arn, "AppInstanceRetentionSettings": settings });
    app.service.call(PutAppInstanceRetentionSettings, &input)
}

fn days(days: u32) -> Value {
    json!({ "ChannelRetentionSettings": { "RetentionDays": days } })
}

fn get(app: &App) -> Value {
    app.service.call(GetAppInstanceRetentionSettings, &json!({ "AppInstanceArn": app.arn }))
}

#[test]
fn app_20_deletion_begins_30_days_after_it_is_asked_for() {
    let app = App::new();
    let expected = json!({ "AppInstanceRetentionSettings": days(1), "InitiateDeletionTimestamp": 1.6e9 + 30.0 * DAY });
    assert_eq!(put(&app, &days(1)), expected);
    // APP-21: the moment of deletion.
    assert_eq!(get(&app), expected);
    assert_eq!(put(&app, &json!({})), expected);
    for wrong in [0, 5476] {
        let input = json!({ "AppInstanceArn": app.arn, "AppInstanceRetentionSettings": days(wrong) });
        assert_eq!(app.service.refused(PutAppInstanceRetentionSettings, &input), "BadRequest", "{wrong}");
    }
    put(&app, &days(5475));
}

#[test]
fn app_20_an_empty_object_switches_it_off() {
    let app = App::new();
    put(&app, &days(1));
    let off = json!({ "AppInstanceRetentionSettings": { "ChannelRetentionSettings": {} } });
    assert_eq!(put(&app, &off["AppInstanceRetentionSettings"]), off);
    assert_eq!(get(&app), off);
}

#[test]
fn app_21_nothing_is_set_at_first() {
    assert_eq!(get(&App::new()), json!({ "AppInstanceRetentionSettings": {} }));
}

#[test]
fn app_20_older_messages_go_day_by_day() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.send(&channel, "mo", "first");
    put(&app, &days(40));
    app.service.advance("35d");
    app.send(&channel, "mo", "second");
    app.service.advance("431999s");
    assert_eq!(app.messages(&channel).len(), 2);
    app.service.advance("1s");
    assert_eq!(app.messages(&channel).len(), 1);
    app.service.advance("35d");
    assert_eq!(app.messages(&channel), Vec::<Value>::new());
    assert_eq!(app.service.events("ChannelMessagesPurged").len(), 2);
    // A message sent later has its time too.
    app.send(&channel, "mo", "third");
    app.service.advance("40d");
    assert_eq!(app.messages(&channel), Vec::<Value>::new());
}

#[test]
fn app_20_nothing_goes_before_deletion_begins_or_once_it_is_off() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    app.send(&channel, "mo", "first");
    put(&app, &days(1));
    app.service.advance("29d");
    assert_eq!(app.messages(&channel).len(), 1);
    put(&app, &json!({ "ChannelRetentionSettings": {} }));
    app.service.advance("2d");
    assert_eq!(app.messages(&channel).len(), 1);
    put(&app, &days(1));
    app.service.advance("30d");
    assert_eq!(app.messages(&channel).len(), 0);
}

#[test]
fn app_20_more_than_one_transaction_is_purged_bit_by_bit() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    for _ in 0..1001 {
        app.send(&channel, "mo", "again");
    }
    put(&app, &days(1));
    app.service.advance("30d");
    assert_eq!(app.messages(&channel).len(), 1);
    app.service.advance("1s");
    assert_eq!(app.messages(&channel).len(), 0);
}

#[test]
fn app_24_an_unknown_app_instance_is_not_found_here() {
    let app = App::new();
    let arn = format!("{}0", app.arn);
    assert_eq!(app.service.refused(GetAppInstanceRetentionSettings, &json!({ "AppInstanceArn": arn })), "NotFound");
    let input = json!({ "AppInstanceArn": arn, "AppInstanceRetentionSettings": days(1) });
    assert_eq!(app.service.refused(PutAppInstanceRetentionSettings, &input), "NotFound");
}
