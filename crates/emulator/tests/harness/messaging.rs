//! An app instance, its users and its channels, as tests of messaging begin with.
#![allow(dead_code, reason = "each test file uses its part")]

use std::cell::Cell;

use chime_model::Operation::{
    self, CreateAppInstance, CreateAppInstanceAdmin, CreateAppInstanceUser, CreateChannel, CreateChannelBan,
    CreateChannelMembership, CreateChannelModerator, ListChannelMessages, SendChannelMessage,
};
use serde_json::{Value, json};

use crate::harness::{Service, list, text};

/// An app instance; users are known by the id at the end of their ARN.
pub struct App {
    pub service: Service,
    pub arn: String,
    tokens: Cell<u32>,
}

impl App {
    pub fn new() -> Self {
        let service = Service::new();
        let input = json!({ "Name": "Chat", "ClientRequestToken": "app" });
        let arn = text(&service.call(CreateAppInstance, &input)["AppInstanceArn"]);
        Self { service, arn, tokens: Cell::new(0) }
    }

    /// With Ada, an administrator; Mo, Meg and Nat, users.
    pub fn with_people() -> Self {
        let app = Self::new();
        for user in ["ada", "mo", "meg", "nat"] {
            app.add_user(user);
        }
        app.promote("ada");
        app
    }

    /// A token that was not used before.
    pub fn token(&self) -> String {
        self.tokens.set(self.tokens.get() + 1);
        format!("token-{}", self.tokens.get())
    }

    pub fn user(&self, id: &str) -> String {
        format!("{}/user/{id}", self.arn)
    }

    /// Makes a user with the id as its name.
    pub fn add_user(&self, id: &str) -> String {
        let input = json!({
            "AppInstanceArn": self.arn, "AppInstanceUserId": id, "Name": id, "ClientRequestToken": self.token(),
        });
        text(&self.service.call(CreateAppInstanceUser, &input)["AppInstanceUserArn"])
    }

    pub fn promote(&self, id: &str) {
        let input = json!({ "AppInstanceArn": self.arn, "AppInstanceAdminArn": self.user(id) });
        self.service.call(CreateAppInstanceAdmin, &input);
    }

    /// A channel made by Mo, who is its moderator and member.
    pub fn channel(&self, mode: &str, privacy: &str) -> String {
        let input = json!({
            "AppInstanceArn": self.arn, "Name": format!("{mode} {privacy}"), "Mode": mode, "Privacy": privacy,
            "ClientRequestToken": self.token(), "ChimeBearer": self.user("mo"),
        });
        text(&self.service.call(CreateChannel, &input)["ChannelArn"])
    }

    /// An input about a channel in the name of a user.
    pub fn of(&self, channel: &str, bearer: &str) -> Value {
        json!({ "ChannelArn": channel, "ChimeBearer": self.user(bearer) })
    }

    /// The same about a member.
    pub fn at(&self, channel: &str, bearer: &str, member: &str) -> Value {
        json!({ "ChannelArn": channel, "ChimeBearer": self.user(bearer), "MemberArn": self.user(member) })
    }

    /// Has Mo add a member.
    pub fn join(&self, channel: &str, member: &str, membership_type: &str) {
        let mut input = self.at(channel, "mo", member);
        input["Type"] = membership_type.into();
        self.service.call(CreateChannelMembership, &input);
    }

    /// Has Mo ban a user.
    pub fn ban(&self, channel: &str, user: &str) {
        self.service.call(CreateChannelBan, &self.at(channel, "mo", user));
    }

    /// Has Mo make a moderator.
    pub fn moderator(&self, channel: &str, user: &str) {
        let mut input = self.of(channel, "mo");
        input["ChannelModeratorArn"] = self.user(user).into();
        self.service.call(CreateChannelModerator, &input);
    }

    /// What a user sends to a channel.
    pub fn words(&self, channel: &str, sender: &str, content: &str) -> Value {
        json!({
            "ChannelArn": channel, "ChimeBearer": self.user(sender), "Content": content, "Type": "STANDARD",
            "Persistence": "PERSISTENT", "ClientRequestToken": self.token(),
        })
    }

    /// Sends; the id of the message.
    pub fn send(&self, channel: &str, sender: &str, content: &str) -> String {
        let input = self.words(channel, sender, content);
        text(&self.service.call(SendChannelMessage, &input)["MessageId"])
    }

    /// An input about a message.
    pub fn message(&self, channel: &str, bearer: &str, message: &str) -> Value {
        json!({ "ChannelArn": channel, "ChimeBearer": self.user(bearer), "MessageId": message })
    }

    /// The messages of a channel as Mo lists them, newest first.
    pub fn messages(&self, channel: &str) -> Vec<Value> {
        list(&self.service.call(ListChannelMessages, &self.of(channel, "mo"))["ChannelMessages"])
    }

    /// A call that is forbidden.
    pub fn forbidden(&self, operation: Operation, input: &Value) {
        assert_eq!(self.service.refused(operation, input), "Forbidden", "{operation}");
    }

    /// How many rows of a table, of its indexes too, are in the store.
    pub fn rows(&self, table: &str) -> usize {
        let snapshot = self.service.machine.done("GET", "/_emulator/snapshot", &Value::Null);
        let rows = snapshot["Rows"].as_object().expect("rows");
        rows.keys().filter(|key| key.starts_with(&format!("{table}/")) || key.starts_with(&format!("{table}."))).count()
    }
}
