//! How numbers enter the inventory, and how many it holds.

use std::collections::BTreeSet;

use chime_model::types::{PhoneNumberProductType, PhoneNumberStatus};

use super::find;
use super::row::{BY_CREATED, HELD, PHONE_NUMBERS, PhoneNumberRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::number_plan;
use crate::service::quota::{self, Quota};
use crate::store::{Key, Range};

/// Puts a number into the caller's inventory, free to use.
///
/// # Errors
/// BadRequest for a product type that the number cannot have, Conflict when somebody holds it already.
pub fn add(context: &Context<'_>, e164: &str, product_type: PhoneNumberProductType) -> Result<PhoneNumberRow, Failure> {
    let e164 = super::e164(e164);
    number_plan::check_product_type(&e164, product_type)?;
    if find(context, &e164)?.is_some() || is_held(context, &e164)? {
        return Err(context.in_the_way("The number is in an inventory already."));
    }
    let mut row = PhoneNumberRow::new(context, e164, product_type);
    row.acquire(context.now());
    PHONE_NUMBERS.put(context, &row)?;
    Ok(row)
}

/// Whether somebody has the number, or will.
///
/// # Errors
/// The store's.
pub fn is_held(context: &Context<'_>, e164: &str) -> Result<bool, Failure> {
    Ok(PHONE_NUMBERS.find(context, &HELD, Key::of([e164]))?.is_some())
}

/// SRC-4: which numbers that begin like this somebody has, or will.
///
/// # Errors
/// The store's.
pub fn held(context: &Context<'_>, prefix: &str) -> Result<BTreeSet<String>, Failure> {
    let range = Range { starts_with: prefix, ..Range::default() };
    let page = PHONE_NUMBERS.page(context, &HELD, &range, usize::MAX / 2, |_| true)?;
    Ok(page.rows.into_iter().map(|row| row.e164).collect())
}

/// ORD-5, NUM-26: whether the inventory takes `more` numbers; the deletion queue and failed orders do not count.
///
/// # Errors
/// ResourceLimitExceeded.
pub fn check_quota(context: &Context<'_>, more: usize) -> Result<(), Failure> {
    let numbers = (&PHONE_NUMBERS, &BY_CREATED, Key::of([&context.principal().account_id]));
    quota::check_where(context, Quota::PhoneNumbers, more, numbers, |row| {
        !matches!(row.status, PhoneNumberStatus::DeleteInProgress | PhoneNumberStatus::AcquireFailed)
    })
}
