//! Calls out of meetings: DIAL-1 to DIAL-3.

use chime_model::Operation::{self, CreateMeetingDialOut};
use serde_json::{Value, json};

use crate::Rooms;
use crate::harness::{NOBODY, text};

fn call(meeting: &str, from: &str, attendee: &Value) -> Value {
    json!({
        "MeetingId": meeting, "FromPhoneNumber": from, "ToPhoneNumber": "+12065550199",
        "JoinToken": attendee["JoinToken"],
    })
}

#[test]
fn dial_1_the_callee_joins_with_the_token_and_sees_the_number() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let ada = rooms.attendee(&meeting, "ada");
    rooms.service.stock("+12065550100", "VoiceConnector");
    let answer = rooms.service.call(CreateMeetingDialOut, &call(&meeting, "+12065550100", &ada));
    let told = &rooms.service.events("MeetingDialOut")[0];
    assert_eq!(told["TransactionId"], answer["TransactionId"]);
    assert_eq!(text(&answer["TransactionId"]).len(), 36);
    assert_eq!((&told["FromPhoneNumber"], &told["ToPhoneNumber"]), (&json!("+12065550100"), &json!("+12065550199")));
    assert_eq!(told["AttendeeId"], ada["AttendeeId"]);
}

#[test]
fn dial_2_meeting_number_and_token_are_checked_in_this_order() {
    // G-13, G-14, G-15.
    let rooms = Rooms::new();
    let (meeting, other) = (rooms.meeting(), rooms.meeting());
    let stranger = rooms.attendee(&other, "eve");
    let refused = |input: Value| rooms.service.refused(CreateMeetingDialOut, &input);
    assert_eq!(refused(call(NOBODY, "+12065550100", &stranger)), "Forbidden");
    assert_eq!(refused(call(&meeting, "+12065550100", &stranger)), "AccessDenied");
    rooms.service.stock("+12065550100", "VoiceConnector");
    assert_eq!(refused(call(&meeting, "+12065550100", &stranger)), "BadRequest");
    assert!(rooms.service.events("MeetingDialOut").is_empty());
}

#[test]
fn dial_3_it_and_four_others_have_no_successor() {
    let succeeded = |operation: &Operation| operation.spec().replacement.is_some_and(|it| it.operation.is_some());
    let of_meetings = |operation: &Operation| operation.spec().path.starts_with("/meetings");
    let mut alone: Vec<&str> =
        Operation::ALL.into_iter().filter(of_meetings).filter(|it| !succeeded(it)).map(Operation::name).collect();
    alone.sort_unstable();
    let expected = ["CreateMeetingDialOut", "ListAttendeeTags", "ListMeetings", "TagAttendee", "UntagAttendee"];
    assert_eq!(alone, expected);
}
