//! An app instance on the stage, and what its people do there.

use std::cell::Cell;

use chime_model::Operation;
use serde_json::{Value, json};

use super::stage::{Stage, text};
use crate::failure::Failure;

/// An app instance; people are known by their user ids.
pub struct Chat<'s> {
    /// Where it is played.
    pub stage: &'s Stage<'s>,
    /// ARN of the app instance.
    pub arn: String,
    name: &'s str,
    tokens: Cell<u32>,
}

impl<'s> Chat<'s> {
    /// Makes an app instance.
    pub fn open(stage: &'s Stage<'s>, name: &'s str) -> Result<Self, Failure> {
        let input = json!({ "Name": name, "ClientRequestToken": token(name, 0) });
        let arn = text(&stage.call(Operation::CreateAppInstance, input)?, "AppInstanceArn");
        Ok(Self { stage, arn, name, tokens: Cell::new(0) })
    }

    pub fn user(&self, id: &str, name: &str, metadata: &str) -> Result<(), Failure> {
        let input = json!({
            "AppInstanceArn": self.arn, "AppInstanceUserId": id, "Name": name, "Metadata": metadata,
            "ClientRequestToken": self.token(),
        });
        self.stage.call(Operation::CreateAppInstanceUser, input).map(drop)
    }

    pub fn admin(&self, id: &str) -> Result<(), Failure> {
        let input = json!({ "AppInstanceArn": self.arn, "AppInstanceAdminArn": self.arn_of(id) });
        self.stage.call(Operation::CreateAppInstanceAdmin, input).map(drop)
    }

    /// Makes a channel; returns its ARN.
    pub fn channel(&self, maker: &str, (name, mode, privacy): (&str, &str, &str)) -> Result<String, Failure> {
        let input = json!({
            "AppInstanceArn": self.arn, "Name": name, "Mode": mode, "Privacy": privacy,
            "ClientRequestToken": self.token(), "ChimeBearer": self.arn_of(maker),
        });
        Ok(text(&self.stage.call(Operation::CreateChannel, input)?, "ChannelArn"))
    }

    pub fn members(&self, channel: &str, bearer: &str, ids: &[String], membership_type: &str) -> Result<(), Failure> {
        let mut input = self.of(channel, bearer);
        input["MemberArns"] = ids.iter().map(|id| self.arn_of(id)).collect();
        input["Type"] = membership_type.into();
        self.stage.call(Operation::BatchCreateChannelMembership, input).map(drop)
    }

    pub fn moderator(&self, channel: &str, bearer: &str, id: &str) -> Result<(), Failure> {
        let mut input = self.of(channel, bearer);
        input["ChannelModeratorArn"] = self.arn_of(id).into();
        self.stage.call(Operation::CreateChannelModerator, input).map(drop)
    }

    pub fn ban(&self, channel: &str, bearer: &str, id: &str) -> Result<(), Failure> {
        let mut input = self.of(channel, bearer);
        input["MemberArn"] = self.arn_of(id).into();
        self.stage.call(Operation::CreateChannelBan, input).map(drop)
    }

    /// Sends words; returns the id of the message.
    pub fn send(&self, channel: &str, sender: &str, words: &str) -> Result<String, Failure> {
        self.say(channel, sender, "STANDARD", words)
    }

    /// Sends a message of any type; returns its id.
    pub fn say(&self, channel: &str, sender: &str, message_type: &str, words: &str) -> Result<String, Failure> {
        let mut input = self.of(channel, sender);
        input["Type"] = message_type.into();
        input["Content"] = words.into();
        input["Persistence"] = "PERSISTENT".into();
        input["ClientRequestToken"] = self.token().into();
        Ok(text(&self.stage.call(Operation::SendChannelMessage, input)?, "MessageId"))
    }

    pub fn edit(&self, channel: &str, bearer: &str, message: &str, words: &str) -> Result<(), Failure> {
        let mut input = self.of(channel, bearer);
        input["MessageId"] = message.into();
        input["Content"] = words.into();
        self.stage.call(Operation::UpdateChannelMessage, input).map(drop)
    }

    pub fn redact(&self, channel: &str, bearer: &str, message: &str) -> Result<(), Failure> {
        let mut input = self.of(channel, bearer);
        input["MessageId"] = message.into();
        self.stage.call(Operation::RedactChannelMessage, input).map(drop)
    }

    pub fn read(&self, channel: &str, bearer: &str) -> Result<(), Failure> {
        self.stage.call(Operation::UpdateChannelReadMarker, self.of(channel, bearer)).map(drop)
    }

    fn of(&self, channel: &str, bearer: &str) -> Value {
        json!({ "ChannelArn": channel, "ChimeBearer": self.arn_of(bearer) })
    }

    fn arn_of(&self, id: &str) -> String {
        format!("{}/user/{id}", self.arn)
    }

    fn token(&self) -> String {
        self.tokens.set(self.tokens.get() + 1);
        token(self.name, self.tokens.get())
    }
}

fn token(name: &str, number: u32) -> String {
    format!("demo-{}-{number}", name.to_lowercase().replace(' ', "-"))
}
