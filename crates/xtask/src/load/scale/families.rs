//! The families whose tables grow large, and the calls that are made of them.

use super::with;
use anyhow::{Context, Result};
use chime_emulator::Emulator;
use chime_model::Operation;
use serde_json::{Value, json};

/// How rows of a family are made and read.
pub struct Family {
    pub name: &'static str,
    /// Makes what contains the rows; the members that every call below has.
    pub home: fn(&Emulator) -> Result<Value>,
    /// Rows made by one `fill`.
    pub batch: u64,
    /// Makes rows from this number on, the fastest way there is.
    pub fill: fn(&Emulator, &Value, u64) -> Result<()>,
    /// Makes one row with this number.
    pub create: fn(&Value, u64) -> (Operation, Value),
    /// Reads one row of the list.
    pub get: fn(&Value, &Value) -> (Operation, Value),
    /// The list, and the member that holds its rows.
    pub list: (Operation, &'static str),
    /// Names of filtered lists, and members for a filter that finds few rows or one.
    pub filters: &'static [(&'static str, Filter)],
}

/// Members of a filter, made from a row that is there.
type Filter = fn(&Value) -> Value;

/// Phone numbers, users, messages.
pub const FAMILIES: &[Family] = &[
    Family {
        name: "numbers",
        home: |_| Ok(json!({})),
        batch: 1,
        fill: |emulator, _, number| {
            let body = json!({ "E164PhoneNumber": e164(number), "ProductType": "VoiceConnector" });
            emulator.control("POST", "/_emulator/hooks/phone-number", &body)?;
            Ok(())
        },
        create: |_, number| {
            let order = json!({ "ProductType": "VoiceConnector", "E164PhoneNumbers": [e164(number)] });
            (Operation::CreatePhoneNumberOrder, order)
        },
        get: |_, row| (Operation::GetPhoneNumber, json!({ "PhoneNumberId": row["PhoneNumberId"] })),
        list: (Operation::ListPhoneNumbers, "PhoneNumbers"),
        filters: &[
            ("by status", |_| json!({ "Status": "ReleaseFailed" })),
            ("by product type", |_| json!({ "ProductType": "BusinessCalling" })),
            ("by owner", |_| json!({ "FilterName": "VoiceConnectorId", "FilterValue": "abcdefghij0123456789ab" })),
        ],
    },
    Family {
        name: "users",
        home: |emulator| {
            let account = emulator.call(Operation::CreateAccount, json!({ "Name": "Large" }))?;
            Ok(json!({ "AccountId": account["Account"]["AccountId"] }))
        },
        batch: 50,
        fill: |emulator, home, first| {
            let emails: Vec<String> = (first..first + 50).map(email).collect();
            let input = with(home, &json!({ "UserEmailList": emails }));
            emulator.call(Operation::InviteUsers, input)?;
            Ok(())
        },
        create: |home, number| (Operation::CreateUser, with(home, &json!({ "Email": email(number) }))),
        get: |home, row| (Operation::GetUser, with(home, &json!({ "UserId": row["UserId"] }))),
        list: (Operation::ListUsers, "Users"),
        filters: &[
            ("by e-mail", |row| json!({ "UserEmail": row["PrimaryEmail"] })),
            ("by type", |_| json!({ "UserType": "SharedDevice" })),
        ],
    },
    Family {
        name: "messages",
        home: channel,
        batch: 1,
        fill: |emulator, home, number| {
            let (operation, input) = message(home, number);
            emulator.call(operation, input)?;
            Ok(())
        },
        create: message,
        get: |home, row| (Operation::GetChannelMessage, with(home, &json!({ "MessageId": row["MessageId"] }))),
        list: (Operation::ListChannelMessages, "ChannelMessages"),
        filters: &[("by time", |_| json!({ "NotAfter": 946_684_800 }))],
    },
];

/// Numbers of the North American plan, eight million to choose from.
fn e164(number: u64) -> String {
    format!("+1206{:07}", 2_000_000 + number)
}

fn email(number: u64) -> String {
    format!("user{number}@example.com")
}

fn message(home: &Value, number: u64) -> (Operation, Value) {
    let message = json!({
        "Content": format!("Message {number}"), "Type": "STANDARD", "Persistence": "PERSISTENT",
        "ClientRequestToken": format!("token-{number}"),
    });
    (Operation::SendChannelMessage, with(home, &message))
}

/// A channel with one member, who writes and reads.
fn channel(emulator: &Emulator) -> Result<Value> {
    let call = |operation, input| emulator.call(operation, input);
    let instance = call(Operation::CreateAppInstance, json!({ "Name": "Large", "ClientRequestToken": "instance" }))?;
    let instance = instance["AppInstanceArn"].as_str().context("an app instance has an ARN")?;
    let user =
        json!({ "AppInstanceArn": instance, "AppInstanceUserId": "ada", "Name": "Ada", "ClientRequestToken": "user" });
    let user = call(Operation::CreateAppInstanceUser, user)?["AppInstanceUserArn"].clone();
    let channel =
        json!({ "AppInstanceArn": instance, "Name": "Large", "ClientRequestToken": "channel", "ChimeBearer": user });
    let channel = call(Operation::CreateChannel, channel)?["ChannelArn"].clone();
    Ok(json!({ "ChannelArn": channel, "ChimeBearer": user }))
}
