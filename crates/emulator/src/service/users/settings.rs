//! What a user may do with a phone number.

use chime_model::types::{GetUserSettingsRequest, GetUserSettingsResponse, UpdateUserSettingsRequest, UserSettings};

use super::find;
use super::row::USERS;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::{changeable, readable};

/// GetUserSettings.
pub fn get_user_settings(
    context: &Context<'_>,
    input: GetUserSettingsRequest,
) -> Result<GetUserSettingsResponse, Failure> {
    let account = readable(context, &input.account_id)?;
    let telephony = find(context, &account, &input.user_id)?.telephony;
    Ok(GetUserSettingsResponse { user_settings: Some(UserSettings { telephony }) })
}

/// UpdateUserSettings. USR-35: all three at once, with or without a number.
pub fn update_user_settings(context: &Context<'_>, input: UpdateUserSettingsRequest) -> Result<(), Failure> {
    let account = changeable(context, &input.account_id)?;
    let mut user = find(context, &account, &input.user_id)?;
    user.telephony = input.user_settings.telephony;
    Ok(USERS.put(context, &user)?)
}
