//! SIP media applications: Lambda functions that handle calls, and the calls they make (SMA-1 to SMA-22).

pub mod calls;
pub mod endpoints;
pub mod logging;
pub mod operations;
pub mod row;

use crate::context::Context;
use crate::failure::Failure;
use crate::store::Key;
use row::{APPLICATIONS, ApplicationRow};

pub use operations::{
    create_sip_media_application, delete_sip_media_application, get_sip_media_application, list_sip_media_applications,
    update_sip_media_application,
};

/// The caller's SIP media application with this id.
///
/// # Errors
/// The store's.
pub fn find(context: &Context<'_>, sip_media_application_id: &str) -> Result<Option<ApplicationRow>, Failure> {
    Ok(APPLICATIONS.get(context, &Key::of([&context.principal().account_id, sip_media_application_id]))?)
}

/// The same, for an operation whose path names it.
///
/// # Errors
/// NotFound, or Forbidden where it is not declared (SMA-20).
pub fn existing(context: &Context<'_>, sip_media_application_id: &str) -> Result<ApplicationRow, Failure> {
    find(context, sip_media_application_id)?.ok_or_else(|| context.absent("SIP media application with this id"))
}
