//! Which connectors a group may have.

use std::collections::BTreeSet;

use chime_model::types::VoiceConnectorItem;

use crate::context::Context;
use crate::failure::Failure;
use crate::service::voice_connectors;

/// VCG-2.
const MOST_ITEMS: usize = 3;

/// VCG-2: at most three, each once. Equal priorities are allowed.
///
/// # Errors
/// BadRequest.
pub fn check(items: &[VoiceConnectorItem]) -> Result<(), Failure> {
    if items.len() > MOST_ITEMS {
        return Err(Failure::bad_request(format!("A group has at most {MOST_ITEMS} voice connectors.")));
    }
    let mut seen = BTreeSet::new();
    if items.iter().all(|item| seen.insert(&item.voice_connector_id)) {
        return Ok(());
    }
    Err(Failure::bad_request("A voice connector stands in the list twice."))
}

/// VCG-3: the connectors must be the caller's.
///
/// # Errors
/// NotFound, or BadRequest where it is not declared.
pub fn resolve(context: &Context<'_>, items: &[VoiceConnectorItem]) -> Result<(), Failure> {
    for item in items {
        if voice_connectors::find(context, &item.voice_connector_id)?.is_none() {
            return Err(context.dangling(&format!("voice connector {}", item.voice_connector_id)));
        }
    }
    Ok(())
}
