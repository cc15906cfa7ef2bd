//! How meetings end, and who is in them: MTG-6, MTG-7, MTG-12, F-13.

use chime_model::Operation::{
    CreateAttendee, CreateMediaCapturePipeline, CreateMeetingDialOut, DeleteAttendee, DeleteMeeting, GetAttendee,
    GetMediaCapturePipeline, GetMeeting, ListAttendees, ListMeetingTags, StartMeetingTranscription, TagMeeting,
};
use serde_json::json;

use crate::Rooms;
use crate::harness::text;

#[test]
fn mtg_6_a_meeting_lasts_24_hours() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    rooms.service.advance("86399s");
    assert!(rooms.active().contains(&meeting));
    rooms.service.advance("1s");
    assert_eq!(rooms.active(), [""; 0]);
    assert_eq!(rooms.service.refused(GetMeeting, &json!({ "MeetingId": meeting })), "NotFound");
    assert_eq!(rooms.service.events("MeetingEnded")[0]["Reason"], "Expired");
}

#[test]
fn mtg_6_an_ended_meeting_is_not_found_by_anything() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    rooms.service.call(DeleteMeeting, &json!({ "MeetingId": meeting }));
    let attendee = json!({ "MeetingId": meeting, "ExternalUserId": "ada" });
    assert_eq!(rooms.service.refused(CreateAttendee, &attendee), "NotFound");
    let tags = json!({ "MeetingId": meeting, "Tags": [{ "Key": "k", "Value": "v" }] });
    assert_eq!(rooms.service.refused(TagMeeting, &tags), "NotFound");
    for operation in [GetMeeting, DeleteMeeting, ListAttendees, ListMeetingTags] {
        assert_eq!(rooms.service.refused(operation, &json!({ "MeetingId": meeting })), "NotFound", "{operation}");
    }
    // Nothing is left to do a day later.
    rooms.service.advance("2d");
    assert_eq!(rooms.service.events("MeetingEnded").len(), 1);
}

#[test]
fn mtg_6_empty_meetings_go_on_unless_they_are_to_end() {
    let rooms = Rooms::new();
    rooms.meeting();
    rooms.service.advance("6h");
    assert_eq!(rooms.active().len(), 1);
    rooms.service.switch(&json!({ "EndEmptyMeetings": true }));
    let other = rooms.meeting();
    rooms.service.advance("299s");
    assert!(rooms.active().contains(&other));
    rooms.service.advance("1s");
    assert!(!rooms.active().contains(&other));
    assert_eq!(rooms.service.events("MeetingEnded")[0]["Reason"], "Empty");
}

#[test]
fn mtg_6_five_minutes_count_from_when_the_last_one_left() {
    let rooms = Rooms::new();
    rooms.service.switch(&json!({ "EndEmptyMeetings": true }));
    let meeting = rooms.meeting();
    let (ada, bob) = (rooms.attendee(&meeting, "ada"), rooms.attendee(&meeting, "bob"));
    rooms.connect(&meeting, &ada);
    rooms.connect(&meeting, &bob);
    rooms.service.advance("1h");
    rooms.disconnect(&meeting, &ada);
    rooms.service.advance("1h");
    assert_eq!(rooms.active().len(), 1);
    // A deleted attendee is disconnected as well.
    rooms.service.call(DeleteAttendee, &json!({ "MeetingId": meeting, "AttendeeId": bob["AttendeeId"] }));
    rooms.service.advance("4m");
    rooms.connect(&meeting, &ada);
    rooms.service.advance("2m");
    assert_eq!(rooms.active().len(), 1);
    rooms.disconnect(&meeting, &ada);
    rooms.service.advance("5m");
    assert_eq!(rooms.active().len(), 0);
}

#[test]
fn mtg_7_mtg_12_everything_in_a_meeting_ends_with_it() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let ada = rooms.attendee(&meeting, "ada");
    let engine = json!({ "EngineTranscribeSettings": { "LanguageCode": "en-US" } });
    let start = json!({ "MeetingId": meeting, "TranscriptionConfiguration": engine });
    rooms.service.call(StartMeetingTranscription, &start);
    let pipeline = json!({
        "SourceType": "ChimeSdkMeeting", "SourceArn": format!("arn:aws:chime::111122223333:meeting/{meeting}"),
        "SinkType": "S3Bucket", "SinkArn": "arn:aws:s3:::recordings",
    });
    let pipeline = rooms.service.call(CreateMediaCapturePipeline, &pipeline)["MediaCapturePipeline"].clone();
    rooms.service.call(DeleteMeeting, &json!({ "MeetingId": meeting }));

    let at = json!({ "MeetingId": meeting, "AttendeeId": ada["AttendeeId"] });
    assert_eq!(rooms.service.refused(GetAttendee, &at), "NotFound");
    let join = json!({ "JoinToken": ada["JoinToken"] });
    assert_eq!(rooms.service.hook_refused(&format!("meetings/{meeting}/connect"), &join).0, 404);
    assert_eq!(rooms.service.events("TranscriptionStopped").len(), 1);
    let read = rooms.service.call(GetMediaCapturePipeline, &json!({ "MediaPipelineId": pipeline["MediaPipelineId"] }));
    assert_eq!(read["MediaCapturePipeline"]["Status"], "Stopping");
    assert_eq!(rooms.service.events("MeetingEnded")[0]["Reason"], "Deleted");
}

#[test]
fn f_13_clients_come_and_go_with_their_tokens() {
    let rooms = Rooms::new();
    let (meeting, elsewhere) = (rooms.meeting(), rooms.meeting());
    let (ada, stranger) = (rooms.attendee(&meeting, "ada"), rooms.attendee(&elsewhere, "eve"));
    let token = |attendee: &serde_json::Value| json!({ "JoinToken": attendee["JoinToken"] });
    let (connect, disconnect) = (format!("meetings/{meeting}/connect"), format!("meetings/{meeting}/disconnect"));
    assert_eq!(rooms.service.hook_refused(&disconnect, &token(&ada)).0, 409);
    let joined = rooms.service.hook(&connect, &token(&ada));
    assert_eq!(joined, json!({ "AttendeeId": ada["AttendeeId"], "ExternalUserId": "ada" }));
    assert_eq!(rooms.service.hook_refused(&connect, &token(&ada)).0, 409);
    assert_eq!(rooms.service.hook_refused(&connect, &token(&stranger)).0, 403);
    rooms.disconnect(&meeting, &ada);
    assert_eq!(rooms.service.events("AttendeeConnected").len(), 1);
    assert_eq!(text(&rooms.service.events("AttendeeDisconnected")[0]["MeetingId"]), meeting);
    // ATT-1: a deleted attendee's token does not work any more, neither here nor for calls.
    rooms.service.call(DeleteAttendee, &json!({ "MeetingId": meeting, "AttendeeId": ada["AttendeeId"] }));
    assert_eq!(rooms.service.hook_refused(&connect, &token(&ada)).0, 403);
    rooms.service.stock("+12065550100", "VoiceConnector");
    let call = json!({
        "MeetingId": meeting, "FromPhoneNumber": "+12065550100", "ToPhoneNumber": "+12065550199",
        "JoinToken": ada["JoinToken"],
    });
    assert_eq!(rooms.service.refused(CreateMeetingDialOut, &call), "BadRequest");
}
