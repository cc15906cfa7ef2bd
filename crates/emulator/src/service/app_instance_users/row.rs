//! Users as they are stored.

use chime_model::Timestamp;
use chime_model::types::{AppInstanceUser, AppInstanceUserSummary};
use serde::{Deserialize, Serialize};

use super::person::{self, Person};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instances::{Arn, existing_instance};
use crate::service::tags::{self, Resource};
use crate::store::{Index, Key, Range, Table, time_key};

/// A user of an app instance (APP-2).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct UserRow {
    /// Owner of the app instance.
    pub aws_account_id: String,
    /// The app instance.
    pub app_instance_id: String,
    /// The id that the customer chose.
    pub user_id: String,
    /// Tells this user from a later one of the same id (APP-17).
    pub person_id: String,
    /// Its name.
    pub name: String,
    /// What the customer notes about it.
    pub metadata: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
}

impl UserRow {
    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> String {
        let (account, instance) = (self.aws_account_id.as_str(), self.app_instance_id.as_str());
        Arn::User { account, instance, user: &self.user_id }.to_string()
    }

    /// The user, for other rows to remember.
    #[must_use]
    pub fn person(&self) -> Person {
        Person { arn: self.arn(), person_id: self.person_id.clone() }
    }
}

/// Users, in their app instances.
pub(super) static USERS: Table<UserRow> = Table {
    name: "app-instance-user",
    key: |row| Key::of([&row.app_instance_id, &row.user_id]),
    indexes: &[&BY_CREATED],
};

/// Users of an app instance in the order of their creation.
pub(super) static BY_CREATED: Index<UserRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.app_instance_id, &time_key(row.created.0)])] };

/// The user that an ARN names, if the app instance is the caller's.
///
/// # Errors
/// The store's.
pub fn existing_user(context: &Context<'_>, arn: Arn<'_>) -> Result<Option<UserRow>, Failure> {
    let Arn::User { instance, user, .. } = arn else { return Ok(None) };
    if existing_instance(context, arn)?.is_none() {
        return Ok(None);
    }
    Ok(USERS.get(context, &Key::of([instance, user]))?)
}

/// The user that an ARN names, if it is one of this app instance.
///
/// # Errors
/// The store's.
pub fn user_of(context: &Context<'_>, app_instance_id: &str, arn: &str) -> Result<Option<UserRow>, Failure> {
    let arn = Arn::parse(arn).filter(|arn| arn.owner().1 == app_instance_id);
    Ok(arn.map(|arn| existing_user(context, arn)).transpose()?.flatten())
}

/// The caller's user with this ARN.
///
/// # Errors
/// Forbidden for one that is not there (G-15).
pub(super) fn user(context: &Context<'_>, arn: &str) -> Result<UserRow, Failure> {
    let row = Arn::parse(arn).map(|arn| existing_user(context, arn)).transpose()?.flatten();
    row.ok_or_else(|| context.absent("app instance user with this ARN"))
}

/// APP-12: frees up to `limit` users of a deleted app instance, and what is remembered of former ones; tells whether there may be
/// more.
///
/// # Errors
/// The store's.
pub fn purge_instance(context: &Context<'_>, app_instance_id: &str, limit: usize) -> Result<bool, Failure> {
    let range = Range { within: Key::of([app_instance_id]), ..Range::default() };
    let users = USERS.page(context, &BY_CREATED, &range, limit, |_| true)?.rows;
    for user in &users {
        tags::forget(context, Resource::AppInstanceUser(&user.person_id))?;
        USERS.delete(context, &(USERS.key)(user))?;
    }
    let more = person::purge_instance(context, app_instance_id, limit)?;
    Ok(more || users.len() == limit)
}

impl From<UserRow> for AppInstanceUser {
    fn from(row: UserRow) -> Self {
        Self {
            app_instance_user_arn: Some(row.arn()),
            name: Some(row.name),
            metadata: row.metadata,
            created_timestamp: Some(row.created),
            last_updated_timestamp: Some(row.updated),
        }
    }
}

impl From<UserRow> for AppInstanceUserSummary {
    fn from(row: UserRow) -> Self {
        Self { app_instance_user_arn: Some(row.arn()), name: Some(row.name), metadata: row.metadata }
    }
}
