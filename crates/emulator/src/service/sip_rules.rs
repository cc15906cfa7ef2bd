//! SIP rules: which application handles calls to a number or to the host of a connector (SR-1 to SR-12).

pub mod operations;
pub mod row;
pub mod targets;
pub mod triggers;

use chime_model::types::SipRuleTriggerType;

use crate::context::Context;
use crate::failure::Failure;
use crate::store::Key;
use row::{RULES, RULES_BY_TARGET, RuleRow};

pub use operations::{create_sip_rule, delete_sip_rule, get_sip_rule, list_sip_rules, update_sip_rule};

/// The caller's rule with this id.
///
/// # Errors
/// NotFound.
pub fn existing(context: &Context<'_>, sip_rule_id: &str) -> Result<RuleRow, Failure> {
    let row = RULES.get(context, &Key::of([&context.principal().account_id, sip_rule_id]))?;
    row.ok_or_else(|| context.absent("SIP rule with this id"))
}

/// VC-12: whether a rule names this host.
///
/// # Errors
/// The store's.
pub fn names_host(context: &Context<'_>, host: &str) -> Result<bool, Failure> {
    triggers::taken(context, SipRuleTriggerType::RequestUriHostname, host)
}

/// SMA-12: whether a rule sends calls to this application.
///
/// # Errors
/// The store's.
pub fn target(context: &Context<'_>, sip_media_application_id: &str) -> Result<bool, Failure> {
    let place = Key::of([&context.principal().account_id, sip_media_application_id]);
    Ok(RULES.find(context, &RULES_BY_TARGET, place)?.is_some())
}
