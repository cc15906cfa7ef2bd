//! Meetings, attendees, dial-out, transcription: MTG-1 to MTG-12, ATT-1 to ATT-12, DIAL-1 to DIAL-3, TRN-1 to TRN-6, F-13.

mod attendees;
mod dial_out;
#[path = "../harness/mod.rs"]
mod harness;
mod life;
mod operations;
#[path = "../support/mod.rs"]
mod support;
mod transcription;

use chime_model::Operation::{CreateAttendee, CreateMeeting, ListAttendees, ListMeetings};
use harness::{Service, column, list, text};
use serde_json::{Value, json};

/// Meetings with tokens of their own.
struct Rooms {
    service: Service,
    tokens: std::cell::Cell<u32>,
}

impl Rooms {
    fn new() -> Self {
        Self { service: Service::new(), tokens: std::cell::Cell::new(0) }
    }

    fn token(&self) -> String {
        self.tokens.set(self.tokens.get() + 1);
        format!("token-{}", self.tokens.get())
    }

    /// A meeting with these members in its request.
    fn meeting_with(&self, mut input: Value) -> Value {
        input["ClientRequestToken"] = self.token().into();
        self.service.call(CreateMeeting, &input)["Meeting"].clone()
    }

    /// The id of a plain meeting.
    fn meeting(&self) -> String {
        text(&self.meeting_with(json!({}))["MeetingId"])
    }

    fn attendee(&self, meeting: &str, name: &str) -> Value {
        let input = json!({ "MeetingId": meeting, "ExternalUserId": name });
        self.service.call(CreateAttendee, &input)["Attendee"].clone()
    }

    fn attendees(&self, meeting: &str) -> Vec<Value> {
        list(&self.service.call(ListAttendees, &json!({ "MeetingId": meeting }))["Attendees"])
    }

    /// Ids of the active meetings.
    fn active(&self) -> Vec<String> {
        column(&list(&self.service.call(ListMeetings, &json!({}))["Meetings"]), "MeetingId")
    }

    fn connect(&self, meeting: &str, attendee: &Value) {
        self.service.hook(&format!("meetings/{meeting}/connect"), &json!({ "JoinToken": attendee["JoinToken"] }));
    }

    fn disconnect(&self, meeting: &str, attendee: &Value) {
        self.service.hook(&format!("meetings/{meeting}/disconnect"), &json!({ "JoinToken": attendee["JoinToken"] }));
    }
}
