//! Beginning and reading meetings: MTG-1 to MTG-5, MTG-8, MTG-10, MTG-11.

use chime_model::Operation::{
    CreateMeeting, CreateMeetingWithAttendees, DeleteAttendee, DeleteMeeting, GetMeeting, ListMeetings,
};
use serde_json::{Value, json};

use crate::Rooms;
use crate::harness::{NOBODY, column, list, text};

#[test]
fn mtg_1_a_meeting_tells_ids_region_and_places_and_nothing_else() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting_with(json!({
        "ExternalMeetingId": "standup", "MeetingHostId": "host-1", "MediaRegion": "eu-central-1",
        "NotificationsConfiguration": { "SqsQueueArn": "arn:aws:sqs:us-east-1:111122223333:queue" },
        "Tags": [{ "Key": "team", "Value": "design" }],
    }));
    // MTG-5: the host is never shown.
    let members: Vec<_> = meeting.as_object().expect("an object").keys().cloned().collect();
    assert_eq!(members, ["ExternalMeetingId", "MediaPlacement", "MediaRegion", "MeetingId"]);
    assert_eq!(meeting["ExternalMeetingId"], "standup");
    assert_eq!(meeting["MediaRegion"], "eu-central-1");
    let read = rooms.service.call(GetMeeting, &json!({ "MeetingId": meeting["MeetingId"] }));
    assert_eq!(read, json!({ "Meeting": meeting }));
    assert_eq!(rooms.meeting_with(json!({}))["ExternalMeetingId"], Value::Null);
}

#[test]
fn mtg_2_eighteen_regions_host_meetings() {
    let rooms = Rooms::new();
    assert_eq!(rooms.meeting_with(json!({}))["MediaRegion"], "us-east-1");
    for region in ["af-south-1", "ap-northeast-2", "eu-south-1", "us-west-2"] {
        assert_eq!(rooms.meeting_with(json!({ "MediaRegion": region }))["MediaRegion"], region);
    }
    for region in ["us-east-3", "", "US-EAST-1"] {
        let input = json!({ "ClientRequestToken": "other", "MediaRegion": region });
        assert_eq!(rooms.service.refused(CreateMeeting, &input), "BadRequest", "{region}");
    }
}

#[test]
fn mtg_3_eight_places_of_the_meeting_and_its_region() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting_with(json!({ "MediaRegion": "sa-east-1" }));
    let (places, id) = (meeting["MediaPlacement"].as_object().expect("places"), text(&meeting["MeetingId"]));
    assert_eq!(places.len(), 8);
    assert!(places.values().all(|place| text(place).contains("sa-east-1")));
    assert_eq!(text(&places["SignalingUrl"]), format!("wss://signal.m1.sa-east-1.app.chime.aws/control/{id}"));
    assert!(text(&places["AudioFallbackUrl"]).ends_with(&format!(":443/calls/{id}")));
    assert!(text(&places["AudioHostUrl"]).ends_with(".k.m1.sa-east-1.app.chime.aws:3478"));
    assert_eq!(text(&places["AudioHostUrl"]).split('.').next().map(str::len), Some(32));
    assert!(text(&places["TurnControlUrl"]).ends_with("/v2/turn_sessions"));
}

#[test]
fn mtg_4_notifications_go_to_us_east_1() {
    let rooms = Rooms::new();
    let (topic, queue) = ("arn:aws:sns:us-east-1:111122223333:topic", "arn:aws:sqs:us-east-1:111122223333:queue");
    rooms.meeting_with(json!({ "NotificationsConfiguration": { "SnsTopicArn": topic, "SqsQueueArn": queue } }));
    let told = &rooms.service.events("MeetingStarted")[0];
    assert_eq!((&told["SnsTopicArn"], &told["SqsQueueArn"]), (&json!(topic), &json!(queue)));
    for arn in ["arn:aws:sns:eu-west-1:111122223333:topic", "arn"] {
        let input = json!({ "ClientRequestToken": "other", "NotificationsConfiguration": { "SnsTopicArn": arn } });
        assert_eq!(rooms.service.refused(CreateMeeting, &input), "BadRequest", "{arn}");
    }
}

#[test]
fn mtg_8_external_ids_may_repeat() {
    let rooms = Rooms::new();
    let [one, other] = [(); 2].map(|()| rooms.meeting_with(json!({ "ExternalMeetingId": "standup" })));
    assert_ne!(one["MeetingId"], other["MeetingId"]);
}

#[test]
fn mtg_10_a_token_makes_one_meeting_while_it_is_active() {
    // G-51.
    let rooms = Rooms::new();
    let input = json!({ "ClientRequestToken": "once", "ExternalMeetingId": "standup" });
    let first = rooms.service.call(CreateMeeting, &input);
    assert_eq!(rooms.service.call(CreateMeeting, &input), first);
    assert_eq!(rooms.active().len(), 1);
    assert!(rooms.attendees(&text(&first["Meeting"]["MeetingId"])).is_empty());
    let other = json!({ "ClientRequestToken": "once", "ExternalMeetingId": "retro" });
    assert_eq!(rooms.service.refused(CreateMeeting, &other), "BadRequest");
    rooms.service.call(DeleteMeeting, &json!({ "MeetingId": first["Meeting"]["MeetingId"] }));
    assert_ne!(rooms.service.call(CreateMeeting, &input), first);
}

#[test]
fn mtg_10_quotas_are_for_those_who_set_them() {
    let rooms = Rooms::new();
    rooms.service.switch(&json!({ "Quotas": { "MeetingsPerAwsAccount": 1 } }));
    rooms.meeting();
    let input = json!({ "ClientRequestToken": "other" });
    assert_eq!(rooms.service.refused(CreateMeeting, &input), "ResourceLimitExceeded");
}

#[test]
fn mtg_11_a_meeting_stands_without_the_attendees_that_are_refused() {
    let rooms = Rooms::new();
    let attendees = json!([
        { "ExternalUserId": "ada" },
        { "ExternalUserId": "bob", "Tags": [{ "Key": "aws:x", "Value": "y" }] },
        { "ExternalUserId": "ada" },
    ]);
    let input = json!({ "ClientRequestToken": "once", "Attendees": attendees });
    let made = rooms.service.call(CreateMeetingWithAttendees, &input);
    assert_eq!(column(&list(&made["Attendees"]), "ExternalUserId"), ["ada"]);
    assert_eq!(column(&list(&made["Errors"]), "ExternalUserId"), ["bob"]);
    assert_eq!(made["Errors"][0]["ErrorCode"], "BadRequest");
    let id = text(&made["Meeting"]["MeetingId"]);
    assert_eq!(rooms.attendees(&id), list(&made["Attendees"]));
    // G-51: the same answer again, and nobody twice.
    assert_eq!(rooms.service.call(CreateMeetingWithAttendees, &input), made);
    assert_eq!(rooms.attendees(&id).len(), 1);
    let ada = json!({ "MeetingId": id, "AttendeeId": made["Attendees"][0]["AttendeeId"] });
    rooms.service.call(DeleteAttendee, &ada);
    assert_eq!(rooms.service.call(CreateMeetingWithAttendees, &input)["Attendees"], json!([]));
}

#[test]
fn mtg_11_up_to_ten_attendees_and_none_is_fine() {
    let rooms = Rooms::new();
    let some = |count: usize| {
        let attendees: Vec<_> = (0..count).map(|index| json!({ "ExternalUserId": format!("user-{index}") })).collect();
        json!({ "ClientRequestToken": rooms.token(), "Attendees": attendees })
    };
    assert_eq!(rooms.service.refused(CreateMeetingWithAttendees, &some(0)), "BadRequest");
    assert_eq!(rooms.service.refused(CreateMeetingWithAttendees, &some(11)), "BadRequest");
    assert_eq!(list(&rooms.service.call(CreateMeetingWithAttendees, &some(10))["Attendees"]).len(), 10);
    let none = rooms.service.call(CreateMeetingWithAttendees, &json!({ "ClientRequestToken": "none" }));
    assert_eq!((&none["Attendees"], &none["Errors"]), (&json!([]), &json!([])));
}

#[test]
fn meetings_are_listed_in_pages_as_they_began() {
    // G-41, G-42.
    let rooms = Rooms::new();
    let mut made = Vec::new();
    for _ in 0..5 {
        made.push(rooms.meeting());
        rooms.service.advance("1s");
    }
    assert_eq!(rooms.active(), made);
    let first = rooms.service.call(ListMeetings, &json!({ "MaxResults": 3 }));
    assert_eq!(column(&list(&first["Meetings"]), "MeetingId"), made[..3]);
    let second = rooms.service.call(ListMeetings, &json!({ "MaxResults": 3, "NextToken": first["NextToken"] }));
    assert_eq!(column(&list(&second["Meetings"]), "MeetingId"), made[3..]);
    assert_eq!(second["NextToken"], Value::Null);
    assert_eq!(rooms.service.refused(ListMeetings, &json!({ "MaxResults": 100 })), "BadRequest");
}

#[test]
fn nobody_finds_a_meeting_that_never_was() {
    let rooms = Rooms::new();
    for operation in [GetMeeting, DeleteMeeting] {
        assert_eq!(rooms.service.refused(operation, &json!({ "MeetingId": NOBODY })), "NotFound");
    }
}
