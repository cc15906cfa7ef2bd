//! Lists of messages: MSG-4, G-22.

use chime_model::Operation::{DeleteChannelMessage, ListChannelMessages, RedactChannelMessage, UpdateChannelMessage};
use serde_json::{Value, json};

use crate::harness::{column, list};
use crate::messaging::App;

/// A channel with five messages, a second apart from the first; two of them in the same millisecond.
fn five() -> (App, String) {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let other = app.channel("RESTRICTED", "PUBLIC");
    app.send(&other, "mo", "elsewhere");
    for content in ["one", "two", "three"] {
        app.send(&channel, "mo", content);
        app.service.advance("1s");
    }
    app.send(&channel, "mo", "four");
    app.send(&channel, "mo", "five");
    (app, channel)
}

fn contents(app: &App, channel: &str, asked: &Value) -> Vec<String> {
    let mut input = app.of(channel, "mo");
    input.as_object_mut().expect("an object").extend(asked.as_object().expect("an object").clone());
    column(&list(&app.service.call(ListChannelMessages, &input)["ChannelMessages"]), "Content")
}

#[test]
fn msg_4_the_newest_come_first_unless_asked_otherwise() {
    let (app, channel) = five();
    assert_eq!(contents(&app, &channel, &json!({})), ["five", "four", "three", "two", "one"]);
    let descending = json!({ "SortOrder": "DESCENDING" });
    assert_eq!(contents(&app, &channel, &descending), contents(&app, &channel, &json!({})));
    let ascending = json!({ "SortOrder": "ASCENDING" });
    assert_eq!(contents(&app, &channel, &ascending), ["one", "two", "three", "four", "five"]);
}

#[test]
fn msg_4_both_bounds_are_included() {
    let (app, channel) = five();
    let between = |first: &str, last: &str| json!({ "NotBefore": first, "NotAfter": last });
    let (one, two) = ("2020-09-13T12:26:41.000Z", "2020-09-13T12:26:42.000Z");
    assert_eq!(contents(&app, &channel, &between(one, two)), ["three", "two"]);
    assert_eq!(contents(&app, &channel, &between(one, one)), ["two"]);
    assert_eq!(contents(&app, &channel, &between(two, one)), [""; 0]);
    assert_eq!(contents(&app, &channel, &json!({ "NotBefore": two })), ["five", "four", "three"]);
    assert_eq!(contents(&app, &channel, &json!({ "NotAfter": one, "SortOrder": "ASCENDING" })), ["one", "two"]);
    assert_eq!(contents(&app, &channel, &json!({ "NotAfter": "2020-09-13T12:26:39.999Z" })), [""; 0]);
}

#[test]
fn g_22_bounds_may_be_seconds_too() {
    let (app, channel) = five();
    let path = format!("/channels/{}/messages", channel.replace('/', "%2F"));
    for first in ["1600000002", "1600000002.000", "2020-09-13T12:26:42Z"] {
        let request = http::Request::get(format!("{path}?not-before={first}&sort-order=ASCENDING"))
            .header("x-amz-chime-bearer", app.user("mo"))
            .body(bytes::Bytes::new())
            .expect("a request");
        let answer = crate::support::json(&app.service.machine.emulator.handle(request));
        assert_eq!(column(&list(&answer["ChannelMessages"]), "Content"), ["three", "four", "five"], "{first}");
    }
}

#[test]
fn msg_4_pages_go_on_in_either_order_and_within_bounds() {
    // G-43.
    let (app, channel) = five();
    for (order, expected) in
        [("ASCENDING", ["two", "three", "four", "five"]), ("DESCENDING", ["five", "four", "three", "two"])]
    {
        let mut input = app.of(&channel, "mo");
        input["SortOrder"] = order.into();
        input["NotBefore"] = "2020-09-13T12:26:41.000Z".into();
        for size in 1..=4 {
            input["MaxResults"] = size.into();
            let (mut seen, mut pages) = (Vec::new(), 0);
            input.as_object_mut().expect("an object").remove("NextToken");
            loop {
                let page = app.service.call(ListChannelMessages, &input);
                seen.extend(column(&list(&page["ChannelMessages"]), "Content"));
                pages += 1;
                let Some(next) = page.get("NextToken") else { break };
                input["NextToken"] = next.clone();
            }
            assert_eq!((seen.as_slice(), pages), (expected.map(str::to_owned).as_slice(), 4_usize.div_ceil(size)));
        }
    }
}

#[test]
fn msg_4_what_comes_later_does_not_disturb_the_pages() {
    // G-43.
    let (app, channel) = five();
    let mut input = app.of(&channel, "mo");
    input["MaxResults"] = 2.into();
    let first = app.service.call(ListChannelMessages, &input);
    app.send(&channel, "mo", "six");
    let third = list(&app.service.call(ListChannelMessages, &app.of(&channel, "mo"))["ChannelMessages"])[3].clone();
    let gone = third["MessageId"].as_str().expect("an id");
    app.service.call(DeleteChannelMessage, &app.message(&channel, "ada", gone));
    input["NextToken"] = first["NextToken"].clone();
    let second = app.service.call(ListChannelMessages, &input);
    assert_eq!(column(&list(&second["ChannelMessages"]), "Content"), ["two", "one"]);
    input["SortOrder"] = "ASCENDING".into();
    assert_eq!(app.service.refused(ListChannelMessages, &input), "BadRequest");
}

#[test]
fn msg_4_redacted_ones_are_listed_empty_edited_ones_as_they_are_deleted_ones_never() {
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    let [redacted, edited, deleted] = ["one", "two", "three"].map(|content| app.send(&channel, "mo", content));
    app.service.call(RedactChannelMessage, &app.message(&channel, "mo", &redacted));
    let mut update = app.message(&channel, "mo", &edited);
    update["Content"] = "zwei".into();
    app.service.call(UpdateChannelMessage, &update);
    app.service.call(DeleteChannelMessage, &app.message(&channel, "ada", &deleted));
    let messages = app.messages(&channel);
    assert_eq!(column(&messages, "MessageId"), [edited, redacted]);
    assert_eq!(messages[0]["Content"], "zwei");
    assert_eq!((messages[1].get("Content"), &messages[1]["Redacted"]), (None, &json!(true)));
}

#[test]
fn msg_4_a_page_has_50_at_most() {
    // G-40.
    let app = App::with_people();
    let channel = app.channel("RESTRICTED", "PUBLIC");
    for _ in 0..51 {
        app.send(&channel, "mo", "again");
    }
    assert_eq!(app.messages(&channel).len(), 50);
    let mut input = app.of(&channel, "mo");
    input["MaxResults"] = 51.into();
    assert_eq!(app.service.refused(ListChannelMessages, &input), "BadRequest");
}
