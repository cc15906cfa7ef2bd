//! Who comes to a meeting, and who goes (F-13).

use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Request;
use crate::Emulator;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::attendees::AttendeeRow;
use crate::service::meetings::{self, MeetingRow};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Client {
    join_token: String,
}

pub(super) fn connect(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    with_client(emulator, request, meetings::connect)
}

pub(super) fn disconnect(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    with_client(emulator, request, meetings::disconnect)
}

fn with_client(
    emulator: &Emulator,
    request: &Request<'_>,
    act: fn(&Context<'_>, MeetingRow, &str) -> Result<AttendeeRow, Failure>,
) -> Result<Value, Failure> {
    let client: Client = request.json()?;
    emulator.hook(|context| {
        let meeting = meetings::meeting(context, request.label("MeetingId"))?;
        let attendee = act(context, meeting, &client.join_token)?;
        Ok(json!({ "AttendeeId": attendee.attendee_id, "ExternalUserId": attendee.external_user_id }))
    })
}
