//! Attendees: ATT-1 to ATT-12.

use chime_model::Operation::{
    BatchCreateAttendee, CreateAttendee, DeleteAttendee, GetAttendee, ListAttendeeTags, ListAttendees,
};
use serde_json::{Value, json};

use crate::Rooms;
use crate::harness::{NOBODY, column, list, text};

fn named(count: usize) -> Vec<Value> {
    (0..count).map(|index| json!({ "ExternalUserId": format!("user-{index}") })).collect()
}

#[test]
fn att_1_the_token_is_shown_by_create_get_and_list() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let ada = rooms.attendee(&meeting, "ada");
    assert!(text(&ada["JoinToken"]).chars().all(|it| it.is_ascii_alphanumeric() || it == '+' || it == '/'));
    assert!(text(&ada["JoinToken"]).len() > 64);
    let at = json!({ "MeetingId": meeting, "AttendeeId": ada["AttendeeId"] });
    assert_eq!(rooms.service.call(GetAttendee, &at)["Attendee"], ada);
    assert_eq!(rooms.attendees(&meeting), [ada]);
}

#[test]
fn att_2_an_attendee_is_found_through_its_meeting_only() {
    let rooms = Rooms::new();
    let (meeting, other) = (rooms.meeting(), rooms.meeting());
    let ada = rooms.attendee(&meeting, "ada");
    for operation in [GetAttendee, DeleteAttendee] {
        for (meeting, attendee) in [(&other, text(&ada["AttendeeId"])), (&meeting, NOBODY.to_owned())] {
            let at = json!({ "MeetingId": meeting, "AttendeeId": attendee });
            assert_eq!(rooms.service.refused(operation, &at), "NotFound", "{operation}");
        }
    }
}

#[test]
fn att_3_a_name_is_one_attendee_until_it_is_deleted() {
    // G-52.
    let rooms = Rooms::new();
    let (meeting, other) = (rooms.meeting(), rooms.meeting());
    let ada = rooms.attendee(&meeting, "ada");
    let tagged = json!({ "MeetingId": meeting, "ExternalUserId": "ada", "Tags": [{ "Key": "late", "Value": "yes" }] });
    assert_eq!(rooms.service.call(CreateAttendee, &tagged)["Attendee"], ada);
    let at = json!({ "MeetingId": meeting, "AttendeeId": ada["AttendeeId"] });
    assert_eq!(rooms.service.call(ListAttendeeTags, &at)["Tags"], json!([]));
    assert_ne!(rooms.attendee(&other, "ada")["AttendeeId"], ada["AttendeeId"]);
    rooms.service.call(DeleteAttendee, &at);
    let again = rooms.attendee(&meeting, "ada");
    assert_ne!(again["AttendeeId"], ada["AttendeeId"]);
    assert_ne!(again["JoinToken"], ada["JoinToken"]);
}

#[test]
fn att_4_a_meeting_holds_250() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    for first in [0, 100, 200] {
        let items: Vec<_> = named(first + 100).split_off(first);
        let answer = rooms.service.call(BatchCreateAttendee, &json!({ "MeetingId": meeting, "Attendees": items }));
        let errors = list(&answer["Errors"]);
        assert_eq!(errors.len(), if first == 200 { 50 } else { 0 });
        assert!(errors.iter().all(|error| error["ErrorCode"] == "ResourceLimitExceeded"));
    }
    let one_more = json!({ "MeetingId": meeting, "ExternalUserId": "one more" });
    assert_eq!(rooms.service.refused(CreateAttendee, &one_more), "ResourceLimitExceeded");
    // ATT-3: who is in already needs no place.
    rooms.attendee(&meeting, "user-7");
    rooms.service.switch(&json!({ "Quotas": { "AttendeesPerMeeting": 251 } }));
    rooms.service.call(CreateAttendee, &one_more);
}

#[test]
fn att_10_attendees_are_of_active_meetings() {
    let rooms = Rooms::new();
    let input = json!({ "MeetingId": NOBODY, "ExternalUserId": "ada" });
    assert_eq!(rooms.service.refused(CreateAttendee, &input), "NotFound");
    let meeting = rooms.meeting();
    let tags = |count: usize| -> Vec<Value> {
        (0..count).map(|index| json!({ "Key": format!("k{index}"), "Value": "v" })).collect()
    };
    let input = |tags: Vec<Value>| json!({ "MeetingId": meeting, "ExternalUserId": "ada", "Tags": tags });
    assert_eq!(rooms.service.refused(CreateAttendee, &input(tags(11))), "BadRequest");
    let ada = rooms.service.call(CreateAttendee, &input(tags(10)))["Attendee"].clone();
    let at = json!({ "MeetingId": meeting, "AttendeeId": ada["AttendeeId"] });
    assert_eq!(list(&rooms.service.call(ListAttendeeTags, &at)["Tags"]).len(), 10);
}

#[test]
fn att_11_a_batch_has_1_to_100_and_says_who_came_in() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let batch = |items: &[Value]| json!({ "MeetingId": meeting, "Attendees": items });
    assert_eq!(rooms.service.refused(BatchCreateAttendee, &batch(&[])), "BadRequest");
    assert_eq!(rooms.service.refused(BatchCreateAttendee, &batch(&named(101))), "BadRequest");
    let mut items = named(2);
    items.push(json!({ "ExternalUserId": "user-0" }));
    items.push(json!({ "ExternalUserId": "bad", "Tags": [{ "Key": "aws:x", "Value": "y" }] }));
    let answer = rooms.service.call(BatchCreateAttendee, &batch(&items));
    assert_eq!(column(&list(&answer["Attendees"]), "ExternalUserId"), ["user-0", "user-1"]);
    assert_eq!(column(&list(&answer["Errors"]), "ExternalUserId"), ["bad"]);
    assert_eq!(rooms.attendees(&meeting).len(), 2);
    let nowhere = json!({ "MeetingId": NOBODY, "Attendees": named(1) });
    assert_eq!(rooms.service.refused(BatchCreateAttendee, &nowhere), "NotFound");
}

#[test]
fn att_12_a_second_deletion_finds_nobody() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let ada = rooms.attendee(&meeting, "ada");
    let at = json!({ "MeetingId": meeting, "AttendeeId": ada["AttendeeId"] });
    rooms.service.call(DeleteAttendee, &at);
    assert_eq!(rooms.service.refused(DeleteAttendee, &at), "NotFound");
    assert!(rooms.attendees(&meeting).is_empty());
}

#[test]
fn attendees_are_listed_in_pages() {
    // G-40, G-42, G-43.
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    for name in ["ada", "bob", "cleo"] {
        rooms.attendee(&meeting, name);
        rooms.service.advance("1s");
    }
    let first = rooms.service.call(ListAttendees, &json!({ "MeetingId": meeting, "MaxResults": 2 }));
    assert_eq!(column(&list(&first["Attendees"]), "ExternalUserId"), ["ada", "bob"]);
    let next = json!({ "MeetingId": meeting, "MaxResults": 2, "NextToken": first["NextToken"] });
    let second = rooms.service.call(ListAttendees, &next);
    assert_eq!(column(&list(&second["Attendees"]), "ExternalUserId"), ["cleo"]);
    let elsewhere = json!({ "MeetingId": rooms.meeting(), "NextToken": first["NextToken"] });
    assert_eq!(rooms.service.refused(ListAttendees, &elsewhere), "BadRequest");
}
