//! Switches and quotas of the emulator.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Choices that the reference leaves open, or that make tests shorter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Settings {
    /// Lets Team accounts through the gates that ask for an Enterprise account (ACC-9).
    pub lenient: bool,
    /// Shows deleted accounts as Suspended for their 90 days; otherwise they are not found at once (ACC-11).
    pub disabled_accounts_visible: bool,
    /// Quotas by name, over those that the reference states (F-11).
    pub quotas: BTreeMap<String, u64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lenient: false, disabled_accounts_visible: true, quotas: BTreeMap::new() }
    }
}

impl Settings {
    /// The quota of that name.
    #[must_use]
    pub fn quota(&self, name: &str, default: u64) -> u64 {
        self.quotas.get(name).copied().unwrap_or(default)
    }
}
