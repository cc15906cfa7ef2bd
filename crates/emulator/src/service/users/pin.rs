//! Personal PINs, which open a person's meetings.

use chime_model::types::{ResetPersonalPINRequest, ResetPersonalPINResponse};

use super::find;
use super::row::{BY_PIN, USERS};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::store::{Key, StoreError};

const LENGTH: usize = 10;

/// ResetPersonalPIN. USR-34: who has none yet gets a first one.
pub fn reset_personal_pin(
    context: &Context<'_>,
    input: ResetPersonalPINRequest,
) -> Result<ResetPersonalPINResponse, Failure> {
    let account = changeable(context, &input.account_id)?;
    let mut user = find(context, &account, &input.user_id)?;
    user.pin = Some(draw(context, &user.aws_account_id)?);
    USERS.put(context, &user)?;
    Ok(ResetPersonalPINResponse { user: Some(user.with_pin()) })
}

/// A PIN that nobody else in the AWS account has.
///
/// # Errors
/// The store's.
pub fn draw(context: &Context<'_>, aws_account_id: &str) -> Result<String, StoreError> {
    loop {
        let pin = context.random().text("0123456789", LENGTH);
        if USERS.find(context, &BY_PIN, Key::of([aws_account_id, &pin]))?.is_none() {
            return Ok(pin);
        }
    }
}
