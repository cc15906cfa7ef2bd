//! Doing something to many users in one call.

use chime_model::types::UserError;

use crate::failure::Failure;

/// G-60: does `act` to each item, in order. A refusal becomes an entry of the error list; only a failing store ends the call.
///
/// # Errors
/// The store's.
pub fn collect_errors<T>(
    items: impl IntoIterator<Item = T>,
    user_id: impl Fn(&T) -> String,
    mut act: impl FnMut(T) -> Result<(), Failure>,
) -> Result<Vec<UserError>, Failure> {
    let mut errors = Vec::new();
    for item in items {
        let user_id = user_id(&item);
        match act(item) {
            Ok(()) => {}
            Err(failure @ Failure::Store(_)) => return Err(failure),
            Err(refusal) => errors.push(UserError {
                user_id: Some(user_id),
                error_code: Some(refusal.code()),
                error_message: Some(refusal.to_string()),
            }),
        }
    }
    Ok(errors)
}
