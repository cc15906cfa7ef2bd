//! A user's phone number.

use chime_model::types::{
    AssociatePhoneNumberWithUserRequest, DisassociatePhoneNumberFromUserRequest, ErrorCode, PhoneNumberAssociationName,
    PhoneNumberProductType, PhoneNumberStatus,
};

use super::find;
use super::row::{USERS, UserRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::service::phone_numbers;
use crate::service::phone_numbers::row::{PHONE_NUMBERS, PhoneNumberRow};

/// AssociatePhoneNumberWithUser (USR-36, USR-37).
pub fn associate_phone_number(
    context: &Context<'_>,
    input: AssociatePhoneNumberWithUserRequest,
) -> Result<(), Failure> {
    let account = changeable(context, &input.account_id)?;
    let mut user = find(context, &account, &input.user_id)?;
    let mut number = phone_numbers::find(context, &input.e164_phone_number)?
        .ok_or_else(|| context.dangling("such number in the inventory"))?;
    if user.phone_number.as_ref() == Some(&number.e164) {
        return Ok(());
    }
    refuse_unfit(&user, &number)?;
    let home = [
        (PhoneNumberAssociationName::AccountId, user.account_id.as_str()),
        (PhoneNumberAssociationName::UserId, user.user_id.as_str()),
    ];
    number.assign(home, context.now());
    user.phone_number = Some(number.e164.clone());
    PHONE_NUMBERS.put(context, &number)?;
    Ok(USERS.put(context, &user)?)
}

fn refuse_unfit(user: &UserRow, number: &PhoneNumberRow) -> Result<(), Failure> {
    // G-12: the code says what is in the way, since Conflict is not declared here.
    let taken = |message| Err(Failure::bad_request(message).with_code(ErrorCode::PhoneNumberAssociationsExist));
    if number.product_type != PhoneNumberProductType::BusinessCalling {
        return Err(Failure::bad_request("Only a number of product type BusinessCalling can be a user's."));
    }
    match number.status {
        PhoneNumberStatus::Unassigned => {}
        PhoneNumberStatus::Assigned => return taken("The number belongs to somebody else."),
        status => return Err(Failure::bad_request(format!("The number is not free: it is {}.", status.as_str()))),
    }
    if user.phone_number.is_some() { taken("The user has a number already; take it away first.") } else { Ok(()) }
}

/// DisassociatePhoneNumberFromUser. USR-38: without a number there is nothing to do.
pub fn disassociate_phone_number(
    context: &Context<'_>,
    input: DisassociatePhoneNumberFromUserRequest,
) -> Result<(), Failure> {
    let account = changeable(context, &input.account_id)?;
    let mut user = find(context, &account, &input.user_id)?;
    release(context, &mut user)?;
    Ok(USERS.put(context, &user)?)
}

/// Gives the user's number back to the inventory; the caller stores the user.
///
/// # Errors
/// The store's.
pub fn release(context: &Context<'_>, user: &mut UserRow) -> Result<(), Failure> {
    let Some(e164) = user.phone_number.take() else { return Ok(()) };
    phone_numbers::find(context, &e164)?.map_or(Ok(()), |number| phone_numbers::release(context, number))
}
