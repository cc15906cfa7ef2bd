//! Numbers of voice connectors and of their groups: one home a number (NUM-9).

use chime_model::types::{
    AssociatePhoneNumbersWithVoiceConnectorRequest, AssociatePhoneNumbersWithVoiceConnectorResponse,
    DisassociatePhoneNumbersFromVoiceConnectorRequest, DisassociatePhoneNumbersFromVoiceConnectorResponse, ErrorCode,
    PhoneNumberAssociationName, PhoneNumberError, PhoneNumberProductType, PhoneNumberStatus,
};

use super::existing;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::phone_numbers::batch::collect_errors;
use crate::service::phone_numbers::row::{BY_ASSOCIATION, PHONE_NUMBERS};
use crate::service::phone_numbers::{find, release};
use crate::store::Key;

/// What numbers can belong to: a kind of id, and the id.
pub type Home<'a> = (PhoneNumberAssociationName, &'a str);

/// AssociatePhoneNumbersWithVoiceConnector (VC-30 to VC-32).
pub fn associate_phone_numbers(
    context: &Context<'_>,
    input: AssociatePhoneNumbersWithVoiceConnectorRequest,
) -> Result<AssociatePhoneNumbersWithVoiceConnectorResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let home = (PhoneNumberAssociationName::VoiceConnectorId, connector.voice_connector_id.as_str());
    let errors = attach_all(context, home, input.e164_phone_numbers, input.force_associate)?;
    Ok(AssociatePhoneNumbersWithVoiceConnectorResponse { phone_number_errors: Some(errors) })
}

/// DisassociatePhoneNumbersFromVoiceConnector (VC-33).
pub fn disassociate_phone_numbers(
    context: &Context<'_>,
    input: DisassociatePhoneNumbersFromVoiceConnectorRequest,
) -> Result<DisassociatePhoneNumbersFromVoiceConnectorResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let home = (PhoneNumberAssociationName::VoiceConnectorId, connector.voice_connector_id.as_str());
    let errors = detach_all(context, home, input.e164_phone_numbers)?;
    Ok(DisassociatePhoneNumbersFromVoiceConnectorResponse { phone_number_errors: Some(errors) })
}

/// VC-30: gives numbers this home; with `force` also those that have another one.
///
/// # Errors
/// The store's; what is wrong with a number is in the list.
pub fn attach_all(
    context: &Context<'_>,
    home: Home<'_>,
    numbers: Vec<String>,
    force: Option<bool>,
) -> Result<Vec<PhoneNumberError>, Failure> {
    collect_errors(numbers, String::clone, |number| attach(context, home, &number, force == Some(true)))
}

/// VC-33: takes this home away from numbers.
///
/// # Errors
/// The store's; what is wrong with a number is in the list.
pub fn detach_all(
    context: &Context<'_>,
    home: Home<'_>,
    numbers: Vec<String>,
) -> Result<Vec<PhoneNumberError>, Failure> {
    collect_errors(numbers, String::clone, |number| detach(context, home, &number))
}

/// Refuses to delete what numbers have as their home.
///
/// # Errors
/// Conflict with the code PhoneNumberAssociationsExist (G-12).
pub fn refuse_homes(context: &Context<'_>, name: PhoneNumberAssociationName, id: &str) -> Result<(), Failure> {
    let place = Key::of([&context.principal().account_id, name.as_str(), id]);
    if PHONE_NUMBERS.find(context, &BY_ASSOCIATION, place)?.is_none() {
        return Ok(());
    }
    let refusal = context.in_the_way("Phone numbers are associated with it; disassociate them first.");
    Err(refusal.with_code(ErrorCode::PhoneNumberAssociationsExist))
}

/// VC-31.
fn attach(context: &Context<'_>, (name, id): Home<'_>, number: &str, force: bool) -> Result<(), Failure> {
    let mut number = find(context, number)?.ok_or_else(|| Failure::not_found("There is no such number."))?;
    // NUM-8, VC-32: so a user's number is never forced away.
    if number.product_type != PhoneNumberProductType::VoiceConnector {
        return Err(Failure::bad_request("Only a number of product type VoiceConnector can be associated here."));
    }
    if number.associated_with(name) == Some(id) {
        return Ok(());
    }
    match number.status {
        PhoneNumberStatus::Unassigned => {}
        PhoneNumberStatus::Assigned if force => {}
        PhoneNumberStatus::Assigned => {
            let refusal = Failure::conflict("The number has another association; only ForceAssociate moves it.");
            return Err(refusal.with_code(ErrorCode::PhoneNumberAssociationsExist));
        }
        status => {
            let refusal = Failure::conflict(format!("The number is not ready: it is {}.", status.as_str()));
            return Err(refusal.with_code(ErrorCode::PreconditionFailed));
        }
    }
    number.assign([(name, id)], context.now());
    Ok(PHONE_NUMBERS.put(context, &number)?)
}

fn detach(context: &Context<'_>, (name, id): Home<'_>, number: &str) -> Result<(), Failure> {
    let number = find(context, number)?.filter(|number| number.associated_with(name) == Some(id));
    release(context, number.ok_or_else(|| Failure::not_found("The number is not associated with this."))?)
}
