//! What becomes of an order once its time has come (ORD-3).

use chime_model::types::{OrderedPhoneNumberStatus, PhoneNumberOrderStatus, PhoneNumberStatus};

use super::failures;
use super::row::{ORDERS, OrderRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::number_plan;
use crate::service::phone_numbers::row::{HELD, PHONE_NUMBERS, PhoneNumberRow};
use crate::store::Key;

/// ORD-3: decides about each number, and by them about the order.
///
/// # Errors
/// The store's.
pub fn complete(context: &Context<'_>, aws_account_id: &str, order_id: &str) -> Result<(), Failure> {
    let order = ORDERS.get(context, &Key::of([aws_account_id, order_id]))?;
    let Some(mut order) = order.filter(|order| order.status == PhoneNumberOrderStatus::Processing) else {
        return Ok(());
    };
    let mut acquired = 0;
    for index in 0..order.numbers.len() {
        let taken = decide(context, &order, &order.numbers[index].e164)?;
        acquired += usize::from(taken);
        order.numbers[index].status =
            if taken { OrderedPhoneNumberStatus::Acquired } else { OrderedPhoneNumberStatus::Failed };
    }
    order.status = match acquired {
        0 => PhoneNumberOrderStatus::Failed,
        all if all == order.numbers.len() => PhoneNumberOrderStatus::Successful,
        _ => PhoneNumberOrderStatus::Partial,
    };
    order.updated = context.now();
    Ok(ORDERS.put(context, &order)?)
}

/// Whether the order brings this number; its row in the inventory then says the same.
fn decide(context: &Context<'_>, order: &OrderRow, e164: &str) -> Result<bool, Failure> {
    let row = PHONE_NUMBERS.get(context, &Key::of([&order.aws_account_id, e164]))?;
    let waits = |row: &PhoneNumberRow| {
        row.status == PhoneNumberStatus::AcquireInProgress && row.order_id.as_ref() == Some(&order.order_id)
    };
    // ORD-4: in the inventory or the queue before this order, or of another order.
    let Some(mut row) = row.filter(waits) else { return Ok(false) };
    let holders = PHONE_NUMBERS.all(context, &HELD, Key::of([e164]))?;
    let owned = holders.iter().any(|holder| holder.status != PhoneNumberStatus::AcquireInProgress);
    // F-10: or because somebody asked for a failure.
    let acquired = number_plan::offers(e164) && !owned && !failures::of(context, e164)?.order;
    if acquired {
        row.acquire(context.now());
    } else {
        row = PhoneNumberRow { status: PhoneNumberStatus::AcquireFailed, updated: context.now(), ..row };
    }
    PHONE_NUMBERS.put(context, &row)?;
    Ok(acquired)
}
