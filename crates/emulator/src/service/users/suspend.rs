//! Suspending users, and bringing them back.

use std::collections::BTreeSet;

use chime_model::types::{
    AccountType, BatchSuspendUserRequest, BatchSuspendUserResponse, BatchUnsuspendUserRequest,
    BatchUnsuspendUserResponse, InviteStatus, RegistrationStatus,
};
use serde_json::json;

use super::batch::collect_errors;
use super::row::{FORMER_USERS, USERS, UserRow};
use super::{find, phone_number, register, session};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::service::rooms;

/// BatchSuspendUser. USR-2: out of a Team account the user leaves; in an EnterpriseLWA account the user is locked.
pub fn batch_suspend_user(
    context: &Context<'_>,
    input: BatchSuspendUserRequest,
) -> Result<BatchSuspendUserResponse, Failure> {
    let account = changeable(context, &input.account_id)?;
    let errors = collect_errors(once_each(input.user_id_list), String::clone, |user_id| {
        let user = find(context, &account, &user_id)?;
        if account.account_type == AccountType::Team { leave(context, user) } else { lock(context, user) }
    })?;
    Ok(BatchSuspendUserResponse { user_errors: Some(errors) })
}

/// BatchUnsuspendUser. USR-32: who is not suspended is left alone.
pub fn batch_unsuspend_user(
    context: &Context<'_>,
    input: BatchUnsuspendUserRequest,
) -> Result<BatchUnsuspendUserResponse, Failure> {
    let account = changeable(context, &input.account_id)?;
    let errors = collect_errors(once_each(input.user_id_list), String::clone, |user_id| {
        let mut user = find(context, &account, &user_id)?;
        if user.registration == RegistrationStatus::Suspended {
            register::register(context, &mut user)?;
            USERS.put(context, &user)?;
        }
        Ok(())
    })?;
    Ok(BatchUnsuspendUserResponse { user_errors: Some(errors) })
}

/// G-60: an id that comes twice is harmless here, so it counts once.
fn once_each(user_ids: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    user_ids.into_iter().filter(|user_id| seen.insert(user_id.clone())).collect()
}

/// USR-30: the user keeps everything, but is signed out at once and cannot sign in.
///
/// # Errors
/// The store's.
pub fn lock(context: &Context<'_>, mut user: UserRow) -> Result<(), Failure> {
    if user.registration != RegistrationStatus::Suspended {
        user.registration = RegistrationStatus::Suspended;
        USERS.put(context, &user)?;
        session::sign_out(context, &user)?;
    }
    Ok(())
}

/// USR-31: the user goes on as a free user elsewhere. The number stays; the row waits for a new invitation (USR-25).
fn leave(context: &Context<'_>, mut user: UserRow) -> Result<(), Failure> {
    phone_number::release(context, &mut user)?;
    rooms::leave_all(context, &user.account_id, &user.user_id)?;
    if let Some(invitation) = user.invitation.as_mut().filter(|it| it.status == InviteStatus::Pending) {
        invitation.status = InviteStatus::Failed;
    }
    USERS.delete(context, &(USERS.key)(&user))?;
    // Who comes back registers anew.
    (user.registered, user.pin) = (None, None);
    let status = user.invitation.as_ref().map(|invitation| invitation.status);
    let detail = json!({
        "AccountId": user.account_id, "UserId": user.user_id, "EmailAddress": user.email, "InvitationStatus": status,
    });
    context.event("UserLeftAccount", detail)?;
    Ok(FORMER_USERS.put(context, &user)?)
}
