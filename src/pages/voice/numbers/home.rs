//! What numbers are attached to: a voice connector or a group.

use std::sync::Arc;

use chime_model::Operation;
use serde_json::{Value, json};

use super::super::reference::Kind;
use crate::bulk::{Item, Plan, failures_in};
use crate::table::text_of;
use crate::ui::Failure;

/// How many numbers go into one request. The service names no limit; this keeps the progress visible.
const CHUNK: usize = 50;

/// What an association changes.
const STALE: &[Operation] = &[Operation::ListPhoneNumbers, Operation::GetPhoneNumber];

/// A voice connector or a group.
#[derive(Clone, Debug)]
pub struct Home {
    /// Which of the two.
    pub kind: Kind,
    /// Its id.
    pub id: String,
}

impl Home {
    /// The connector or group with this id.
    pub fn new(kind: Kind, id: String) -> Self {
        Self { kind, id }
    }

    /// The member that names it, which is also the name of an association with it.
    pub fn key(&self) -> &'static str {
        match self.kind {
            Kind::Connector => "VoiceConnectorId",
            Kind::Group => "VoiceConnectorGroupId",
        }
    }

    /// "voice connector", "group".
    pub fn noun(&self) -> &'static str {
        match self.kind {
            Kind::Connector => "voice connector",
            Kind::Group => "group",
        }
    }

    /// The operation that attaches.
    pub fn attach(&self) -> Operation {
        match self.kind {
            Kind::Connector => Operation::AssociatePhoneNumbersWithVoiceConnector,
            Kind::Group => Operation::AssociatePhoneNumbersWithVoiceConnectorGroup,
        }
    }

    /// The operation that detaches.
    pub fn detach(&self) -> Operation {
        match self.kind {
            Kind::Connector => Operation::DisassociatePhoneNumbersFromVoiceConnector,
            Kind::Group => Operation::DisassociatePhoneNumbersFromVoiceConnectorGroup,
        }
    }

    /// The input that attaches numbers; with `force` also those that have another owner (VC-30).
    pub fn attach_input(&self, numbers: &[Value], force: bool) -> Value {
        json!({ (self.key()): self.id, "E164PhoneNumbers": numbers, "ForceAssociate": force })
    }

    /// Attaches many numbers.
    pub fn attach_plan(&self, force: bool) -> Plan {
        let home = self.clone();
        let input = move |items: &[Item]| home.attach_input(&values(items), force);
        plan(self.attach(), Arc::new(input))
    }

    /// Detaches many numbers.
    pub fn detach_plan(&self) -> Plan {
        let home = self.clone();
        let input = move |items: &[Item]| detach_input(home.key(), &home.id, &values(items));
        plan(self.detach(), Arc::new(input))
    }

    /// Whether a number is attached here already.
    pub fn has(&self, number: &Value) -> bool {
        let here = |it: &Value| it["Name"] == self.key() && text_of(&it["Value"]) == self.id;
        number["Associations"].as_array().into_iter().flatten().any(here)
    }
}

/// The input that takes numbers away from the connector or group `id`, named by the member `key`.
pub fn detach_input(key: &str, id: &str, numbers: &[Value]) -> Value {
    json!({ (key): id, "E164PhoneNumbers": numbers })
}

fn values(items: &[Item]) -> Vec<Value> {
    items.iter().map(|item| item.value.clone()).collect()
}

fn plan(operation: Operation, input: crate::bulk::MakeInput) -> Plan {
    let failures =
        |output: &Value| -> Vec<(String, Failure)> { failures_in(output, "PhoneNumberErrors", "PhoneNumberId") };
    Plan { operation, chunk: CHUNK, input, failures, stale: STALE, answered: None }
}

#[cfg(test)]
mod tests {
    use chime_model::validate;

    use super::*;

    #[test]
    fn both_plans_are_what_their_operations_take() {
        let items = [Item { id: "+12065550100".into(), label: String::new(), value: json!("+12065550100") }];
        for kind in [Kind::Connector, Kind::Group] {
            let home = Home::new(kind, "abc".into());
            for plan in [home.attach_plan(true), home.detach_plan()] {
                assert_eq!(validate::input(plan.operation, &(plan.input)(&items)), [], "{}", plan.operation);
            }
        }
    }

    #[test]
    fn a_number_is_known_to_be_here_by_its_association() {
        let number = json!({ "Associations": [{ "Name": "VoiceConnectorId", "Value": "abc" }] });
        assert!(Home::new(Kind::Connector, "abc".into()).has(&number));
        assert!(!Home::new(Kind::Group, "abc".into()).has(&number));
    }
}
