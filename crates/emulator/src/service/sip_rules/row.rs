//! A SIP rule as it is stored.

use chime_model::Timestamp;
use chime_model::types::{SipRule, SipRuleTargetApplication, SipRuleTriggerType};
use serde::{Deserialize, Serialize};

use crate::store::{Index, Key, Table, time_key};

/// A SIP rule of an AWS account (SR-1).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RuleRow {
    /// Owner.
    pub aws_account_id: String,
    /// Its identity.
    pub sip_rule_id: String,
    /// Its name.
    pub name: String,
    /// Whether it is out of force.
    pub disabled: bool,
    /// What sets it off, for good (SR-7).
    pub trigger_type: SipRuleTriggerType,
    /// The number or host that sets it off.
    pub trigger_value: String,
    /// Who handles the calls, by priority.
    pub targets: Vec<Target>,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
}

/// An application that a rule sends calls to.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Target {
    /// The application.
    pub sip_media_application_id: String,
    /// 1 comes first.
    pub priority: i64,
    /// Region of the application.
    pub aws_region: String,
}

/// All SIP rules.
pub static RULES: Table<RuleRow> = Table {
    name: "sip-rule",
    key: |row| Key::of([&row.aws_account_id, &row.sip_rule_id]),
    indexes: &[&RULES_BY_CREATED, &RULES_BY_TRIGGER, &RULES_BY_TARGET],
};

/// An AWS account's rules, oldest first.
pub static RULES_BY_CREATED: Index<RuleRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.aws_account_id, &time_key(row.created.0)])] };

/// Rules by what sets them off.
pub static RULES_BY_TRIGGER: Index<RuleRow> = Index {
    name: "trigger",
    places: |row| vec![Key::of([&row.aws_account_id, row.trigger_type.as_str(), &row.trigger_value])],
};

/// Rules by the applications they send calls to, oldest first.
pub static RULES_BY_TARGET: Index<RuleRow> = Index {
    name: "target",
    places: |row| {
        let place = |target: &Target| {
            Key::of([&row.aws_account_id, &target.sip_media_application_id, &time_key(row.created.0)])
        };
        row.targets.iter().map(place).collect()
    },
};

impl From<RuleRow> for SipRule {
    fn from(row: RuleRow) -> Self {
        let target = |target: Target| SipRuleTargetApplication {
            sip_media_application_id: Some(target.sip_media_application_id),
            priority: Some(target.priority),
            aws_region: Some(target.aws_region),
        };
        Self {
            sip_rule_id: Some(row.sip_rule_id),
            name: Some(row.name),
            disabled: Some(row.disabled),
            trigger_type: Some(row.trigger_type),
            trigger_value: Some(row.trigger_value),
            target_applications: Some(row.targets.into_iter().map(target).collect()),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
        }
    }
}
