//! Making, reading, changing and deleting SIP rules.

use chime_model::types::{
    CreateSipRuleRequest, CreateSipRuleResponse, DeleteSipRuleRequest, GetSipRuleRequest, GetSipRuleResponse,
    ListSipRulesRequest, ListSipRulesResponse, UpdateSipRuleRequest, UpdateSipRuleResponse,
};

use super::row::{RULES, RULES_BY_CREATED, RULES_BY_TARGET, RuleRow};
use super::{existing, targets, triggers};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::quota::{self, Quota};
use crate::store::Key;

/// CreateSipRule (SR-2 to SR-6, SR-8).
pub fn create_sip_rule(context: &Context<'_>, input: CreateSipRuleRequest) -> Result<CreateSipRuleResponse, Failure> {
    let targets = targets::resolve(context, input.target_applications)?;
    let trigger = triggers::resolve(context, input.trigger_type, &input.trigger_value)?;
    let rules = (&RULES, &RULES_BY_CREATED, Key::of([&context.principal().account_id]));
    quota::check(context, Quota::SipRules, 1, rules)?;
    let row = RuleRow {
        aws_account_id: context.principal().account_id.clone(),
        sip_rule_id: context.random().uuid(),
        name: input.name,
        disabled: input.disabled.unwrap_or(false),
        trigger_type: input.trigger_type,
        trigger_value: trigger.value().to_owned(),
        targets,
        created: context.now(),
        updated: context.now(),
    };
    triggers::occupy(context, trigger, &row.sip_rule_id)?;
    RULES.put(context, &row)?;
    Ok(CreateSipRuleResponse { sip_rule: Some(row.into()) })
}

/// GetSipRule.
pub fn get_sip_rule(context: &Context<'_>, input: GetSipRuleRequest) -> Result<GetSipRuleResponse, Failure> {
    Ok(GetSipRuleResponse { sip_rule: Some(existing(context, &input.sip_rule_id)?.into()) })
}

/// ListSipRules. SR-10: all, or those that target an application.
pub fn list_sip_rules(context: &Context<'_>, input: ListSipRulesRequest) -> Result<ListSipRulesResponse, Failure> {
    let owner = Key::of([&context.principal().account_id]);
    let (index, within) = match &input.sip_media_application_id {
        Some(application_id) => (&RULES_BY_TARGET, owner.and(application_id)),
        None => (&RULES_BY_CREATED, owner),
    };
    let limit = page_size(input.max_results, 99);
    let list = List { index, within, starts_with: "", next_token: input.next_token.as_deref(), limit };
    let page = context.list(&RULES, list, |_| true)?;
    let sip_rules = page.rows.into_iter().map(Into::into).collect();
    Ok(ListSipRulesResponse { sip_rules: Some(sip_rules), next_token: page.next_token })
}

/// UpdateSipRule. SR-11: what is left out stays; SR-7: the trigger stays always.
pub fn update_sip_rule(context: &Context<'_>, input: UpdateSipRuleRequest) -> Result<UpdateSipRuleResponse, Failure> {
    let mut row = existing(context, &input.sip_rule_id)?;
    if let Some(wanted) = input.target_applications {
        row.targets = targets::resolve(context, wanted)?;
    }
    row = RuleRow { name: input.name, disabled: input.disabled.unwrap_or(row.disabled), updated: context.now(), ..row };
    RULES.put(context, &row)?;
    Ok(UpdateSipRuleResponse { sip_rule: Some(row.into()) })
}

/// DeleteSipRule. SR-12: a rule that is disabled.
pub fn delete_sip_rule(context: &Context<'_>, input: DeleteSipRuleRequest) -> Result<(), Failure> {
    let rule = existing(context, &input.sip_rule_id)?;
    if !rule.disabled {
        return Err(context.in_the_way("The SIP rule is in force; disable it first."));
    }
    triggers::release(context, &rule)?;
    RULES.delete(context, &(RULES.key)(&rule))?;
    Ok(())
}
