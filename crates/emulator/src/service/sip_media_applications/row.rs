//! A SIP media application, and a call of it, as they are stored.

use chime_model::Timestamp;
use chime_model::types::{SipMediaApplication, SipMediaApplicationEndpoint};
use serde::{Deserialize, Serialize};

use crate::store::{Index, Key, Table, time_key};

/// A SIP media application of an AWS account (SMA-1). It has no ARN (SMA-5).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ApplicationRow {
    /// Owner.
    pub aws_account_id: String,
    /// Its identity.
    pub sip_media_application_id: String,
    /// Its name, unique in the Region (SMA-3).
    pub name: String,
    /// Where it is, for good.
    pub aws_region: String,
    /// The function that handles its calls.
    pub lambda_arn: String,
    /// Whether messages to the function are logged (SMA-4).
    pub message_logs: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When its name or function last changed.
    pub updated: Timestamp,
}

/// All SIP media applications.
pub static APPLICATIONS: Table<ApplicationRow> = Table {
    name: "sip-media-application",
    key: |row| Key::of([&row.aws_account_id, &row.sip_media_application_id]),
    indexes: &[&APPLICATIONS_BY_CREATED, &APPLICATIONS_BY_NAME],
};

/// An AWS account's applications, oldest first.
pub static APPLICATIONS_BY_CREATED: Index<ApplicationRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

/// The same by Region and name.
pub static APPLICATIONS_BY_NAME: Index<ApplicationRow> =
    Index { name: "name", places: |row| vec![Key::of([&row.aws_account_id, &row.aws_region, &row.name])] };

/// A call that runs; one that has ended is gone (SMA-21).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CallRow {
    /// Owner of the application.
    pub aws_account_id: String,
    /// Application that handles it.
    pub sip_media_application_id: String,
    /// Its identity.
    pub transaction_id: String,
    /// When it began.
    pub created: Timestamp,
}

/// All calls that run.
pub static CALLS: Table<CallRow> = Table {
    name: "sip-media-application-call",
    key: |row| Key::of([&row.aws_account_id, &row.sip_media_application_id, &row.transaction_id]),
    indexes: &[&CALLS_BY_CREATED],
};

/// Calls of an application, oldest first.
pub static CALLS_BY_CREATED: Index<CallRow> = Index {
    name: "created",
    places: |row| vec![Key::of([&row.aws_account_id, &row.sip_media_application_id, &time_key(row.created.0)])],
};

impl From<ApplicationRow> for SipMediaApplication {
    fn from(row: ApplicationRow) -> Self {
        Self {
            sip_media_application_id: Some(row.sip_media_application_id),
            aws_region: Some(row.aws_region),
            name: Some(row.name),
            endpoints: Some(vec![SipMediaApplicationEndpoint { lambda_arn: Some(row.lambda_arn) }]),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
        }
    }
}
