//! Changing users, one or up to 20.

use std::collections::BTreeSet;

use chime_model::types::{
    AlexaForBusinessMetadata, BatchUpdateUserRequest, BatchUpdateUserResponse, License, UpdateUserRequest,
    UpdateUserResponse, UserType,
};

use super::batch::collect_errors;
use super::find;
use super::row::{USERS, UserRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::service::accounts::row::AccountRow;

/// What is to change; absent is unchanged.
struct Change {
    license: Option<License>,
    user_type: Option<UserType>,
    alexa: Option<AlexaForBusinessMetadata>,
}

/// UpdateUser. USR-27: answers with the whole user.
pub fn update_user(context: &Context<'_>, input: UpdateUserRequest) -> Result<UpdateUserResponse, Failure> {
    let account = changeable(context, &input.account_id)?;
    let change =
        Change { license: input.license_type, user_type: input.user_type, alexa: input.alexa_for_business_metadata };
    let user = apply(context, &account, &input.user_id, change)?;
    Ok(UpdateUserResponse { user: Some(user.without_pin()) })
}

/// BatchUpdateUser (USR-28).
pub fn batch_update_user(
    context: &Context<'_>,
    input: BatchUpdateUserRequest,
) -> Result<BatchUpdateUserResponse, Failure> {
    let account = changeable(context, &input.account_id)?;
    let mut seen = BTreeSet::new();
    let errors = collect_errors(
        input.update_user_request_items,
        |item| item.user_id.clone(),
        |item| {
            // G-60: which of two changes was meant?
            if !seen.insert(item.user_id.clone()) {
                return Err(Failure::conflict("The request changes this user twice."));
            }
            let change = Change {
                license: item.license_type,
                user_type: item.user_type,
                alexa: item.alexa_for_business_metadata,
            };
            apply(context, &account, &item.user_id, change).map(drop)
        },
    )?;
    Ok(BatchUpdateUserResponse { user_errors: Some(errors) })
}

fn apply(context: &Context<'_>, account: &AccountRow, user_id: &str, change: Change) -> Result<UserRow, Failure> {
    let mut user = find(context, account, user_id)?;
    // USR-26.
    if change.user_type.is_some_and(|user_type| user_type != user.user_type) {
        return Err(Failure::bad_request("The type of a user cannot be changed."));
    }
    if let Some(license) = change.license {
        if !account.supported_licenses.contains(&license) {
            let message = format!("The account does not support the license {}.", license.as_str());
            return Err(Failure::bad_request(message));
        }
        user.license = license;
    }
    if let Some(mut alexa) = change.alexa {
        alexa.is_alexa_for_business_enabled.get_or_insert(false);
        user.alexa = alexa;
    }
    USERS.put(context, &user)?;
    Ok(user)
}
