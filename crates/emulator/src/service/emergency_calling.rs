//! Whether emergency services would find an address (E911-1 to E911-4). Nothing is stored.

mod address;
mod places;
mod street;

use chime_model::types::{ValidateE911AddressRequest, ValidateE911AddressResponse};

use crate::context::Context;
use crate::failure::Failure;
use address::Normalized;

/// E911-2: how well an address is understood.
const PERFECT: i64 = 0;
const CORRECTED: i64 = 1;
const NOT_VALIDATED: i64 = 2;

/// ValidateE911Address (E911-3).
pub fn validate_e911_address(
    context: &Context<'_>,
    input: ValidateE911AddressRequest,
) -> Result<ValidateE911AddressResponse, Failure> {
    // E911-4.
    if input.aws_account_id != context.principal().account_id {
        return Err(Failure::forbidden("AwsAccountId must be the caller's own account."));
    }
    let normalized = Normalized::of(&input);
    if !normalized.is_valid() {
        return Ok(ValidateE911AddressResponse {
            validation_result: Some(NOT_VALIDATED),
            candidate_address_list: Some(places::candidates(&normalized)),
            ..ValidateE911AddressResponse::default()
        });
    }
    Ok(ValidateE911AddressResponse {
        validation_result: Some(if normalized.is_what_was_sent(&input) { PERFECT } else { CORRECTED }),
        address_external_id: Some(normalized.external_id()),
        address: Some(normalized.into()),
        candidate_address_list: Some(Vec::new()),
    })
}
