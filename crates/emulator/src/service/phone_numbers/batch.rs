//! Doing something to many numbers in one call.

use chime_model::types::PhoneNumberError;

use crate::failure::Failure;

/// G-60: does `act` to each item, in order. A refusal becomes an entry of the error list, under the id as it was sent; only a
/// failing store ends the call.
///
/// # Errors
/// The store's.
pub fn collect_errors<T>(
    items: impl IntoIterator<Item = T>,
    phone_number_id: impl Fn(&T) -> String,
    mut act: impl FnMut(T) -> Result<(), Failure>,
) -> Result<Vec<PhoneNumberError>, Failure> {
    let mut errors = Vec::new();
    for item in items {
        let phone_number_id = phone_number_id(&item);
        match act(item) {
            Ok(()) => {}
            Err(failure @ Failure::Store(_)) => return Err(failure),
            Err(refusal) => errors.push(PhoneNumberError {
                phone_number_id: Some(phone_number_id),
                error_code: Some(refusal.code()),
                error_message: Some(refusal.to_string()),
            }),
        }
    }
    Ok(errors)
}
