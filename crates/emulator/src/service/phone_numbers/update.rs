//! Changing what a number is for, or the name that it shows.

use std::collections::BTreeSet;

use chime_model::types::{
    BatchUpdatePhoneNumberRequest, BatchUpdatePhoneNumberResponse, PhoneNumberProductType, PhoneNumberStatus,
    UpdatePhoneNumberRequest, UpdatePhoneNumberRequestItem, UpdatePhoneNumberResponse,
};

use super::batch::collect_errors;
use super::row::{PHONE_NUMBERS, PhoneNumberRow};
use super::{calling_name, e164, existing};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::number_plan;

/// UpdatePhoneNumber (NUM-22).
pub fn update_phone_number(
    context: &Context<'_>,
    input: UpdatePhoneNumberRequest,
) -> Result<UpdatePhoneNumberResponse, Failure> {
    let number = update(context, &input.phone_number_id, input.product_type, input.calling_name)?;
    Ok(UpdatePhoneNumberResponse { phone_number: Some(number.into()) })
}

/// BatchUpdatePhoneNumber. NUM-23: each item by the rules of NUM-22.
pub fn batch_update_phone_number(
    context: &Context<'_>,
    input: BatchUpdatePhoneNumberRequest,
) -> Result<BatchUpdatePhoneNumberResponse, Failure> {
    let mut seen = BTreeSet::new();
    let items = input.update_phone_number_request_items;
    let id = |item: &UpdatePhoneNumberRequestItem| item.phone_number_id.clone();
    let errors = collect_errors(items, id, |item| {
        // G-60.
        if !seen.insert(e164(&item.phone_number_id)) {
            return Err(Failure::conflict("An item before this one is about the same number."));
        }
        update(context, &item.phone_number_id, item.product_type, item.calling_name)?;
        Ok(())
    })?;
    Ok(BatchUpdatePhoneNumberResponse { phone_number_errors: Some(errors) })
}

fn update(
    context: &Context<'_>,
    phone_number_id: &str,
    product_type: Option<PhoneNumberProductType>,
    name: Option<String>,
) -> Result<PhoneNumberRow, Failure> {
    if product_type.is_some() == name.is_some() {
        return Err(Failure::bad_request("Give ProductType or CallingName: one attribute can change at a time."));
    }
    let mut number = existing(context, phone_number_id)?;
    if !matches!(number.status, PhoneNumberStatus::Unassigned | PhoneNumberStatus::Assigned) {
        let message = format!("The number cannot change while it is {}.", number.status.as_str());
        return Err(Failure::conflict(message));
    }
    if let Some(name) = name {
        calling_name::start(context, &mut number, name)?;
        PHONE_NUMBERS.put(context, &number)?;
    }
    if let Some(product_type) = product_type.filter(|product_type| *product_type != number.product_type) {
        number_plan::check_product_type(&number.e164, product_type)?;
        if number.status == PhoneNumberStatus::Assigned {
            return Err(Failure::conflict("The product type of a number that is in use cannot change."));
        }
        number = PhoneNumberRow { product_type, updated: context.now(), ..number };
        PHONE_NUMBERS.put(context, &number)?;
    }
    Ok(number)
}
