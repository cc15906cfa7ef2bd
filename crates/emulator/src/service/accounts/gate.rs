//! The way into an account: whether it is there, may be asked this, and may be changed.

use chime_model::Operation;
use chime_model::types::AccountType;

use super::row::{ACCOUNTS, AccountRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::store::Key;

const ALL: &[AccountType] =
    &[AccountType::Team, AccountType::EnterpriseDirectory, AccountType::EnterpriseLWA, AccountType::EnterpriseOIDC];
const ENTERPRISE: &[AccountType] =
    &[AccountType::EnterpriseDirectory, AccountType::EnterpriseLWA, AccountType::EnterpriseOIDC];

/// ACC-8: the account types that an operation is for.
fn allowed_types(operation: Operation) -> &'static [AccountType] {
    use Operation::*;
    match operation {
        InviteUsers => &[AccountType::Team],
        BatchSuspendUser => &[AccountType::Team, AccountType::EnterpriseLWA],
        BatchUnsuspendUser => &[AccountType::EnterpriseLWA],
        AssociateSigninDelegateGroupsWithAccount | DisassociateSigninDelegateGroupsFromAccount => ENTERPRISE,
        CreateRoom | GetRoom | ListRooms | UpdateRoom | DeleteRoom => ENTERPRISE,
        CreateRoomMembership | BatchCreateRoomMembership | ListRoomMemberships | UpdateRoomMembership => ENTERPRISE,
        DeleteRoomMembership => ENTERPRISE,
        CreateBot | GetBot | ListBots | UpdateBot | RegenerateSecurityToken => ENTERPRISE,
        PutEventsConfiguration | GetEventsConfiguration | DeleteEventsConfiguration => ENTERPRISE,
        PutRetentionSettings | GetRetentionSettings | RedactConversationMessage | RedactRoomMessage => ENTERPRISE,
        _ => ALL,
    }
}

/// The account of an operation that only reads.
///
/// # Errors
/// NotFound (ACC-21) and Forbidden (ACC-8).
pub fn readable(context: &Context<'_>, account_id: &str) -> Result<AccountRow, Failure> {
    let account = ACCOUNTS
        .get(context, &Key::of([&context.principal().account_id, account_id]))?
        .filter(|account| is_visible(context, account))
        .ok_or_else(|| context.absent("account with this id"))?;
    let allowed = context.operation.map_or(ALL, allowed_types);
    // ACC-9: the lenient switch.
    let lenient = context.settings().lenient && account.account_type == AccountType::Team;
    if lenient || allowed.contains(&account.account_type) {
        return Ok(account);
    }
    let names: Vec<&str> = allowed.iter().map(|it| it.as_str()).collect();
    Err(Failure::forbidden(format!(
        "This is for accounts of type {}; this account is of type {}.",
        names.join(" or "),
        account.account_type.as_str()
    )))
}

/// The account of an operation that changes it, or that asks for what a deleted account has lost.
///
/// # Errors
/// NotFound, and Forbidden also when the account is disabled (ACC-11).
pub fn changeable(context: &Context<'_>, account_id: &str) -> Result<AccountRow, Failure> {
    let account = readable(context, account_id)?;
    if account.disabled.is_some() {
        return Err(Failure::forbidden("The account is disabled; it can only be looked at until it vanishes."));
    }
    Ok(account)
}

/// Whether the account can be seen at all: deleted ones can, unless that is switched off (ACC-11).
#[must_use]
pub fn is_visible(context: &Context<'_>, account: &AccountRow) -> bool {
    account.disabled.is_none() || context.settings().disabled_accounts_visible
}
