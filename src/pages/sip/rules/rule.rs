//! A SIP rule as answers give it.

use leptos::prelude::*;
use serde_json::Value;

use crate::pages::sip::text;
use crate::ui::{Badge, Status, Tone};

/// Where a rule sends calls.
pub struct Target {
    /// The SIP media application.
    pub application: String,
    /// 1 is tried first.
    pub priority: i64,
    /// The Region of the application.
    pub region: String,
}

/// The id of a rule.
pub fn id(rule: &Value) -> String {
    text(rule, "SipRuleId").to_owned()
}

/// What a rule is called.
pub fn name(rule: &Value) -> String {
    text(rule, "Name").to_owned()
}

/// Whether calls pass it by.
pub fn is_disabled(rule: &Value) -> bool {
    rule["Disabled"] == true
}

/// Whether a number sets it off, and not the host of a voice connector.
pub fn is_for_number(rule: &Value) -> bool {
    rule["TriggerType"] == "ToPhoneNumber"
}

/// The targets, in the order they are tried.
pub fn targets(rule: &Value) -> Vec<Target> {
    let read = |target: &Value| Target {
        application: text(target, "SipMediaApplicationId").to_owned(),
        priority: target["Priority"].as_i64().unwrap_or_default(),
        region: text(target, "AwsRegion").to_owned(),
    };
    let mut targets: Vec<_> = rule["TargetApplications"].as_array().into_iter().flatten().map(read).collect();
    targets.sort_by_key(|target| target.priority);
    targets
}

fn state(rule: &Value) -> (Tone, &'static str) {
    if is_disabled(rule) { (Tone::Warning, "Disabled") } else { (Tone::Success, "Enabled") }
}

/// The state as text in a table.
pub fn state_word(rule: &Value) -> String {
    state(rule).1.to_owned()
}

/// The state in a table.
pub fn state_view(rule: &Value) -> AnyView {
    let (tone, text) = state(rule);
    view! { <Status tone text /> }.into_any()
}

/// The state beside a title.
pub fn badge(rule: &Value) -> AnyView {
    let (tone, text) = state(rule);
    view! { <Badge tone>{text}</Badge> }.into_any()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn targets_come_in_the_order_they_are_tried() {
        let target = |id: &str, priority| json!({ "SipMediaApplicationId": id, "Priority": priority });
        let rule = json!({ "TargetApplications": [target("b", 20), target("a", 10)] });
        let order: Vec<_> = targets(&rule).into_iter().map(|target| target.application).collect();
        assert_eq!(order, ["a", "b"]);
        assert!(targets(&json!({})).is_empty());
    }
}
