//! Voice connector groups: connectors that stand in for each other (VCG-1 to VCG-7).

pub mod items;
pub mod operations;
pub mod phone_numbers;
pub mod row;

use crate::context::Context;
use crate::failure::Failure;
use crate::store::Key;
use row::{GROUPS, GROUPS_BY_MEMBER, GroupRow};

pub use operations::{
    create_voice_connector_group, delete_voice_connector_group, get_voice_connector_group, list_voice_connector_groups,
    update_voice_connector_group,
};

/// The caller's group with this id.
///
/// # Errors
/// NotFound.
pub fn existing(context: &Context<'_>, voice_connector_group_id: &str) -> Result<GroupRow, Failure> {
    let row = GROUPS.get(context, &Key::of([&context.principal().account_id, voice_connector_group_id]))?;
    row.ok_or_else(|| context.absent("voice connector group with this id"))
}

/// Whether a connector is in any group.
///
/// # Errors
/// The store's.
pub fn has_member(context: &Context<'_>, voice_connector_id: &str) -> Result<bool, Failure> {
    let place = Key::of([&context.principal().account_id, voice_connector_id]);
    Ok(GROUPS.find(context, &GROUPS_BY_MEMBER, place)?.is_some())
}
