//! An account's policies.

use chime_model::types::{
    AccountSettings, GetAccountSettingsRequest, GetAccountSettingsResponse, UpdateAccountSettingsRequest,
};

use super::gate::changeable;
use super::row::ACCOUNTS;
use crate::context::Context;
use crate::failure::Failure;

/// GetAccountSettings (ACC-28). ACC-27: out of reach while the account is disabled.
pub fn get_account_settings(
    context: &Context<'_>,
    input: GetAccountSettingsRequest,
) -> Result<GetAccountSettingsResponse, Failure> {
    let account = changeable(context, &input.account_id)?;
    let settings = AccountSettings {
        disable_remote_control: Some(account.disable_remote_control),
        enable_dial_out: Some(account.enable_dial_out),
    };
    Ok(GetAccountSettingsResponse { account_settings: Some(settings) })
}

/// UpdateAccountSettings. ACC-29: a member that is absent keeps its value.
pub fn update_account_settings(context: &Context<'_>, input: UpdateAccountSettingsRequest) -> Result<(), Failure> {
    let mut account = changeable(context, &input.account_id)?;
    let settings = input.account_settings;
    account.disable_remote_control = settings.disable_remote_control.unwrap_or(account.disable_remote_control);
    account.enable_dial_out = settings.enable_dial_out.unwrap_or(account.enable_dial_out);
    Ok(ACCOUNTS.put(context, &account)?)
}
