//! The deletion queue: seven days in which a number can be brought back (NUM-4).

use chime_model::Timestamp;
use chime_model::types::{
    BatchDeletePhoneNumberRequest, BatchDeletePhoneNumberResponse, DeletePhoneNumberRequest, ErrorCode,
    PhoneNumberStatus, RestorePhoneNumberRequest, RestorePhoneNumberResponse,
};

use super::batch::collect_errors;
use super::row::{PHONE_NUMBERS, PhoneNumberRow};
use super::{existing, inventory};
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::orders::failures;
use crate::store::Key;

/// How long a number stays in the queue.
const QUEUED_FOR_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// DeletePhoneNumber (NUM-24).
pub fn delete_phone_number(context: &Context<'_>, input: DeletePhoneNumberRequest) -> Result<(), Failure> {
    enqueue(context, &input.phone_number_id)
}

/// BatchDeletePhoneNumber (NUM-25). An id that comes twice is harmless: the number is in the queue then.
pub fn batch_delete_phone_number(
    context: &Context<'_>,
    input: BatchDeletePhoneNumberRequest,
) -> Result<BatchDeletePhoneNumberResponse, Failure> {
    let errors = collect_errors(input.phone_number_ids, String::clone, |id| enqueue(context, &id))?;
    Ok(BatchDeletePhoneNumberResponse { phone_number_errors: Some(errors) })
}

fn enqueue(context: &Context<'_>, phone_number_id: &str) -> Result<(), Failure> {
    let number = existing(context, phone_number_id)?;
    if number.status == PhoneNumberStatus::DeleteInProgress {
        return Ok(());
    }
    if !number.associations.is_empty() {
        let refusal =
            Failure::bad_request("The number is in use; take it away from its user, connector, group or rule.");
        return Err(refusal.with_code(ErrorCode::PhoneNumberAssociationsExist));
    }
    if number.status == PhoneNumberStatus::AcquireInProgress {
        return Err(Failure::bad_request("The order of this number is not finished yet."));
    }
    let (leaves, action) = leaving(&number, context.now());
    context.schedule(leaves, &action)?;
    let (status, now) = (PhoneNumberStatus::DeleteInProgress, context.now());
    Ok(PHONE_NUMBERS.put(context, &PhoneNumberRow { status, deleted: Some(now), updated: now, ..number })?)
}

/// RestorePhoneNumber. NUM-26: the number is back, with all it had (NUM-11).
pub fn restore_phone_number(
    context: &Context<'_>,
    input: RestorePhoneNumberRequest,
) -> Result<RestorePhoneNumberResponse, Failure> {
    let mut number = existing(context, &input.phone_number_id)?;
    let since = number.deleted.take().filter(|_| number.status == PhoneNumberStatus::DeleteInProgress);
    let since = since.ok_or_else(|| Failure::bad_request("The number is not in the deletion queue."))?;
    inventory::check_quota(context, 1)?;
    let (leaves, action) = leaving(&number, since);
    context.unschedule(leaves, &action)?;
    // What an order failed to bring does not become the caller's by this way round.
    number.status = if number.acquired { PhoneNumberStatus::Unassigned } else { PhoneNumberStatus::AcquireFailed };
    number.updated = context.now();
    PHONE_NUMBERS.put(context, &number)?;
    Ok(RestorePhoneNumberResponse { phone_number: Some(number.into()) })
}

/// The end of a number in this inventory; from now on others can order it. When that was asked for (F-10) it is DeleteFailed
/// instead, and stays until it is deleted again. Does nothing when it was restored meanwhile.
///
/// # Errors
/// The store's.
pub fn leave(context: &Context<'_>, aws_account_id: &str, e164: &str) -> Result<(), Failure> {
    let key = Key::of([aws_account_id, e164]);
    let due = |number: &PhoneNumberRow| {
        let since = number.deleted.filter(|_| number.status == PhoneNumberStatus::DeleteInProgress);
        since.is_some_and(|since| since.0 + QUEUED_FOR_MS <= context.now().0)
    };
    let Some(number) = PHONE_NUMBERS.get(context, &key)?.filter(due) else { return Ok(()) };
    if failures::of(context, e164)?.deletion {
        let (status, updated) = (PhoneNumberStatus::DeleteFailed, context.now());
        PHONE_NUMBERS.put(context, &PhoneNumberRow { status, updated, deleted: None, ..number })?;
    } else {
        PHONE_NUMBERS.delete(context, &key)?;
    }
    Ok(())
}

fn leaving(number: &PhoneNumberRow, since: Timestamp) -> (Timestamp, Action) {
    let (aws_account_id, e164) = (number.aws_account_id.clone(), number.e164.clone());
    (Timestamp(since.0 + QUEUED_FOR_MS), Action::PhoneNumberLeaves { aws_account_id, e164 })
}
