//! Voice connectors: the SIP trunks of an AWS account, with what can be set of each (VC-1 to VC-81).

pub mod credentials;
pub mod emergency_calling;
pub mod health;
pub mod logging;
pub mod operations;
pub mod origination;
pub mod phone_numbers;
pub mod row;
pub mod streaming;
pub mod termination;

use crate::context::Context;
use crate::failure::Failure;
use crate::store::Key;
use row::{CONNECTORS, ConnectorRow};

pub use operations::{
    create_voice_connector, delete_voice_connector, get_voice_connector, list_voice_connectors, update_voice_connector,
};

/// The caller's voice connector with this id.
///
/// # Errors
/// The store's.
pub fn find(context: &Context<'_>, voice_connector_id: &str) -> Result<Option<ConnectorRow>, Failure> {
    Ok(CONNECTORS.get(context, &Key::of([&context.principal().account_id, voice_connector_id]))?)
}

/// The same, for an operation whose path names it.
///
/// # Errors
/// NotFound.
pub fn existing(context: &Context<'_>, voice_connector_id: &str) -> Result<ConnectorRow, Failure> {
    find(context, voice_connector_id)?.ok_or_else(|| context.absent("voice connector with this id"))
}

/// VC-4: what a connector has only once it was put.
///
/// # Errors
/// NotFound.
pub fn put_before<T>(context: &Context<'_>, part: Option<T>, what: &str) -> Result<T, Failure> {
    part.ok_or_else(|| context.absent(&format!("{what} of this voice connector")))
}
