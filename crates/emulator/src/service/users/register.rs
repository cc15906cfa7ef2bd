//! What people do themselves, outside the API (F-3, F-4): answer an invitation, sign up.

use chime_model::types::{AccountType, InviteStatus, RegistrationStatus};

use super::row::{BY_INVITATION, USERS, UserRow};
use super::{find, find_by_email, pin};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::enterprise::has_claimed_domain_of;
use crate::service::accounts::gate::changeable;
use crate::service::rooms;
use crate::store::{Key, StoreError};

/// Lets the user sign in from now on. USR-2: the first time with a date and a PIN.
///
/// # Errors
/// The store's.
pub fn register(context: &Context<'_>, user: &mut UserRow) -> Result<(), StoreError> {
    user.registration = RegistrationStatus::Registered;
    user.registered.get_or_insert(context.now());
    if user.pin.is_none() {
        user.pin = Some(pin::draw(context, &user.aws_account_id)?);
    }
    Ok(())
}

/// F-3: the invited person accepts.
///
/// # Errors
/// NotFound for an id that no user's newest invitation has, Conflict when it is not pending.
pub fn accept_invitation(context: &Context<'_>, invite_id: &str) -> Result<UserRow, Failure> {
    let mut user = answer_invitation(context, invite_id, InviteStatus::Accepted)?;
    register(context, &mut user)?;
    USERS.put(context, &user)?;
    Ok(user)
}

/// F-3: the invitation does not reach the person, or is refused.
///
/// # Errors
/// As [`accept_invitation`].
pub fn fail_invitation(context: &Context<'_>, invite_id: &str) -> Result<UserRow, Failure> {
    let user = answer_invitation(context, invite_id, InviteStatus::Failed)?;
    USERS.put(context, &user)?;
    Ok(user)
}

fn answer_invitation(context: &Context<'_>, invite_id: &str, answer: InviteStatus) -> Result<UserRow, Failure> {
    let place = Key::of([&context.principal().account_id, invite_id]);
    let mut user =
        USERS.find(context, &BY_INVITATION, place)?.ok_or_else(|| context.absent("invitation with this id"))?;
    match user.invitation.as_mut() {
        Some(invitation) if invitation.status == InviteStatus::Pending => invitation.status = answer,
        _ => return Err(Failure::conflict("The invitation is not pending.")),
    }
    Ok(user)
}

/// F-4: a person of a claimed domain signs up, or appears in the account's directory.
///
/// # Errors
/// NotFound, Forbidden for a Team account, BadRequest for an address outside the claimed domains, Conflict when somebody
/// has registered with it.
pub fn sign_up(
    context: &Context<'_>,
    account_id: &str,
    email: String,
    display_name: Option<String>,
) -> Result<UserRow, Failure> {
    let account = changeable(context, account_id)?;
    if account.account_type == AccountType::Team {
        return Err(Failure::forbidden("People join a Team account by invitation only."));
    }
    if !has_claimed_domain_of(&account, &email) {
        return Err(Failure::bad_request("The account has not claimed the domain of this e-mail address."));
    }
    let local = email.rsplit_once('@').map_or(email.as_str(), |(local, _)| local).to_owned();
    let mut user = match find_by_email(context, &email)? {
        Some(user) if user.account_id == account.account_id => unregistered(user)?,
        Some(_) => return Err(Failure::conflict("A user of another account has this e-mail address.")),
        None => UserRow::new(context, &account, Some(email), local),
    };
    if let Some(display_name) = display_name {
        user.display_name = display_name;
        rooms::rename(context, &user.account_id, &user.user_id, &user.display_name)?;
    }
    register(context, &mut user)?;
    USERS.put(context, &user)?;
    Ok(user)
}

/// F-4: a private user made by CreateUser registers (USR-20).
///
/// # Errors
/// NotFound, and Conflict for a user who has registered, or whose invitation is to be answered first.
pub fn register_private_user(context: &Context<'_>, account_id: &str, user_id: &str) -> Result<UserRow, Failure> {
    let account = changeable(context, account_id)?;
    let mut user = unregistered(find(context, &account, user_id)?)?;
    if user.invitation.as_ref().is_some_and(|invitation| invitation.status == InviteStatus::Pending) {
        return Err(Failure::conflict("The user has a pending invitation; accept that."));
    }
    register(context, &mut user)?;
    USERS.put(context, &user)?;
    Ok(user)
}

fn unregistered(user: UserRow) -> Result<UserRow, Failure> {
    match user.registration {
        RegistrationStatus::Unregistered => Ok(user),
        status => Err(Failure::conflict(format!("The user is {} already.", status.as_str()))),
    }
}
