//! From deletion to the end: disabled for 90 days, restored meanwhile, or gone for good (ACC-10).

use chime_model::Timestamp;
use chime_model::types::{AccountType, DeleteAccountRequest, PhoneNumberAssociationName};
use serde_json::json;

use super::gate::changeable;
use super::row::{ACCOUNTS, AccountRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::phone_numbers::row::{BY_ASSOCIATION, PHONE_NUMBERS};
use crate::service::users::row::{BY_CREATED, FORMER_USERS, OF_ACCOUNT, USERS};
use crate::service::{bots, retention, rooms, users};
use crate::store::Key;

/// How long AWS Support can bring a deleted account back.
const DISABLED_FOR: i64 = 90 * 86_400_000;

/// DeleteAccount.
pub fn delete_account(context: &Context<'_>, input: DeleteAccountRequest) -> Result<(), Failure> {
    let mut account = changeable(context, &input.account_id)?;
    refuse_if_in_use(context, &account)?;
    release_phone_numbers(context, &account)?;
    account.disabled = Some(context.now());
    ACCOUNTS.put(context, &account)?;
    let (vanishes, action) = vanishing(&account, context.now());
    context.schedule(vanishes, &action)?;
    context.event("AccountDisabled", json!({ "AccountId": account.account_id, "VanishesOn": vanishes }))?;
    Ok(())
}

fn refuse_if_in_use(context: &Context<'_>, account: &AccountRow) -> Result<(), Failure> {
    // ACC-25: pending invitations count, since they are users.
    let team = account.account_type == AccountType::Team;
    let users = Key::of([&account.aws_account_id, &account.account_id]);
    if team && USERS.find(context, &BY_CREATED, users)?.is_some() {
        return Err(Failure::unprocessable("The account still has users; suspend them first."));
    }
    // ACC-26.
    if !account.domains.is_empty() {
        let domains = account.domains.join(", ");
        return Err(Failure::unprocessable(format!("The account still has claimed domains: {domains}.")));
    }
    Ok(())
}

/// ACC-27: what users of an Enterprise account still have.
fn release_phone_numbers(context: &Context<'_>, account: &AccountRow) -> Result<(), Failure> {
    let name = PhoneNumberAssociationName::AccountId.as_str();
    let within = Key::of([&account.aws_account_id, name, &account.account_id]);
    for number in PHONE_NUMBERS.all(context, &BY_ASSOCIATION, within)? {
        if let Some(user_id) = number.associated_with(PhoneNumberAssociationName::UserId) {
            let mut user = users::find(context, account, user_id)?;
            users::phone_number::release(context, &mut user)?;
            USERS.put(context, &user)?;
        }
    }
    Ok(())
}

/// F-2: brings a disabled account back, as only AWS Support can.
///
/// # Errors
/// NotFound, and Conflict when it is not disabled.
pub fn restore(context: &Context<'_>, account_id: &str) -> Result<AccountRow, Failure> {
    let mut account = ACCOUNTS
        .get(context, &Key::of([&context.principal().account_id, account_id]))?
        .ok_or_else(|| context.absent("account with this id"))?;
    let Some(since) = account.disabled.take() else {
        return Err(Failure::conflict("The account is not disabled."));
    };
    let (vanishes, action) = vanishing(&account, since);
    context.unschedule(vanishes, &action)?;
    ACCOUNTS.put(context, &account)?;
    context.event("AccountRestored", json!({ "AccountId": account.account_id }))?;
    Ok(account)
}

/// The end of an account and of all that hangs under it. Does nothing when it was restored meanwhile.
///
/// # Errors
/// The store's.
pub fn vanish(context: &Context<'_>, aws_account_id: &str, account_id: &str) -> Result<(), Failure> {
    let key = Key::of([aws_account_id, account_id]);
    let due = |account: &AccountRow| account.disabled.is_some_and(|since| since.0 + DISABLED_FOR <= context.now().0);
    if !ACCOUNTS.get(context, &key)?.is_some_and(|account| due(&account)) {
        return Ok(());
    }
    for user in USERS.all(context, &BY_CREATED, key.clone())? {
        USERS.delete(context, &(USERS.key)(&user))?;
    }
    for user in FORMER_USERS.all(context, &OF_ACCOUNT, key.clone())? {
        FORMER_USERS.delete(context, &(FORMER_USERS.key)(&user))?;
    }
    rooms::forget_account(context, account_id)?;
    bots::forget_account(context, account_id)?;
    retention::forget_account(context, account_id)?;
    ACCOUNTS.delete(context, &key)?;
    Ok(())
}

fn vanishing(account: &AccountRow, since: Timestamp) -> (Timestamp, Action) {
    let (aws_account_id, account_id) = (account.aws_account_id.clone(), account.account_id.clone());
    (Timestamp(since.0 + DISABLED_FOR), Action::AccountVanishes { aws_account_id, account_id })
}
