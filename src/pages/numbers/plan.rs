//! What is done to many numbers at once. The API states no limit for these batches: fifty in a call.

use std::collections::BTreeMap;
use std::sync::Arc;

use chime_model::Operation;
use serde_json::{Value, json};

use super::holder::{Kind, holder};
use super::number::{e164, normal};
use crate::bulk::{Item, Plan, Stage, failures_in};
use crate::ui::Failure;

/// Above so many numbers the words must be typed (CONSOLE-NOTES 0.3).
pub const MANY: usize = 10;

const CHUNK: usize = 50;

/// What a change of numbers changes.
pub const STALE: &[Operation] =
    &[Operation::ListPhoneNumbers, Operation::GetPhoneNumber, Operation::GetUser, Operation::ListUsers];

/// Failures by number as E.164, however the answer spells it (VC-31).
fn failures(output: &Value) -> Vec<(String, Failure)> {
    let failed = failures_in(output, "PhoneNumberErrors", "PhoneNumberId");
    failed.into_iter().map(|(id, why)| (normal(&id), why)).collect()
}

fn plan(operation: Operation, chunk: usize, input: impl Fn(&[Item]) -> Value + Send + Sync + 'static) -> Plan {
    Plan { operation, chunk, input: Arc::new(input), failures, stale: STALE, answered: None }
}

/// The values of all items in a list called `list`.
fn batch(operation: Operation, list: &'static str) -> Plan {
    plan(operation, CHUNK, move |items| {
        let values: Vec<&Value> = items.iter().map(|item| &item.value).collect();
        json!({ (list): values })
    })
}

/// One call for each item, whose value is the whole input.
fn single(operation: Operation) -> Plan {
    plan(operation, 1, |items| items.first().map(|item| item.value.clone()).unwrap_or_default())
}

/// Puts numbers into the deletion queue (NUM-25); an item's value is the number's id.
pub fn deletion() -> Plan {
    batch(Operation::BatchDeletePhoneNumber, "PhoneNumberIds")
}

/// Changes numbers (NUM-23); an item's value is the id with the product type or the calling name.
pub fn update() -> Plan {
    batch(Operation::BatchUpdatePhoneNumber, "UpdatePhoneNumberRequestItems")
}

/// Takes numbers out of the deletion queue (NUM-26), one call each; an item's value is the input.
pub fn restoration() -> Plan {
    single(Operation::RestorePhoneNumber)
}

/// Gives users numbers (USR-36), one call each; an item's value is the input.
pub fn to_users() -> Plan {
    single(Operation::AssociatePhoneNumberWithUser)
}

/// Puts numbers on a voice connector or a group (VC-30), by force from wherever they are.
pub fn to_connector(kind: Kind, id: &str, force: bool) -> Plan {
    let operation = match kind {
        Kind::Group => Operation::AssociatePhoneNumbersWithVoiceConnectorGroup,
        _ => Operation::AssociatePhoneNumbersWithVoiceConnector,
    };
    let id = id.to_owned();
    plan(
        operation,
        CHUNK,
        move |items| json!({ (kind.name()): id, "E164PhoneNumbers": numbers(items), "ForceAssociate": force }),
    )
}

fn from_connector(kind: Kind, id: String) -> Plan {
    let operation = match kind {
        Kind::Group => Operation::DisassociatePhoneNumbersFromVoiceConnectorGroup,
        _ => Operation::DisassociatePhoneNumbersFromVoiceConnector,
    };
    plan(operation, CHUNK, move |items| json!({ (kind.name()): id, "E164PhoneNumbers": numbers(items) }))
}

fn numbers(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.id.as_str()).collect()
}

/// Whether an operation can take a number away from who has it: only a SIP rule itself lets go of its number.
pub fn releasable(row: &Value) -> bool {
    holder(row).is_some_and(|holder| holder.kind != Kind::Rule)
}

/// Takes the numbers of `rows` away from their users, connectors and groups, each by its own operation.
pub fn release(rows: &[Value], item: impl Fn(&str, Value) -> Item) -> Stage {
    let mut parts = BTreeMap::<(Kind, String), Vec<Item>>::new();
    for row in rows.iter().filter(|row| releasable(row)) {
        let Some(holder) = holder(row) else { continue };
        let (key, value) = match holder.kind {
            // One call each, so one part for all users.
            Kind::User => ((Kind::User, String::new()), json!({ "AccountId": holder.account, "UserId": holder.id })),
            kind => ((kind, holder.id), Value::Null),
        };
        parts.entry(key).or_default().push(item(&e164(row), value));
    }
    let part = |((kind, id), items)| match kind {
        Kind::User => (single(Operation::DisassociatePhoneNumberFromUser), items),
        kind => (from_connector(kind, id), items),
    };
    parts.into_iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use chime_model::validate;

    use super::*;

    fn item(number: &str, value: Value) -> Item {
        Item { id: number.to_owned(), label: number.to_owned(), value }
    }

    #[test]
    fn a_full_chunk_of_each_plan_is_what_its_operation_takes() {
        let update_item = |id: &str| json!({ "PhoneNumberId": id, "CallingName": "Sales" });
        let user = |id: &str| json!({ "AccountId": "a", "UserId": "u", "E164PhoneNumber": id });
        type ItemOf = fn(&str) -> Value;
        let plans: [(Plan, ItemOf); 6] = [
            (deletion(), |id| json!(id)),
            (restoration(), |id| json!({ "PhoneNumberId": id })),
            (update(), update_item),
            (to_users(), user),
            (to_connector(Kind::Connector, "c", false), |_| Value::Null),
            (to_connector(Kind::Group, "g", true), |_| Value::Null),
        ];
        for (plan, value) in plans {
            let numbers: Vec<String> = (0..plan.chunk).map(|n| format!("+1206555{n:04}")).collect();
            let items: Vec<Item> = numbers.iter().map(|number| item(number, value(number))).collect();
            assert_eq!(validate::input(plan.operation, &(plan.input)(&items)), [], "{}", plan.operation);
        }
    }

    #[test]
    fn numbers_are_released_by_who_has_them() {
        let row = |number: &str, name: &str, id: &str| {
            json!({ "E164PhoneNumber": number, "Associations": [
                { "Name": name, "Value": id }, { "Name": "AccountId", "Value": "a" },
            ] })
        };
        let rows = [
            row("+12065550101", "UserId", "u1"),
            row("+12065550102", "VoiceConnectorId", "c1"),
            row("+12065550103", "UserId", "u2"),
            row("+12065550104", "VoiceConnectorId", "c1"),
            row("+12065550105", "SipRuleId", "r1"),
            json!({ "E164PhoneNumber": "+12065550106" }),
        ];
        let stage = release(&rows, item);
        let parts: Vec<(Operation, usize)> = stage.iter().map(|(plan, items)| (plan.operation, items.len())).collect();
        assert_eq!(
            parts,
            [
                (Operation::DisassociatePhoneNumberFromUser, 2),
                (Operation::DisassociatePhoneNumbersFromVoiceConnector, 2),
            ]
        );
        for (plan, items) in &stage {
            assert_eq!(validate::input(plan.operation, &(plan.input)(&items[..plan.chunk.min(items.len())])), []);
        }
    }

    #[test]
    fn a_failure_names_the_number_however_it_is_spelled() {
        let output = json!({ "PhoneNumberErrors": [{ "PhoneNumberId": "%2B12065550100", "ErrorCode": "NotFound" }] });
        assert_eq!(failures(&output)[0].0, "+12065550100");
    }
}
