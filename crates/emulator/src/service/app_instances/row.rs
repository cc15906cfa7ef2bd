//! App instances as they are stored.

use chime_model::Timestamp;
use chime_model::types::{AppInstance, AppInstanceSummary};
use serde::{Deserialize, Serialize};

use super::arn::Arn;
use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Index, Key, Table, time_key};

/// An app instance (APP-1).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct AppInstanceRow {
    /// Owner.
    pub aws_account_id: String,
    /// Its identity.
    pub app_instance_id: String,
    /// Its name; not unique (APP-10).
    pub name: String,
    /// What the customer notes about it.
    pub metadata: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
}

impl AppInstanceRow {
    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> String {
        Arn::AppInstance { account: &self.aws_account_id, instance: &self.app_instance_id }.to_string()
    }
}

/// App instances, under their owners.
pub(super) static APP_INSTANCES: Table<AppInstanceRow> = Table {
    name: "app-instance",
    key: |row| Key::of([&row.aws_account_id, &row.app_instance_id]),
    indexes: &[&BY_CREATED],
};

/// App instances of an owner in the order of their creation.
pub(super) static BY_CREATED: Index<AppInstanceRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

/// The app instance that an ARN names or belongs to, if it is the caller's. APP-12: once it is deleted, nothing in it is found.
///
/// # Errors
/// The store's.
pub fn existing_instance(context: &Context<'_>, arn: Arn<'_>) -> Result<Option<AppInstanceRow>, Failure> {
    let (account, instance) = arn.owner();
    if account != context.principal().account_id {
        return Ok(None);
    }
    Ok(APP_INSTANCES.get(context, &Key::of([account, instance]))?)
}

/// The caller's app instance.
///
/// # Errors
/// NotFound where it is declared, else Forbidden (G-15, APP-24).
pub fn instance(context: &Context<'_>, arn: &str) -> Result<AppInstanceRow, Failure> {
    let arn = Arn::parse(arn).filter(|arn| matches!(arn, Arn::AppInstance { .. }));
    let row = arn.map(|arn| existing_instance(context, arn)).transpose()?.flatten();
    row.ok_or_else(|| context.absent("app instance with this ARN"))
}

impl From<AppInstanceRow> for AppInstance {
    fn from(row: AppInstanceRow) -> Self {
        Self {
            app_instance_arn: Some(row.arn()),
            name: Some(row.name),
            metadata: row.metadata,
            created_timestamp: Some(row.created),
            last_updated_timestamp: Some(row.updated),
        }
    }
}

impl From<AppInstanceRow> for AppInstanceSummary {
    fn from(row: AppInstanceRow) -> Self {
        Self { app_instance_arn: Some(row.arn()), name: Some(row.name), metadata: row.metadata }
    }
}
