//! Calling names take their time: carriers have up to 72 hours (NUM-10).

use chime_model::Timestamp;
use chime_model::types::CallingNameStatus;

use super::row::{PHONE_NUMBERS, PendingCallingName, PhoneNumberRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::orders::failures;
use crate::store::Key;

/// NUM-10: starts a change; until it is through, the old name shows. The caller stores the row.
///
/// # Errors
/// Conflict while another change is under way.
pub fn start(context: &Context<'_>, number: &mut PhoneNumberRow, name: String) -> Result<(), Failure> {
    if number.calling_name_status == CallingNameStatus::UpdateInProgress {
        return Err(Failure::conflict("A change of the calling name is under way; the next one must wait for it."));
    }
    let due = Timestamp(context.now().0.saturating_add_unsigned(context.settings().calling_name_ms));
    number.calling_name_status = CallingNameStatus::UpdateInProgress;
    number.pending_calling_name = Some(PendingCallingName { name: Some(name).filter(|name| !name.is_empty()), due });
    number.updated = context.now();
    let (aws_account_id, e164) = (number.aws_account_id.clone(), number.e164.clone());
    Ok(context.schedule(due, &Action::CallingNameSettles { aws_account_id, e164 })?)
}

/// NUM-10: ends a change, with the new name or, when that was asked for (F-10), with the old one.
///
/// # Errors
/// The store's.
pub fn settle(context: &Context<'_>, aws_account_id: &str, e164: &str) -> Result<(), Failure> {
    let Some(mut number) = PHONE_NUMBERS.get(context, &Key::of([aws_account_id, e164]))? else { return Ok(()) };
    // The number may have left the inventory and come back since.
    let Some(change) = number.pending_calling_name.take_if(|change| change.due <= context.now()) else { return Ok(()) };
    number.calling_name_status = if failures::of(context, e164)?.calling_name {
        CallingNameStatus::UpdateFailed
    } else {
        number.calling_name = change.name;
        number.calling_name.as_ref().map_or(CallingNameStatus::Unassigned, |_| CallingNameStatus::UpdateSucceeded)
    };
    number.updated = context.now();
    Ok(PHONE_NUMBERS.put(context, &number)?)
}
