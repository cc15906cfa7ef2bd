//! Rooms and memberships: ROM-1 to ROM-18.

#[path = "../harness/mod.rs"]
mod harness;
mod members;
mod rooms;
#[path = "../support/mod.rs"]
mod support;

use chime_model::Operation::{CreateBot, CreateRoom, ListRoomMemberships, ListRooms, PutEventsConfiguration};
use harness::{Service, column, list, text};
use serde_json::{Value, json};

/// An Enterprise account with its rooms.
struct Account {
    service: Service,
    id: String,
}

impl Account {
    fn new() -> Self {
        let service = Service::new();
        let id = service.enterprise("EnterpriseLWA", &["example.com"]);
        Self { service, id }
    }

    fn room(&self, name: &str) -> String {
        text(&self.service.call(CreateRoom, &json!({ "AccountId": self.id, "Name": name }))["Room"]["RoomId"])
    }

    /// An input about a room.
    fn of(&self, room: &str) -> Value {
        json!({ "AccountId": self.id, "RoomId": room })
    }

    /// An input about a member of a room.
    fn at(&self, room: &str, member: &str) -> Value {
        json!({ "AccountId": self.id, "RoomId": room, "MemberId": member })
    }

    fn member(&self, email: &str) -> String {
        self.service.member(&self.id, email)
    }

    fn bot(&self, name: &str) -> String {
        let bot = self.service.call(CreateBot, &json!({ "AccountId": self.id, "DisplayName": name }));
        text(&bot["Bot"]["BotId"])
    }

    /// A bot that may join rooms.
    fn ready_bot(&self, name: &str) -> String {
        let bot = self.bot(name);
        let target = json!({ "AccountId": self.id, "BotId": bot, "LambdaFunctionArn": "arn:aws:lambda:us-east-1:1:f" });
        self.service.call(PutEventsConfiguration, &target);
        bot
    }

    fn members(&self, room: &str) -> Vec<String> {
        let rows = list(&self.service.call(ListRoomMemberships, &self.of(room))["RoomMemberships"]);
        rows.iter().map(|row| text(&row["Member"]["MemberId"])).collect()
    }

    /// Names of the rooms, of a member when one is given.
    fn rooms(&self, member: Option<&str>) -> Vec<String> {
        let input = json!({ "AccountId": self.id, "MemberId": member });
        column(&list(&self.service.call(ListRooms, &input)["Rooms"]), "Name")
    }
}
