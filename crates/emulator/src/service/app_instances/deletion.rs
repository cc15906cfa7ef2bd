//! The end of an app instance (APP-12): out of reach at once, its rows freed little by little.

use chime_model::Timestamp;
use chime_model::types::DeleteAppInstanceRequest;

use super::admins::{self, ADMINS};
use super::row::{APP_INSTANCES, instance};
use super::{retention, streaming};
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::tags::{self, Resource};
use crate::service::{app_instance_users, channels};
use crate::store::{Key, Range};

/// How many channels, users and administrators go at a time.
const AT_A_TIME: usize = 500;
const PAUSE_MS: i64 = 1000;

/// APP-12: everything in an app instance is found through it, so nothing is once it is gone.
///
/// # Errors
/// Forbidden for one that is not there (G-15).
pub fn delete_app_instance(context: &Context<'_>, input: DeleteAppInstanceRequest) -> Result<(), Failure> {
    let row = instance(context, &input.app_instance_arn)?;
    APP_INSTANCES.delete(context, &(APP_INSTANCES.key)(&row))?;
    tags::forget(context, Resource::AppInstance(&row.app_instance_id))?;
    retention::forget(context, &row.app_instance_id)?;
    streaming::forget(context, &row.app_instance_id)?;
    let purge = Action::AppInstanceIsPurged { app_instance_id: row.app_instance_id };
    Ok(context.schedule(context.now(), &purge)?)
}

/// APP-12: frees some of the rows of a deleted app instance, and comes back while there are more.
///
/// # Errors
/// The store's.
pub fn purge(context: &Context<'_>, app_instance_id: &str) -> Result<(), Failure> {
    let range = Range { within: Key::of([app_instance_id]), ..Range::default() };
    let admins = ADMINS.page(context, &admins::BY_CREATED, &range, AT_A_TIME, |_| true)?.rows;
    for admin in &admins {
        ADMINS.delete(context, &(ADMINS.key)(admin))?;
    }
    let more = [
        admins.len() == AT_A_TIME,
        channels::purge_instance(context, app_instance_id, AT_A_TIME)?,
        app_instance_users::purge_instance(context, app_instance_id, AT_A_TIME)?,
    ];
    if more.contains(&true) {
        let again = Action::AppInstanceIsPurged { app_instance_id: app_instance_id.to_owned() };
        context.schedule(Timestamp(context.now().0 + PAUSE_MS), &again)?;
    }
    Ok(())
}
