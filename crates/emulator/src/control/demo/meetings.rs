//! Meetings that are going on: one that is recorded and transcribed, and one that waits for its people.

use chime_model::Operation;
use serde_json::{Value, json};

use super::cast::person;
use super::stage::{Stage, text};
use crate::failure::Failure;

pub fn play(stage: &Stage<'_>) -> Result<(), Failure> {
    review(stage)?;
    interview(stage)
}

/// Six people, of whom one has left again, and a telephone that is being called.
fn review(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(0, -38)?;
    let names: Vec<_> = (0..6).map(|index| json!({ "ExternalUserId": person(index).1 })).collect();
    let input = json!({
        "ClientRequestToken": "demo-season-review", "ExternalMeetingId": "season-review", "MediaRegion": "us-west-2",
        "MeetingHostId": person(0).1, "Attendees": names,
        "NotificationsConfiguration": { "SqsQueueArn": "arn:aws:sqs:us-east-1:111122223333:meeting-events" },
        "Tags": [{ "Key": "department", "Value": "merchandising" }, { "Key": "series", "Value": "weekly" }],
    });
    let made = stage.call(Operation::CreateMeetingWithAttendees, input)?;
    let meeting = text(&made["Meeting"], "MeetingId");
    let attendees = made["Attendees"].as_array().cloned().unwrap_or_default();
    for (minutes, attendee) in (-37..).zip(&attendees) {
        stage.days_ago(0, minutes)?;
        client(stage, &meeting, attendee, "connect")?;
    }
    record(stage, &meeting)?;
    stage.days_ago(0, -9)?;
    for attendee in attendees.iter().skip(5) {
        client(stage, &meeting, attendee, "disconnect")?;
    }
    if let Some(attendee) = attendees.first() {
        let input = json!({
            "MeetingId": meeting, "AttendeeId": attendee["AttendeeId"], "Tags": [{ "Key": "role", "Value": "host" }],
        });
        stage.call(Operation::TagAttendee, input)?;
    }
    let guest = json!({ "MeetingId": meeting, "ExternalUserId": "supplier-by-phone" });
    let guest = stage.call(Operation::CreateAttendee, guest)?;
    let call = json!({
        "MeetingId": meeting, "FromPhoneNumber": "+12065550121", "ToPhoneNumber": "+12065550177",
        "JoinToken": guest["Attendee"]["JoinToken"],
    });
    stage.call(Operation::CreateMeetingDialOut, call).map(drop)
}

fn record(stage: &Stage<'_>, meeting: &str) -> Result<(), Failure> {
    stage.days_ago(0, -30)?;
    let engine = json!({ "EngineTranscribeSettings": { "LanguageCode": "en-US", "VocabularyName": "product-names" } });
    let start = json!({ "MeetingId": meeting, "TranscriptionConfiguration": engine });
    stage.call(Operation::StartMeetingTranscription, start)?;
    let artifacts = json!({
        "Audio": { "MuxType": "AudioWithActiveSpeakerVideo" },
        "Video": { "State": "Disabled", "MuxType": "VideoOnly" },
        "Content": { "State": "Enabled", "MuxType": "ContentOnly" },
    });
    let pipeline = json!({
        "ClientRequestToken": "demo-season-review", "SourceType": "ChimeSdkMeeting",
        "SourceArn": format!("arn:aws:chime::111122223333:meeting/{meeting}"),
        "SinkType": "S3Bucket", "SinkArn": "arn:aws:s3:::cascadia-recordings",
        "ChimeSdkMeetingConfiguration": { "ArtifactsConfiguration": artifacts },
    });
    stage.call(Operation::CreateMediaCapturePipeline, pipeline).map(drop)
}

/// Nobody has come yet.
fn interview(stage: &Stage<'_>) -> Result<(), Failure> {
    stage.days_ago(0, -4)?;
    let input = json!({
        "ClientRequestToken": "demo-interview", "ExternalMeetingId": "interview-warehouse-lead",
        "MediaRegion": "eu-central-1",
        "Attendees": [{ "ExternalUserId": person(12).1 }, { "ExternalUserId": "candidate-0042" }],
    });
    stage.call(Operation::CreateMeetingWithAttendees, input).map(drop)
}

fn client(stage: &Stage<'_>, meeting: &str, attendee: &Value, act: &str) -> Result<(), Failure> {
    let token = json!({ "JoinToken": attendee["JoinToken"] });
    stage.hook(&format!("meetings/{meeting}/{act}"), &token).map(drop)
}
