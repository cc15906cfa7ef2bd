//! The connectors of a group, which take its calls by priority.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::entries::{Asked, Cell, Entries};
use crate::client::query;
use crate::form::Field;
use crate::table::text_of;
use crate::ui::*;

/// The member of the requests.
pub const ITEMS: &str = "VoiceConnectorItems";
/// VCG-2.
const MOST: usize = 3;
/// The most connectors that one `ListVoiceConnectors` gives.
const PAGE: u32 = 99;

/// The items by priority.
pub fn in_order(group: &Value) -> Vec<Value> {
    let mut items = group[ITEMS].as_array().cloned().unwrap_or_default();
    items.sort_by_key(|item| item["Priority"].as_i64().unwrap_or(i64::MAX));
    items
}

/// VCG-2: a connector stands in a group once.
pub fn twice(input: &Value) -> Vec<Violation> {
    let ids: Vec<&Value> =
        input[ITEMS].as_array().into_iter().flatten().map(|item| &item["VoiceConnectorId"]).collect();
    let again = ids.iter().enumerate().find(|(place, id)| !id.is_null() && ids[..*place].contains(id));
    let message = "This voice connector stands there already.".to_owned();
    let path = |place: usize| [ITEMS, "[", &place.to_string(), "]"].concat();
    again.map(|(place, _)| Violation { path: path(place), rule: Rule::Size, message }).into_iter().collect()
}

/// "1st", "2nd", "3rd": the place of each item, by its priority.
fn turns(items: &[Value]) -> Vec<String> {
    let priority = |item: &Value| item["Priority"].as_i64().unwrap_or(i64::MAX);
    let turn = |item: &Value| {
        let before = items.iter().filter(|other| priority(other) < priority(item)).count();
        ["Tried first", "Tried second", "Tried third"].get(before).copied().unwrap_or_default().to_owned()
    };
    items.iter().map(turn).collect()
}

/// The field of the connectors.
pub fn field() -> Field {
    let answer = query(Operation::ListVoiceConnectors, || Some(json!({ "MaxResults": PAGE })));
    let options = Signal::derive(move || {
        let connectors =
            answer.data.with(|data| data.as_ref().and_then(|it| it["VoiceConnectors"].as_array().cloned()));
        let choice = |it: &Value| {
            let label = [&text_of(&it["Name"]), ", ", &text_of(&it["AwsRegion"])].concat();
            Choice::new(text_of(&it["VoiceConnectorId"]), label)
        };
        connectors.unwrap_or_default().iter().map(choice).collect::<Vec<_>>()
    });
    let entries = Entries {
        item: "voice connector",
        cells: vec![
            Cell { member: "VoiceConnectorId", label: "Voice connector", example: "", asked: Asked::Pick(options) },
            Cell { member: "Priority", label: "Priority", example: "1", asked: Asked::Number },
        ],
        derived: Some(("Order", turns)),
        fresh: Arc::new(|items: &[Value]| {
            let last = items.iter().filter_map(|item| item["Priority"].as_i64()).max().unwrap_or_default();
            json!({ "Priority": (last + 1).min(99) })
        }),
        most: MOST,
        kept: Signal::default(),
    };
    Field::new(ITEMS)
        .label("Voice connectors")
        .help("Up to three, in different Regions if you like. The lowest priority is tried first.")
        .item("Voice connector")
        .custom(move |node| entries.clone().view(node))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: &str, priority: i64) -> Value {
        json!({ "VoiceConnectorId": id, "Priority": priority })
    }

    #[test]
    fn items_stand_by_priority() {
        let group = json!({ ITEMS: [item("b", 2), item("a", 1)] });
        assert_eq!(in_order(&group), [item("a", 1), item("b", 2)]);
        assert_eq!(turns(&[item("b", 9), item("a", 1), item("c", 9)]), ["Tried second", "Tried first", "Tried second"]);
    }

    #[test]
    fn a_connector_stands_in_a_group_once() {
        assert!(twice(&json!({ ITEMS: [item("a", 1), item("b", 1)] })).is_empty());
        assert_eq!(twice(&json!({ ITEMS: [item("a", 1), item("a", 2)] }))[0].path, "VoiceConnectorItems[1]");
        assert!(twice(&json!({ ITEMS: [{ "Priority": 1 }, { "Priority": 2 }] })).is_empty());
    }
}
