//! What sets a rule off: a number of the caller's, or the host of a connector.

use chime_model::types::{PhoneNumberAssociationName, PhoneNumberProductType, PhoneNumberStatus, SipRuleTriggerType};

use super::row::{RULES, RULES_BY_TRIGGER, RuleRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::phone_numbers::row::{PHONE_NUMBERS, PhoneNumberRow};
use crate::service::phone_numbers::{self, e164, find};
use crate::service::voice_connectors;
use crate::store::Key;

/// A trigger that a new rule can have.
pub enum Trigger {
    /// A number that is free to become the rule's.
    Number(PhoneNumberRow),
    /// The host of a connector.
    Host(String),
}

impl Trigger {
    /// The value as it is stored.
    #[must_use]
    pub fn value(&self) -> &str {
        match self {
            Self::Number(number) => &number.e164,
            Self::Host(host) => host,
        }
    }
}

/// SR-4 to SR-6: checks what a new rule is to be set off by.
///
/// # Errors
/// BadRequest for a number or host that cannot be one, Conflict when another rule has it.
pub fn resolve(context: &Context<'_>, kind: SipRuleTriggerType, value: &str) -> Result<Trigger, Failure> {
    let trigger = match kind {
        SipRuleTriggerType::ToPhoneNumber => {
            let number = find(context, value)?.filter(|number| number.acquired);
            let number =
                number.filter(|number| number.product_type == PhoneNumberProductType::SipMediaApplicationDialIn);
            Trigger::Number(number.ok_or_else(|| {
                Failure::bad_request("TriggerValue must be a number of product type SipMediaApplicationDialIn.")
            })?)
        }
        SipRuleTriggerType::RequestUriHostname => {
            let id = voice_connectors::row::id_in_host(value);
            let connector = id.map(|id| voice_connectors::find(context, id)).transpose()?.flatten();
            let host = connector.map(|connector| connector.host());
            Trigger::Host(host.ok_or_else(|| {
                Failure::bad_request("TriggerValue must be the outbound host name of a voice connector.")
            })?)
        }
    };
    // SR-6: before it is said that the number is in use.
    if taken(context, kind, trigger.value())? {
        return Err(context.in_the_way("Another SIP rule has this trigger."));
    }
    match &trigger {
        Trigger::Number(number) if number.status != PhoneNumberStatus::Unassigned => {
            Err(Failure::bad_request(format!("The number is not free: it is {}.", number.status.as_str())))
        }
        _ => Ok(trigger),
    }
}

/// Whether a rule, in force or not, has this trigger.
///
/// # Errors
/// The store's.
pub fn taken(context: &Context<'_>, kind: SipRuleTriggerType, value: &str) -> Result<bool, Failure> {
    let place = Key::of([&context.principal().account_id, kind.as_str(), value]);
    Ok(RULES.find(context, &RULES_BY_TRIGGER, place)?.is_some())
}

/// SR-4: a number becomes the rule's.
///
/// # Errors
/// The store's.
pub fn occupy(context: &Context<'_>, trigger: Trigger, sip_rule_id: &str) -> Result<(), Failure> {
    let Trigger::Number(mut number) = trigger else { return Ok(()) };
    number.assign([(PhoneNumberAssociationName::SipRuleId, sip_rule_id)], context.now());
    Ok(PHONE_NUMBERS.put(context, &number)?)
}

/// SR-12: a rule that goes gives its number back.
///
/// # Errors
/// The store's.
pub fn release(context: &Context<'_>, rule: &RuleRow) -> Result<(), Failure> {
    if rule.trigger_type != SipRuleTriggerType::ToPhoneNumber {
        return Ok(());
    }
    let number = find(context, &e164(&rule.trigger_value))?;
    number.map_or(Ok(()), |number| phone_numbers::release(context, number))
}
