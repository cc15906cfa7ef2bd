//! Signed-in devices.

use chime_model::types::LogoutUserRequest;
use serde_json::json;

use super::find;
use super::row::UserRow;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::store::StoreError;

/// LogoutUser. USR-33: nothing but the devices changes.
pub fn logout_user(context: &Context<'_>, input: LogoutUserRequest) -> Result<(), Failure> {
    let account = changeable(context, &input.account_id)?;
    let user = find(context, &account, &input.user_id)?;
    Ok(sign_out(context, &user)?)
}

/// Signs the user out everywhere: devices are outside, so it is an event (G-81).
///
/// # Errors
/// The store's.
pub fn sign_out(context: &Context<'_>, user: &UserRow) -> Result<(), StoreError> {
    context.event("UserSignedOut", json!({ "AccountId": user.account_id, "UserId": user.user_id }))
}
