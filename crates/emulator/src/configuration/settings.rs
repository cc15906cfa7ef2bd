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
    /// How long an order of phone numbers takes, in milliseconds (ORD-3).
    pub phone_number_order_ms: u64,
    /// How long a number's new calling name takes, in milliseconds (NUM-10).
    pub calling_name_ms: u64,
    /// How long a call of a SIP media application lasts when nobody ends it, in milliseconds (SMA-21).
    pub sip_media_application_call_ms: u64,
    /// Refuses a second SIP media application with the same name in a Region (SMA-3).
    pub unique_sip_media_application_names: bool,
    /// Ends meetings in which nobody is connected for five minutes; off, since only hooks connect anybody (MTG-6).
    pub end_empty_meetings: bool,
    /// Quotas by name ([`Quota::name`]), over those that the reference states (F-11).
    ///
    /// [`Quota::name`]: crate::service::quota::Quota::name
    pub quotas: BTreeMap<String, u64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lenient: false,
            disabled_accounts_visible: true,
            phone_number_order_ms: 10_000,
            calling_name_ms: 72 * 60 * 60 * 1000,
            sip_media_application_call_ms: 60 * 60 * 1000,
            unique_sip_media_application_names: true,
            end_empty_meetings: false,
            quotas: BTreeMap::new(),
        }
    }
}
