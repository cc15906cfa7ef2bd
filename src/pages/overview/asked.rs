//! What the overview asks: one list of each kind of thing, its first page only.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::{Query, query};
use crate::routes;
use crate::ui::IconName;

/// A kind of thing, and the list that tells of it.
#[derive(Debug)]
pub struct Part {
    /// What it is called.
    pub label: &'static str,
    /// The operation that lists it.
    pub operation: Operation,
    /// The member of the answer that holds the rows.
    pub list: &'static str,
    /// The rest of the input, and the most rows that the operation gives at once.
    input: fn() -> Value,
    /// The page where it is looked after.
    pub href: fn() -> String,
    /// The icon beside the label.
    pub icon: IconName,
}

const fn part(
    label: &'static str,
    operation: Operation,
    list: &'static str,
    icon: IconName,
    href: fn() -> String,
) -> Part {
    Part { label, operation, list, input: || json!({ "MaxResults": 99 }), href, icon }
}

impl Part {
    const fn asking(mut self, input: fn() -> Value) -> Self {
        self.input = input;
        self
    }
}

/// The number of the part in [`PARTS`] that a page looks into.
pub mod at {
    /// Accounts.
    pub const ACCOUNTS: usize = 0;
    /// The inventory of phone numbers.
    pub const NUMBERS: usize = 1;
    /// The deletion queue.
    pub const DELETED: usize = 2;
    /// Orders of numbers.
    pub const ORDERS: usize = 3;
    /// Voice connectors.
    pub const CONNECTORS: usize = 4;
    /// SIP rules.
    pub const RULES: usize = 7;
}

/// All parts, in the order of the page.
pub const PARTS: &[Part] = &[
    part("Accounts", Operation::ListAccounts, "Accounts", IconName::Account, routes::accounts)
        .asking(|| json!({ "MaxResults": 100 })),
    part("Phone numbers", Operation::ListPhoneNumbers, "PhoneNumbers", IconName::Phone, routes::phone_numbers),
    part("In deletion queue", Operation::ListPhoneNumbers, "PhoneNumbers", IconName::Trash, routes::deleted_numbers)
        .asking(|| json!({ "MaxResults": 99, "Status": "DeleteInProgress" })),
    part("Phone number orders", Operation::ListPhoneNumberOrders, "PhoneNumberOrders", IconName::Cart, routes::orders),
    part(
        "Voice connectors",
        Operation::ListVoiceConnectors,
        "VoiceConnectors",
        IconName::Voice,
        routes::voice_connectors,
    ),
    part(
        "Connector groups",
        Operation::ListVoiceConnectorGroups,
        "VoiceConnectorGroups",
        IconName::Link,
        routes::voice_connector_groups,
    ),
    part(
        "SIP media applications",
        Operation::ListSipMediaApplications,
        "SipMediaApplications",
        IconName::Code,
        routes::sip_media_applications,
    ),
    part("SIP rules", Operation::ListSipRules, "SipRules", IconName::Route, routes::sip_rules),
    part("Meetings", Operation::ListMeetings, "Meetings", IconName::Meeting, routes::meetings),
    part("App instances", Operation::ListAppInstances, "AppInstances", IconName::Chat, routes::app_instances)
        .asking(|| json!({ "MaxResults": 50 })),
];

/// The answers, in the order of [`PARTS`].
#[derive(Clone, Copy)]
pub struct Asked(StoredValue<Vec<Query>>);

impl Asked {
    /// Asks for all of them at once.
    pub fn new() -> Self {
        Self(StoredValue::new(PARTS.iter().map(|part| query(part.operation, move || Some((part.input)()))).collect()))
    }

    /// The answer about one part.
    pub fn of(self, place: usize) -> Query {
        self.0.with_value(|queries| queries[place])
    }

    /// The rows of a part, once they are there (reactive).
    pub fn rows(self, place: usize) -> Option<Vec<Value>> {
        self.of(place).data.with(|data| rows(data.as_ref()?, PARTS[place].list))
    }

    /// Whether more exist than were asked for (reactive).
    pub fn more(self, place: usize) -> bool {
        self.of(place).data.with(|data| data.as_ref().is_some_and(more))
    }

    /// When the oldest of the answers came (reactive).
    pub fn updated(self) -> Option<f64> {
        self.0.with_value(|queries| queries.iter().filter_map(|query| query.updated.get()).reduce(f64::min))
    }

    /// Whether any answer is on its way (reactive).
    pub fn loading(self) -> bool {
        self.0.with_value(|queries| queries.iter().filter(|query| query.loading.get()).count() > 0)
    }
}

/// The rows of an answer.
pub fn rows(answer: &Value, list: &str) -> Option<Vec<Value>> {
    answer[list].as_array().cloned()
}

/// Whether an answer is not the last.
pub fn more(answer: &Value) -> bool {
    answer["NextToken"].is_string()
}

/// A text member; empty where there is none.
pub fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chime_model::validate;

    use super::*;

    #[test]
    fn each_part_is_asked_for_as_its_operation_wants() {
        for part in PARTS {
            assert_eq!(validate::input(part.operation, &(part.input)()), [], "{}", part.label);
            let pagination = part.operation.spec().pagination.unwrap();
            assert_eq!(pagination.result_key, Some(part.list));
            assert_eq!(pagination.output_token, "NextToken");
        }
        assert_eq!((PARTS[at::DELETED].label, PARTS[at::RULES].label), ("In deletion queue", "SIP rules"));
    }
}
