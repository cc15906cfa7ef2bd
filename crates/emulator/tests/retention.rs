//! How long accounts keep messages, and redaction: RET-1 to RET-8, with the messages of F-5.

mod harness;
mod support;

use chime_model::Operation::{
    CreateRoom, GetRetentionSettings, PutRetentionSettings, RedactConversationMessage, RedactRoomMessage,
};
use harness::{NOBODY, Service, column, list, text};
use serde_json::{Value, json};

/// An Enterprise account with a room.
struct Account {
    service: Service,
    id: String,
    room: String,
}

impl Account {
    fn new() -> Self {
        let service = Service::new();
        let id = service.enterprise("EnterpriseLWA", &["example.com"]);
        let room = service.call(CreateRoom, &json!({ "AccountId": id, "Name": "Lobby" }));
        Self { room: text(&room["Room"]["RoomId"]), service, id }
    }

    fn put(&self, settings: &Value) {
        self.service.call(PutRetentionSettings, &json!({ "AccountId": self.id, "RetentionSettings": settings }));
    }

    fn get(&self) -> Value {
        self.service.call(GetRetentionSettings, &json!({ "AccountId": self.id }))
    }

    /// Path of the hook for messages of a place, `rooms/…` or `conversations/…`.
    fn messages(&self, place: &str) -> String {
        format!("accounts/{}/{place}/messages", self.id)
    }

    /// Writes a message; its id.
    fn write(&self, place: &str, content: &str, created: Option<&str>) -> String {
        let body = json!({ "Content": content, "Sender": "ada@example.com", "CreatedTimestamp": created });
        text(&self.service.hook(&self.messages(place), &body)["Message"]["MessageId"])
    }

    fn read(&self, place: &str) -> Vec<Value> {
        let path = format!("/_emulator/hooks/{}", self.messages(place));
        list(&self.service.machine.done("GET", &path, &Value::Null)["Messages"])
    }

    fn contents(&self, place: &str) -> Vec<String> {
        column(&self.read(place), "Content")
    }
}

fn settings(room: &Value, conversation: &Value) -> Value {
    json!({
        "RoomRetentionSettings": { "RetentionDays": room },
        "ConversationRetentionSettings": { "RetentionDays": conversation },
    })
}

#[test]
fn ret_1_periods_have_1_to_5475_days_and_are_independent() {
    let account = Account::new();
    for days in [0, 5476, -1] {
        for member in ["RoomRetentionSettings", "ConversationRetentionSettings"] {
            let input = json!({ "AccountId": account.id, "RetentionSettings": { member: { "RetentionDays": days } } });
            assert_eq!(account.service.refused(PutRetentionSettings, &input), "BadRequest", "{member} {days}");
        }
    }
    account.put(&settings(&json!(1), &json!(5475)));
    assert_eq!(account.get()["RetentionSettings"], settings(&json!(1), &json!(5475)));
}

#[test]
fn ret_1_retention_is_for_enterprise_accounts() {
    // ACC-8: redaction too.
    let service = Service::new();
    let team = service.team("Acme");
    let account = json!({ "AccountId": team, "RetentionSettings": {} });
    assert_eq!(service.refused(PutRetentionSettings, &account), "Forbidden");
    assert_eq!(service.refused(GetRetentionSettings, &account), "Forbidden");
    let message = json!({ "AccountId": team, "RoomId": "r", "ConversationId": "c", "MessageId": "m" });
    assert_eq!(service.refused(RedactRoomMessage, &message), "Forbidden");
    assert_eq!(service.refused(RedactConversationMessage, &message), "Forbidden");
    let nobody = json!({ "AccountId": NOBODY, "RetentionSettings": {} });
    assert_eq!(service.refused(PutRetentionSettings, &nobody), "NotFound");
    assert_eq!(service.refused(GetRetentionSettings, &nobody), "NotFound");
}

#[test]
fn ret_2_an_empty_object_switches_off_and_an_absent_one_changes_nothing() {
    let account = Account::new();
    account.put(&settings(&json!(30), &json!(60)));
    account.put(&json!({ "RoomRetentionSettings": {} }));
    assert_eq!(account.get()["RetentionSettings"], settings(&Value::Null, &json!(60)));
    account.put(&json!({ "RoomRetentionSettings": { "RetentionDays": 10 } }));
    assert_eq!(account.get()["RetentionSettings"], settings(&json!(10), &json!(60)));
    account.put(&json!({}));
    assert_eq!(account.get()["RetentionSettings"], settings(&json!(10), &json!(60)));
}

#[test]
fn ret_2_g_9_the_answer_is_204_without_a_body() {
    let account = Account::new();
    let body = json!({ "RetentionSettings": settings(&json!(30), &Value::Null) });
    let path = format!("/accounts/{}/retention-settings", account.id);
    assert_eq!(account.service.machine.ask("PUT", &path, &body), (204, Value::Null));
}

#[test]
fn ret_3_deletion_begins_30_days_after_the_put() {
    let account = Account::new();
    account.put(&settings(&json!(1), &Value::Null));
    assert_eq!(account.get()["InitiateDeletionTimestamp"], "2020-10-13T12:26:40.000Z");
    account.service.advance("1d");
    account.put(&json!({ "RoomRetentionSettings": { "RetentionDays": 2 } }));
    assert_eq!(account.get()["InitiateDeletionTimestamp"], "2020-10-14T12:26:40.000Z");
    account.put(&settings(&Value::Null, &Value::Null));
    assert_eq!(account.get()["InitiateDeletionTimestamp"], Value::Null);
}

#[test]
fn ret_4_nothing_set_is_two_empty_objects() {
    let account = Account::new();
    let expected =
        json!({ "RetentionSettings": settings(&Value::Null, &Value::Null), "InitiateDeletionTimestamp": null });
    assert_eq!(account.get(), expected);
}

#[test]
fn ret_5_a_conflict_comes_by_injection_only() {
    let account = Account::new();
    let faults = json!({ "Faults": [{ "Operation": "PutRetentionSettings", "Exception": "ConflictException" }] });
    account.service.machine.done("PUT", "/_emulator/faults", &faults);
    let input = json!({ "AccountId": account.id, "RetentionSettings": settings(&json!(1), &json!(1)) });
    assert_eq!(account.service.refused(PutRetentionSettings, &input), "Conflict");
    assert_eq!(account.get()["RetentionSettings"], settings(&Value::Null, &Value::Null));
}

#[test]
fn ret_6_messages_go_when_they_are_older_than_their_period() {
    let account = Account::new();
    let room = format!("rooms/{}", account.room);
    account.write(&room, "old", Some("2020-01-01T00:00:00Z"));
    account.write(&room, "new", None);
    account.write("conversations/c1", "old", Some("2020-01-01T00:00:00Z"));
    account.put(&settings(&json!(40), &Value::Null));
    // The grace of 30 days.
    account.service.advance("2591999s");
    assert_eq!(account.contents(&room), ["old", "new"]);
    account.service.advance("1s");
    assert_eq!(account.contents(&room), ["new"]);
    // From then on continuously: 40 days after it was written.
    account.service.advance("863999s");
    assert_eq!(account.contents(&room), ["new"]);
    account.service.advance("1s");
    assert_eq!(account.contents(&room), [""; 0]);
    // Messages of later too.
    account.write(&room, "later", None);
    account.service.advance("39d");
    assert_eq!(account.contents(&room), ["later"]);
    account.service.advance("1d");
    assert_eq!(account.contents(&room), [""; 0]);
    assert_eq!(account.contents("conversations/c1"), ["old"], "the other period is off");
    assert_eq!(account.service.events("MessagesPurged").len(), 3);
}

#[test]
fn ret_6_switching_off_in_time_keeps_the_messages() {
    let account = Account::new();
    account.write("conversations/c1", "old", Some("2020-01-01T00:00:00Z"));
    account.put(&settings(&Value::Null, &json!(1)));
    account.service.advance("29d");
    account.put(&settings(&Value::Null, &Value::Null));
    account.service.advance("100d");
    assert_eq!(account.contents("conversations/c1"), ["old"]);
}

#[test]
fn ret_7_ret_8_a_redacted_message_says_nothing_any_more() {
    let account = Account::new();
    let room = format!("rooms/{}", account.room);
    let message = account.write(&room, "secret", None);
    let input = json!({ "AccountId": account.id, "RoomId": account.room, "MessageId": message });
    // G-8, and a repetition changes nothing.
    for _ in 0..2 {
        assert_eq!(account.service.call(RedactRoomMessage, &input), json!({}));
        let read = &account.read(&room)[0];
        assert_eq!((&read["Redacted"], &read["Content"]), (&json!(true), &Value::Null));
    }
    let message = account.write("conversations/c1", "secret", None);
    assert_eq!(account.read("conversations/c1")[0]["Redacted"], false);
    let input = json!({ "AccountId": account.id, "ConversationId": "c1", "MessageId": message });
    account.service.call(RedactConversationMessage, &input);
    account.service.call(RedactConversationMessage, &input);
    assert_eq!(account.read("conversations/c1")[0]["Redacted"], true);
}

#[test]
fn ret_7_only_a_message_of_that_place_is_redacted() {
    let account = Account::new();
    let message = account.write("conversations/c1", "secret", None);
    let refused = |operation, room: &str, conversation: &str, message: &str| {
        let place = json!({ "RoomId": room, "ConversationId": conversation });
        let input = json!({
            "AccountId": account.id, "RoomId": place["RoomId"], "ConversationId": place["ConversationId"],
            "MessageId": message,
        });
        account.service.refused(operation, &input)
    };
    assert_eq!(refused(RedactRoomMessage, &account.room, "c1", &message), "NotFound");
    assert_eq!(refused(RedactRoomMessage, NOBODY, "c1", &message), "NotFound");
    assert_eq!(refused(RedactConversationMessage, &account.room, "c2", &message), "NotFound");
    assert_eq!(refused(RedactConversationMessage, &account.room, "c1", NOBODY), "NotFound");
    assert_eq!(account.contents("conversations/c1"), ["secret"]);
}

#[test]
fn f_5_messages_are_listed_page_by_page() {
    let account = Account::new();
    for content in ["a", "b", "c"] {
        account.service.advance("1s");
        account.write("conversations/c1", content, None);
    }
    let path = format!("/_emulator/hooks/{}", account.messages("conversations/c1"));
    let first = account.service.machine.done("GET", &format!("{path}?limit=2"), &Value::Null);
    assert_eq!(column(&list(&first["Messages"]), "Content"), ["a", "b"]);
    let after = text(&first["Next"]).replace('/', "%2F");
    let second = account.service.machine.done("GET", &format!("{path}?after={after}"), &Value::Null);
    assert_eq!(column(&list(&second["Messages"]), "Content"), ["c"]);
    assert_eq!(second["Next"], Value::Null);
}

#[test]
fn f_5_a_message_in_a_room_needs_the_room() {
    let account = Account::new();
    let (status, _) =
        account.service.hook_refused(&account.messages(&format!("rooms/{NOBODY}")), &json!({ "Content": "x" }));
    assert_eq!(status, 404);
}
