//! Tags: TAG-1 to TAG-7.

mod harness;
#[path = "harness/messaging.rs"]
mod messaging;
mod support;

use chime_model::Operation::{
    CreateAttendee, CreateMeeting, DeleteMeeting, ListAttendeeTags, ListMeetingTags, ListTagsForResource, TagAttendee,
    TagMeeting, TagResource, UntagAttendee, UntagMeeting, UntagResource,
};
use harness::{NOBODY, Service, column, list, text};
use messaging::App;
use serde_json::{Value, json};

fn tags(keys: &[&str]) -> Value {
    json!(keys.iter().map(|key| json!({ "Key": key, "Value": format!("{key} value") })).collect::<Vec<_>>())
}

fn numbered(range: std::ops::Range<usize>) -> Value {
    let keys: Vec<_> = range.map(|index| format!("key-{index}")).collect();
    tags(&keys.iter().map(String::as_str).collect::<Vec<_>>())
}

fn meeting(service: &Service) -> String {
    text(&service.call(CreateMeeting, &json!({ "ClientRequestToken": "once" }))["Meeting"]["MeetingId"])
}

fn arn(meeting: &str) -> String {
    format!("arn:aws:chime::111122223333:meeting/{meeting}")
}

fn of_meeting(service: &Service, meeting: &str) -> Vec<String> {
    column(&list(&service.call(ListMeetingTags, &json!({ "MeetingId": meeting }))["Tags"]), "Key")
}

#[test]
fn tag_1_a_key_again_gets_its_new_value_and_keeps_its_place() {
    let service = Service::new();
    let meeting = meeting(&service);
    let add = |tags: Value| service.call(TagMeeting, &json!({ "MeetingId": meeting, "Tags": tags }));
    add(tags(&["one", "two"]));
    add(json!([{ "Key": "three", "Value": "3" }, { "Key": "one", "Value": "1" }]));
    let read = service.call(ListMeetingTags, &json!({ "MeetingId": meeting }))["Tags"].clone();
    assert_eq!(column(&list(&read), "Key"), ["one", "two", "three"]);
    assert_eq!(read[0]["Value"], "1");
    for (key, value) in [("", "v"), ("k", ""), (&*"k".repeat(129), "v"), ("k", &*"v".repeat(257))] {
        let input = json!({ "MeetingId": meeting, "Tags": [{ "Key": key, "Value": value }] });
        assert_eq!(service.refused(TagMeeting, &input), "BadRequest");
    }
}

#[test]
fn tag_2_a_meeting_has_50_at_most() {
    let service = Service::new();
    let meeting = meeting(&service);
    let add = |range| json!({ "MeetingId": meeting, "Tags": numbered(range) });
    assert_eq!(service.refused(TagMeeting, &add(0..0)), "BadRequest");
    assert_eq!(service.refused(TagMeeting, &add(0..51)), "BadRequest");
    service.call(TagMeeting, &add(0..49));
    assert_eq!(service.refused(TagMeeting, &add(48..51)), "ResourceLimitExceeded");
    service.call(TagMeeting, &add(48..50));
    assert_eq!(of_meeting(&service, &meeting).len(), 50);
    let remove = json!({ "MeetingId": meeting, "TagKeys": ["key-0", "key-7"] });
    service.call(UntagMeeting, &remove);
    assert_eq!(of_meeting(&service, &meeting).len(), 48);
    let nowhere = json!({ "MeetingId": NOBODY, "Tags": tags(&["k"]), "TagKeys": ["k"] });
    for operation in [TagMeeting, UntagMeeting, ListMeetingTags] {
        assert_eq!(service.refused(operation, &nowhere), "NotFound", "{operation}");
    }
}

#[test]
fn tag_3_an_attendee_has_10_at_most() {
    let service = Service::new();
    let meeting = meeting(&service);
    let ada = json!({ "MeetingId": meeting, "ExternalUserId": "ada" });
    let ada = service.call(CreateAttendee, &ada)["Attendee"]["AttendeeId"].clone();
    let add = |range| json!({ "MeetingId": meeting, "AttendeeId": ada, "Tags": numbered(range) });
    assert_eq!(service.refused(TagAttendee, &add(0..11)), "BadRequest");
    service.call(TagAttendee, &add(0..10));
    assert_eq!(service.refused(TagAttendee, &add(10..11)), "ResourceLimitExceeded");
    let remove = json!({ "MeetingId": meeting, "AttendeeId": ada, "TagKeys": ["key-3", "absent"] });
    service.call(UntagAttendee, &remove);
    let at = json!({ "MeetingId": meeting, "AttendeeId": ada });
    assert_eq!(list(&service.call(ListAttendeeTags, &at)["Tags"]).len(), 9);
    let nobody = json!({ "MeetingId": meeting, "AttendeeId": NOBODY, "Tags": tags(&["k"]), "TagKeys": ["k"] });
    for operation in [TagAttendee, UntagAttendee, ListAttendeeTags] {
        assert_eq!(service.refused(operation, &nobody), "NotFound", "{operation}");
    }
}

#[test]
fn tag_4_meetings_and_messaging_are_tagged_by_arn() {
    let app = App::with_people();
    let meeting = meeting(&app.service);
    let channel = app.channel("RESTRICTED", "PRIVATE");
    for arn in [arn(&meeting), app.arn.clone(), app.user("mo"), channel] {
        let resource = json!({ "ResourceARN": arn });
        assert_eq!(app.service.call(ListTagsForResource, &resource)["Tags"], json!([]));
        app.service.call(TagResource, &json!({ "ResourceARN": arn, "Tags": tags(&["one", "two"]) }));
        app.service.call(UntagResource, &json!({ "ResourceARN": arn, "TagKeys": ["one"] }));
        assert_eq!(app.service.call(ListTagsForResource, &resource)["Tags"], tags(&["two"]));
        app.service.call(TagResource, &json!({ "ResourceARN": arn, "Tags": numbered(0..49) }));
        let more = json!({ "ResourceARN": arn, "Tags": numbered(49..50) });
        assert_eq!(app.service.refused(TagResource, &more), "BadRequest", "{arn}");
    }
}

#[test]
fn tag_4_other_arns_are_refused_and_absent_resources_not_found() {
    let app = App::with_people();
    let meeting = meeting(&app.service);
    let absent = [
        arn(NOBODY),
        arn(&meeting).replace("111122223333", "444455556666"),
        format!("{}0", app.arn),
        app.user("nobody"),
        format!("{}/channel/{NOBODY}", app.arn),
    ];
    let other = ["arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4", "arn:aws:s3:::bucket"];
    let cases = absent.iter().map(|arn| (arn.as_str(), "NotFound")).chain(other.map(|arn| (arn, "BadRequest")));
    for (arn, exception) in cases {
        let input = json!({ "ResourceARN": arn, "Tags": tags(&["k"]), "TagKeys": ["k"] });
        for operation in [TagResource, UntagResource, ListTagsForResource] {
            assert_eq!(app.service.refused(operation, &input), exception, "{operation} {arn}");
        }
    }
}

#[test]
fn tag_5_one_set_seen_both_ways_which_ends_with_the_meeting() {
    let service = Service::new();
    let meeting = meeting(&service);
    service.call(TagMeeting, &json!({ "MeetingId": meeting, "Tags": tags(&["one"]) }));
    // With a Region in the ARN as well.
    let regional = arn(&meeting).replace("::", ":us-east-1:");
    service.call(TagResource, &json!({ "ResourceARN": regional, "Tags": tags(&["two"]) }));
    assert_eq!(of_meeting(&service, &meeting), ["one", "two"]);
    assert_eq!(service.call(ListTagsForResource, &json!({ "ResourceARN": regional }))["Tags"], tags(&["one", "two"]));
    service.call(DeleteMeeting, &json!({ "MeetingId": meeting }));
    assert_eq!(service.refused(ListTagsForResource, &json!({ "ResourceARN": regional })), "NotFound");
}

#[test]
fn tag_6_a_user_whose_id_has_an_at_sign_is_tagged() {
    let app = App::new();
    let arn = app.add_user("ada@example.com");
    app.service.call(TagResource, &json!({ "ResourceARN": arn, "Tags": tags(&["one"]) }));
    assert_eq!(app.service.call(ListTagsForResource, &json!({ "ResourceARN": arn }))["Tags"], tags(&["one"]));
    app.service.call(UntagResource, &json!({ "ResourceARN": arn, "TagKeys": ["one"] }));
    assert_eq!(app.service.call(ListTagsForResource, &json!({ "ResourceARN": arn }))["Tags"], json!([]));
}

#[test]
fn tag_7_absent_keys_do_no_harm_and_reserved_ones_are_refused() {
    let service = Service::new();
    let meeting = meeting(&service);
    service.call(UntagMeeting, &json!({ "MeetingId": meeting, "TagKeys": ["absent"] }));
    service.call(UntagResource, &json!({ "ResourceARN": arn(&meeting), "TagKeys": ["absent", "aws:x"] }));
    assert_eq!(of_meeting(&service, &meeting), [""; 0]);
    for operation in [TagMeeting, TagResource] {
        let input = json!({ "MeetingId": meeting, "ResourceARN": arn(&meeting), "Tags": tags(&["one", "aws:x"]) });
        assert_eq!(service.refused(operation, &input), "BadRequest");
    }
    assert_eq!(of_meeting(&service, &meeting), [""; 0]);
}
