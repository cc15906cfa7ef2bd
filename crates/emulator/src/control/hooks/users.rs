//! People who answer invitations (F-3) or sign up (F-4).

use chime_model::Operation;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Request;
use super::check;
use crate::Emulator;
use crate::failure::Failure;
use crate::service::users::register;
use crate::service::users::row::UserRow;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct SignUp {
    email: String,
    display_name: Option<String>,
}

pub(super) fn sign_up(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let SignUp { email, display_name } = request.json()?;
    let account_id = request.label("AccountId");
    check(Operation::CreateUser, &json!({ "AccountId": account_id, "Email": email }))?;
    emulator.hook(|context| Ok(shown(register::sign_up(context, account_id, email, display_name)?)))
}

pub(super) fn register(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let (account_id, user_id) = (request.label("AccountId"), request.label("UserId"));
    emulator.hook(|context| Ok(shown(register::register_private_user(context, account_id, user_id)?)))
}

pub(super) fn accept_invitation(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let invite_id = request.label("InviteId");
    emulator.hook(|context| Ok(shown(register::accept_invitation(context, invite_id)?)))
}

pub(super) fn fail_invitation(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let invite_id = request.label("InviteId");
    emulator.hook(|context| Ok(shown(register::fail_invitation(context, invite_id)?)))
}

/// As GetUser shows the user.
fn shown(user: UserRow) -> Value {
    json!({ "User": user.with_pin() })
}
