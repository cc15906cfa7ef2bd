//! The end of a voice connector: what blocks it, and the way through that.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::delete::{Act, Deletion, Obstacle, Step};
use super::super::numbers::{Home, count_words, shown_numbers};
use super::super::reference::Kind;
use crate::client::{Query, query};
use crate::routes::{self, ConnectorTab};
use crate::table::text_of;

/// The most that one answer gives.
const PAGE: u32 = 99;

/// The groups in an answer that hold the connector.
fn groups_with(answer: &Value, connector: &str) -> Vec<Value> {
    let groups = answer["VoiceConnectorGroups"].as_array().into_iter().flatten();
    let holds = |group: &&Value| {
        let mut items = group["VoiceConnectorItems"].as_array().into_iter().flatten();
        items.any(|item| item["VoiceConnectorId"] == connector)
    };
    groups.filter(holds).cloned().collect()
}

/// The request that takes the connector out of a group and leaves the others in it.
fn leave(group: &Value, connector: &str) -> Value {
    let items = group["VoiceConnectorItems"].as_array().into_iter().flatten();
    let others: Vec<&Value> = items.filter(|item| item["VoiceConnectorId"] != connector).collect();
    json!({
        "VoiceConnectorGroupId": group["VoiceConnectorGroupId"], "Name": group["Name"], "VoiceConnectorItems": others
    })
}

/// The SIP rules in an answer that name the host.
fn rules_with(answer: &Value, host: &str) -> Vec<Value> {
    let rules = answer["SipRules"].as_array().into_iter().flatten();
    rules.filter(|rule| rule["TriggerValue"] == host).cloned().collect()
}

fn list(operation: Operation) -> Query {
    query(operation, || Some(json!({ "MaxResults": PAGE })))
}

/// The tab.
pub fn danger(connector: Signal<Value>) -> AnyView {
    let member = |member: &'static str| connector.with_untracked(|it| text_of(&it[member]));
    let (id, host) = (member("VoiceConnectorId"), member("OutboundHostName"));
    let numbers = shown_numbers("VoiceConnectorId", &id);
    let (groups, rules) = (list(Operation::ListVoiceConnectorGroups), list(Operation::ListSipRules));
    let here = id.clone();
    let obstacles = move || {
        let mut found = Vec::new();
        let attached = numbers.data.with(|data| data.as_ref().and_then(count_words));
        found.extend(attached.map(|words| Obstacle {
            text: [&words, " attached"].concat(),
            href: Some(routes::voice_connector(&here, ConnectorTab::Numbers)),
            by_hand: false,
        }));
        let groups = groups.data.with(|data| data.as_ref().map(|data| groups_with(data, &here))).unwrap_or_default();
        found.extend(groups.iter().map(|group| Obstacle {
            text: ["In the group “", &text_of(&group["Name"]), "”"].concat(),
            href: Some(Kind::Group.href(&text_of(&group["VoiceConnectorGroupId"]))),
            by_hand: false,
        }));
        let rules = rules.data.with(|data| data.as_ref().map(|data| rules_with(data, &host))).unwrap_or_default();
        found.extend(rules.iter().map(|rule| {
            Obstacle {
                text: ["The SIP rule “", &text_of(&rule["Name"]), "” names its host: delete or change the rule first"]
                    .concat(),
                href: Some(routes::sip_rule(&text_of(&rule["SipRuleId"]))),
                by_hand: true,
            }
        }));
        found
    };
    let gone = id.clone();
    let steps = move || {
        let mut steps = Vec::new();
        if numbers.data.with_untracked(|data| data.as_ref().and_then(count_words)).is_some() {
            let act = Act::Empty(Home::new(Kind::Connector, gone.clone()));
            steps.push(Step { label: "Detach the phone numbers".to_owned(), act });
        }
        let groups = groups.data.with_untracked(|data| data.as_ref().map(|data| groups_with(data, &gone)));
        for group in groups.unwrap_or_default() {
            steps.push(Step {
                label: ["Leave the group “", &text_of(&group["Name"]), "”"].concat(),
                act: Act::Call(Operation::UpdateVoiceConnectorGroup, leave(&group, &gone)),
            });
        }
        steps.push(Step {
            label: "Delete the voice connector".to_owned(),
            act: Act::Call(Operation::DeleteVoiceConnector, json!({ "VoiceConnectorId": gone })),
        });
        steps
    };
    let deletion = Deletion {
        title: "Delete voice connector",
        noun: "voice connector",
        name: Signal::derive(move || connector.with(|it| text_of(&it["Name"]))),
        about: "Equipment can no longer call through it, and its numbers ring nowhere. It cannot be brought back.",
        goes_with: &[
            "Origination routes and termination settings",
            "Termination credentials",
            "Emergency calling",
            "Streaming and logging settings",
            "The proxy configuration; open proxy sessions end",
        ],
        queries: vec![numbers, groups, rules],
        obstacles: Signal::derive(obstacles),
        steps: Arc::new(steps),
        typed: true,
        stale: &[
            Operation::ListVoiceConnectors,
            Operation::GetVoiceConnector,
            Operation::ListVoiceConnectorGroups,
            Operation::GetVoiceConnectorGroup,
            Operation::ListPhoneNumbers,
            Operation::GetPhoneNumber,
        ],
        list: routes::voice_connectors(),
    };
    deletion.view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_a_group_keeps_its_name_and_its_other_connectors() {
        let group = json!({ "VoiceConnectorGroupId": "g", "Name": "Care", "VoiceConnectorItems": [
            { "VoiceConnectorId": "a", "Priority": 1 }, { "VoiceConnectorId": "b", "Priority": 2 },
        ] });
        let answer = json!({ "VoiceConnectorGroups": [group, { "Name": "Other", "VoiceConnectorItems": [] }] });
        let found = groups_with(&answer, "a");
        assert_eq!(found.len(), 1);
        let input = leave(&found[0], "a");
        assert_eq!(input["VoiceConnectorItems"], json!([{ "VoiceConnectorId": "b", "Priority": 2 }]));
        assert_eq!(input["Name"], "Care");
    }
}
