//! An app instance in use: its users and administrators, channels of every kind, and what was said in them.

use chime_model::Operation;
use serde_json::json;

use super::cast::person;
use super::chat::Chat;
use super::stage::Stage;
use crate::failure::Failure;

/// How many of the cast use the app.
const PEOPLE: usize = 24;

pub fn play(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(26, 0)?;
    let chat = Chat::open(stage, "Cascadia Community")?;
    for index in 0..PEOPLE {
        let (name, id) = person(index);
        stage.days_ago(25, i64::try_from(index).unwrap_or_default() * 4)?;
        chat.user(&id, &name, if index == 3 { "{\"locale\":\"de\"}" } else { "" })?;
    }
    for admin in [0, 1] {
        chat.admin(&person(admin).1)?;
    }
    settings(&chat)?;
    announcements(&chat)?;
    trail_talk(&chat)?;
    store_managers(&chat)?;
    incident(&chat)?;
    stage.days_ago(2, 0)?;
    Chat::open(stage, "Staging").map(drop)
}

fn settings(chat: &Chat<'_>) -> Result<(), Failure> {
    let retention = json!({ "ChannelRetentionSettings": { "RetentionDays": 365 } });
    let input = json!({ "AppInstanceArn": chat.arn, "AppInstanceRetentionSettings": retention });
    chat.stage.call(Operation::PutAppInstanceRetentionSettings, input)?;
    let stream = |data_type: &str, name: &str| {
        let arn = format!("arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-{name}");
        json!({ "AppInstanceDataType": data_type, "ResourceArn": arn })
    };
    let streams = [stream("Channel", "channels"), stream("ChannelMessage", "messages")];
    let input = json!({ "AppInstanceArn": chat.arn, "AppInstanceStreamingConfigurations": streams });
    chat.stage.call(Operation::PutAppInstanceStreamingConfigurations, input)?;
    let tags = json!([{ "Key": "stage", "Value": "production" }, { "Key": "owner", "Value": "community-team" }]);
    chat.stage.call(Operation::TagResource, json!({ "ResourceARN": chat.arn, "Tags": tags })).map(drop)
}

/// Everybody reads, few write.
fn announcements(chat: &Chat<'_>) -> Result<(), Failure> {
    chat.stage.days_ago(24, 0)?;
    let maker = person(0).1;
    let channel = chat.channel(&maker, ("Announcements", "RESTRICTED", "PUBLIC"))?;
    chat.members(&channel, &maker, &(1..PEOPLE).map(|index| person(index).1).collect::<Vec<_>>(), "DEFAULT")?;
    for (days, words) in [
        (20, "Welcome to the community. House rules are in the pinned note."),
        (13, "The autumn catalogue is out: tents first, boots from page 40."),
        (6, "Maintenance on Sunday from 06:00 to 07:00 UTC."),
    ] {
        chat.stage.days_ago(days, 15)?;
        chat.send(&channel, &maker, words)?;
    }
    Ok(())
}

/// A lively public channel: more than a page of messages, edits, redactions, one person banned.
fn trail_talk(chat: &Chat<'_>) -> Result<(), Failure> {
    chat.stage.days_ago(23, 0)?;
    let maker = person(2).1;
    let channel = chat.channel(&maker, ("Trail talk", "UNRESTRICTED", "PUBLIC"))?;
    chat.members(&channel, &maker, &(3..14).map(|index| person(index).1).collect::<Vec<_>>(), "DEFAULT")?;
    let topics = [
        "Has anybody been up to the ridge since the rain?",
        "The lower path is dry, the bridge is not.",
        "Bring gaiters, and a second pair of socks.",
        "Which stove works above 3000 metres?",
        "Gas is fine with an inverted canister.",
        "I am there on Saturday with two spare seats.",
        "The hut is closed until the end of the month.",
    ];
    let mut sent = Vec::new();
    for (index, words) in topics.iter().cycle().take(84).enumerate() {
        let day = 22 - i64::try_from(index / 4).unwrap_or_default();
        chat.stage.days_ago(day, i64::try_from(index % 4).unwrap_or_default() * 47)?;
        let sender = person(2 + index * 5 % 12).1;
        sent.push((chat.send(&channel, &sender, words)?, sender));
    }
    chat.stage.days_ago(1, 0)?;
    for ((message, sender), words) in sent.iter().rev().step_by(9).zip(&topics) {
        chat.edit(&channel, sender, message, &format!("{words} (corrected)"))?;
    }
    for (message, _) in sent.iter().rev().skip(4).step_by(17).take(3) {
        chat.redact(&channel, &maker, message)?;
    }
    chat.moderator(&channel, &maker, &person(4).1)?;
    chat.ban(&channel, &maker, &person(13).1)
}

/// A private channel that only its moderators extend, with somebody who listens unseen.
fn store_managers(chat: &Chat<'_>) -> Result<(), Failure> {
    chat.stage.days_ago(19, 0)?;
    let maker = person(5).1;
    let channel = chat.channel(&maker, ("Store managers", "RESTRICTED", "PRIVATE"))?;
    chat.members(&channel, &maker, &[6, 7, 8].map(|index| person(index).1), "DEFAULT")?;
    chat.members(&channel, &maker, &[person(1).1], "HIDDEN")?;
    chat.stage.days_ago(18, 0)?;
    chat.send(&channel, &maker, "Stocktaking is on the 28th in all three stores.")?;
    chat.stage.days_ago(18, 6)?;
    chat.send(&channel, &person(6).1, "Ballard is ready, we need two more scanners.")?;
    chat.read(&channel, &person(7).1)
}

/// A private channel of an hour ago, where every member may call in others.
fn incident(chat: &Chat<'_>) -> Result<(), Failure> {
    chat.stage.days_ago(0, -75)?;
    let maker = person(9).1;
    let channel = chat.channel(&maker, ("Incident: payments slow", "UNRESTRICTED", "PRIVATE"))?;
    chat.members(&channel, &maker, &[10, 11].map(|index| person(index).1), "DEFAULT")?;
    for (minutes, index, words) in [
        (-70, 9, "Checkout takes twenty seconds since 08:10."),
        (-62, 10, "The connection pool of the ledger is exhausted."),
        (-41, 11, "Raised the limit, latency is falling."),
        (-20, 9, "Back to normal. Review tomorrow."),
    ] {
        chat.stage.days_ago(0, minutes)?;
        chat.send(&channel, &person(index).1, words)?;
    }
    chat.say(&channel, &person(9).1, "CONTROL", "resolved").map(drop)
}
