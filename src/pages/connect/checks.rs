//! Whether an endpoint takes keys, asked with the cheapest read.

use chime_model::Operation;
use serde_json::json;

use crate::client::{CallError, attempt};
use crate::session::{Session, Target};

/// Tries the keys. A refusal of the operation itself says that they are known, and counts as success.
pub(super) async fn keys_work(session: Session, target: &Target) -> Result<(), CallError> {
    let answer = attempt(session.client, target, Operation::ListAccounts, &json!({ "MaxResults": 1 })).await;
    match answer {
        Err(error) if error.is("AccessDenied") || error.is("Forbidden") => Ok(()),
        // Who is not connected yet cannot open the log, so there is no link to it.
        answer => answer.map(drop).map_err(|error| CallError { number: None, ..error }),
    }
}
