//! Inviting people into a Team account.

use std::collections::BTreeSet;

use chime_model::types::{
    EmailStatus, Invite, InviteStatus, InviteUsersRequest, InviteUsersResponse, RegistrationStatus, UserType,
};
use serde_json::json;

use super::find_by_email;
use super::row::{FORMER_USERS, Invitation, USERS, UserRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::service::accounts::row::AccountRow;
use crate::store::Key;

/// InviteUsers. USR-24: there is no error list; what went wrong shows in the two statuses of an invite.
pub fn invite_users(context: &Context<'_>, input: InviteUsersRequest) -> Result<InviteUsersResponse, Failure> {
    let account = changeable(context, &input.account_id)?;
    let user_type = input.user_type.unwrap_or(UserType::PrivateUser);
    let mut seen = BTreeSet::new();
    let mut invites = Vec::new();
    for email in input.user_email_list {
        // G-60: the same address a second time fails.
        let invite = if seen.insert(email.to_lowercase()) {
            invite(context, &account, email, user_type)?
        } else {
            outcome(email, None, EmailStatus::Failed, InviteStatus::Failed)
        };
        invites.push(invite);
    }
    Ok(InviteUsersResponse { invites: Some(invites) })
}

/// USR-25: what an address gets depends on who has it.
fn invite(context: &Context<'_>, account: &AccountRow, email: String, user_type: UserType) -> Result<Invite, Failure> {
    let former = Key::of([&account.aws_account_id, &account.account_id, &email.to_lowercase()]);
    let user = match find_by_email(context, &email)? {
        Some(user) if user.account_id != account.account_id => {
            return Ok(outcome(email, None, EmailStatus::Failed, InviteStatus::Failed));
        }
        Some(user) if user.registration == RegistrationStatus::Registered => {
            let invite_id = user.invitation.map(|invitation| invitation.invite_id);
            return Ok(outcome(email, invite_id, EmailStatus::NotSent, InviteStatus::Accepted));
        }
        Some(user) => user,
        None => match FORMER_USERS.delete(context, &former)? {
            Some(user) => user,
            None => new_user(context, account, &email, user_type),
        },
    };
    send(context, user, email)
}

fn new_user(context: &Context<'_>, account: &AccountRow, email: &str, user_type: UserType) -> UserRow {
    let local = email.rsplit_once('@').map_or(email, |(local, _)| local);
    let user = UserRow::new(context, account, Some(email.to_owned()), local.to_owned());
    UserRow { user_type, ..user }
}

/// Sends the e-mail, which is an event (G-81), and has the user wait for its acceptance.
fn send(context: &Context<'_>, mut user: UserRow, email: String) -> Result<Invite, Failure> {
    let invite_id = context.random().uuid();
    user.registration = RegistrationStatus::Unregistered;
    user.invitation =
        Some(Invitation { invite_id: invite_id.clone(), status: InviteStatus::Pending, sent: context.now() });
    USERS.put(context, &user)?;
    let detail = json!({
        "AccountId": user.account_id, "UserId": user.user_id, "InviteId": invite_id, "EmailAddress": email,
    });
    context.event("InvitationSent", detail)?;
    Ok(outcome(email, Some(invite_id), EmailStatus::Sent, InviteStatus::Pending))
}

fn outcome(email: String, invite_id: Option<String>, email_status: EmailStatus, status: InviteStatus) -> Invite {
    Invite { invite_id, status: Some(status), email_address: Some(email), email_status: Some(email_status) }
}
