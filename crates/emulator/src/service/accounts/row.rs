//! An account as it is stored.

use chime_model::Timestamp;
use chime_model::types::{Account, AccountStatus, AccountType, License, SigninDelegateGroup};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::store::{Index, Key, Table, text_key, time_key};

/// A Chime account of an AWS account.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct AccountRow {
    /// Owner.
    pub aws_account_id: String,
    /// Identity.
    pub account_id: String,
    /// What people call it; not unique (ACC-5).
    pub name: String,
    /// Team, or one of the Enterprise types.
    pub account_type: AccountType,
    /// When it was made.
    pub created: Timestamp,
    /// License of users to come.
    pub default_license: License,
    /// Licenses its users can have.
    pub supported_licenses: Vec<License>,
    /// Groups whose members may be delegates at sign-in, in the order they were added.
    pub signin_delegate_groups: Vec<String>,
    /// Claimed domains, lower case; Enterprise accounts only.
    pub domains: Vec<String>,
    /// Policy: nobody takes control of a shared screen.
    pub disable_remote_control: bool,
    /// Policy: meetings may call people.
    pub enable_dial_out: bool,
    /// When it was deleted; it vanishes 90 days later (ACC-10).
    pub disabled: Option<Timestamp>,
}

/// All accounts.
pub static ACCOUNTS: Table<AccountRow> = Table {
    name: "account",
    key: |row| Key::of([&row.aws_account_id, &row.account_id]),
    indexes: &[&BY_CREATED, &BY_NAME, &BY_DOMAIN],
};

/// An AWS account's accounts, oldest first.
pub static BY_CREATED: Index<AccountRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

/// The same by name, for the search by prefix.
pub static BY_NAME: Index<AccountRow> = Index {
    name: "name",
    places: |row| vec![Key::of([&row.aws_account_id, &text_key(&row.name), &time_key(row.created.0)])],
};

/// Accounts by claimed domain; a domain belongs to one account in the world.
pub static BY_DOMAIN: Index<AccountRow> =
    Index { name: "domain", places: |row| row.domains.iter().map(|domain| Key::of([domain])).collect() };

impl AccountRow {
    /// An account as CreateAccount makes it (ACC-4, ACC-6).
    #[must_use]
    pub fn new(context: &Context<'_>, name: String) -> Self {
        Self {
            aws_account_id: context.principal().account_id.clone(),
            account_id: context.random().uuid(),
            name,
            account_type: AccountType::Team,
            created: context.now(),
            default_license: License::Pro,
            supported_licenses: vec![License::Basic, License::Pro],
            signin_delegate_groups: Vec::new(),
            domains: Vec::new(),
            disable_remote_control: false,
            enable_dial_out: false,
            disabled: None,
        }
    }
}

impl From<AccountRow> for Account {
    fn from(row: AccountRow) -> Self {
        let disabled = row.disabled.is_some();
        let group = |name| SigninDelegateGroup { group_name: Some(name) };
        // A deleted account takes its groups with it; they are back when it is restored.
        let groups = if disabled { Vec::new() } else { row.signin_delegate_groups };
        Self {
            aws_account_id: row.aws_account_id,
            account_id: row.account_id,
            name: row.name,
            account_type: Some(row.account_type),
            created_timestamp: Some(row.created),
            default_license: Some(row.default_license),
            supported_licenses: Some(row.supported_licenses),
            account_status: Some(if disabled { AccountStatus::Suspended } else { AccountStatus::Active }),
            signin_delegate_groups: Some(groups.into_iter().map(group).collect()),
        }
    }
}
