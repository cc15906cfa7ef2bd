//! Phone numbers in the inventory of an AWS account.

pub mod batch;
pub mod calling_name;
pub mod deletion;
pub mod inventory;
pub mod row;
pub mod update;

use chime_model::types::{
    GetPhoneNumberRequest, GetPhoneNumberResponse, ListPhoneNumbersRequest, ListPhoneNumbersResponse, PhoneNumberStatus,
};
use percent_encoding::percent_decode_str;

use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::orders::failures;
use crate::store::Key;
use row::{
    BY_ASSOCIATION, BY_CREATED, BY_PRODUCT_TYPE, BY_STATUS, BY_STATUS_AND_PRODUCT_TYPE, PHONE_NUMBERS, PhoneNumberRow,
};

/// GetPhoneNumber. NUM-20: also of numbers in the deletion queue.
pub fn get_phone_number(
    context: &Context<'_>,
    input: GetPhoneNumberRequest,
) -> Result<GetPhoneNumberResponse, Failure> {
    let number = existing(context, &input.phone_number_id)?;
    Ok(GetPhoneNumberResponse { phone_number: Some(number.into()) })
}

/// ListPhoneNumbers. NUM-21: the filters add up; without one, everything is listed.
pub fn list_phone_numbers(
    context: &Context<'_>,
    input: ListPhoneNumbersRequest,
) -> Result<ListPhoneNumbersResponse, Failure> {
    let owner = Key::of([&context.principal().account_id]);
    let association = match (input.filter_name, &input.filter_value) {
        (Some(name), Some(value)) => Some((name, value)),
        (None, None) => None,
        _ => return Err(Failure::bad_request("FilterName and FilterValue go together.")),
    };
    let (index, within) = match (association, input.status, input.product_type) {
        // What belongs to one thing has one status and one product type, with few exceptions.
        (Some((name, value)), ..) => (&BY_ASSOCIATION, owner.and(name.as_str()).and(value)),
        (None, Some(status), Some(product_type)) => {
            (&BY_STATUS_AND_PRODUCT_TYPE, owner.and(status.as_str()).and(product_type.as_str()))
        }
        (None, Some(status), None) => (&BY_STATUS, owner.and(status.as_str())),
        (None, None, Some(product_type)) => (&BY_PRODUCT_TYPE, owner.and(product_type.as_str())),
        (None, None, None) => (&BY_CREATED, owner),
    };
    let limit = page_size(input.max_results, 99);
    let list = List { index, within, starts_with: "", next_token: input.next_token.as_deref(), limit };
    let page = context.list(&PHONE_NUMBERS, list, |number| {
        input.status.is_none_or(|status| number.status == status)
            && input.product_type.is_none_or(|product_type| number.product_type == product_type)
    })?;
    let phone_numbers = page.rows.into_iter().map(Into::into).collect();
    Ok(ListPhoneNumbersResponse { phone_numbers: Some(phone_numbers), next_token: page.next_token })
}

/// The caller's phone number with this id, in any of the forms in which ids arrive.
pub fn find(context: &Context<'_>, phone_number_id: &str) -> Result<Option<PhoneNumberRow>, Failure> {
    Ok(PHONE_NUMBERS.get(context, &Key::of([&context.principal().account_id, &e164(phone_number_id)]))?)
}

/// The same, for an operation that needs it.
///
/// # Errors
/// NotFound.
pub fn existing(context: &Context<'_>, phone_number_id: &str) -> Result<PhoneNumberRow, Failure> {
    find(context, phone_number_id)?.ok_or_else(|| context.absent("phone number with this id"))
}

/// NUM-4: takes the number's home away. ReleaseInProgress is passed through at once; ReleaseFailed comes when it was asked for
/// (F-10), and leaves the number without a home too, so that nothing belongs to what is gone.
///
/// # Errors
/// The store's.
pub fn release(context: &Context<'_>, number: PhoneNumberRow) -> Result<(), Failure> {
    let failed = failures::of(context, &number.e164)?.release;
    let status = if failed { PhoneNumberStatus::ReleaseFailed } else { PhoneNumberStatus::Unassigned };
    let row = PhoneNumberRow { associations: Vec::new(), status, updated: context.now(), ..number };
    Ok(PHONE_NUMBERS.put(context, &row)?)
}

/// The number that an id names. G-5: clients send `+1…`, `%2B1…`, bare digits, and what the wire left of `%252B1…`.
#[must_use]
pub fn e164(phone_number_id: &str) -> String {
    let mut text = phone_number_id.to_owned();
    while let Some(decoded) = Some(percent_decode_str(&text).decode_utf8_lossy()).filter(|decoded| *decoded != text) {
        text = decoded.into_owned();
    }
    if text.starts_with('+') { text } else { format!("+{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_may_be_encoded_as_often_as_it_likes() {
        for id in ["+12065550100", "12065550100", "%2B12065550100", "%252B12065550100"] {
            assert_eq!(e164(id), "+12065550100", "G-5: {id}");
        }
    }
}
