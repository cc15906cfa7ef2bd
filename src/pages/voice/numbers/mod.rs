//! The phone numbers of a voice connector or of a group: the list, attaching and detaching.

mod attach;
mod home;
mod tab;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::reference::Kind;
use crate::client::{Query, query};
use crate::table::text_of;

pub use home::{Home, detach_input};
pub use tab::numbers;

/// The most numbers that one `ListPhoneNumbers` gives.
pub const PAGE: u32 = 99;

/// The numbers of a connector or group, of the first page: to count and to name some.
pub fn shown_numbers(association: &'static str, id: &str) -> Query {
    let input = json!({ "FilterName": association, "FilterValue": id, "MaxResults": PAGE });
    query(Operation::ListPhoneNumbers, move || Some(input.clone()))
}

/// How many numbers an answer has: "4 numbers", "99+ numbers"; none for none.
pub fn count_words(answer: &Value) -> Option<String> {
    let count = answer["PhoneNumbers"].as_array().map_or(0, Vec::len);
    let more = if answer["NextToken"].is_string() { "+" } else { "" };
    let noun = if count == 1 && more.is_empty() { " number" } else { " numbers" };
    (count > 0).then(|| [&count.to_string(), more, noun].concat())
}

/// The tab of a voice connector.
pub fn of_connector(connector: Signal<Value>) -> AnyView {
    numbers(Home::new(Kind::Connector, connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_in_words() {
        let words = |count: usize, next: Value| {
            count_words(&json!({ "PhoneNumbers": vec![json!({}); count], "NextToken": next }))
        };
        assert_eq!(words(0, Value::Null), None);
        assert_eq!(words(1, Value::Null).as_deref(), Some("1 number"));
        assert_eq!(words(99, json!("t")).as_deref(), Some("99+ numbers"));
    }
}
