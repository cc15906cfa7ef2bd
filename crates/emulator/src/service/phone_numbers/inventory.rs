//! How a number enters the inventory.

use chime_model::types::{CallingNameStatus, PhoneNumberProductType, PhoneNumberStatus};

use super::row::{PHONE_NUMBERS, PhoneNumberRow};
use super::{find, plan};
use crate::context::Context;
use crate::failure::Failure;

/// Puts a number into the caller's inventory, free to use.
///
/// # Errors
/// BadRequest for a product type that the number cannot have, Conflict when it is there already.
pub fn add(context: &Context<'_>, e164: &str, product_type: PhoneNumberProductType) -> Result<PhoneNumberRow, Failure> {
    let e164 = super::e164(e164);
    plan::check_product_type(&e164, product_type)?;
    if find(context, &e164)?.is_some() {
        return Err(context.in_the_way("The number is in the inventory already."));
    }
    let row = PhoneNumberRow {
        aws_account_id: context.principal().account_id.clone(),
        e164,
        product_type,
        status: PhoneNumberStatus::Unassigned,
        associations: Vec::new(),
        calling_name: None,
        calling_name_status: CallingNameStatus::Unassigned,
        created: context.now(),
        updated: context.now(),
        deleted: None,
    };
    PHONE_NUMBERS.put(context, &row)?;
    Ok(row)
}
