//! A phone number as answers give it, and what its states are called.

use leptos::prelude::*;
use serde_json::Value;

use crate::table::moment;
use crate::ui::*;

/// How long a number stays in the deletion queue, in milliseconds (NUM-24).
pub const QUEUED_FOR_MS: f64 = 7.0 * 86_400_000.0;

/// Product types (value, name, what the numbers are for).
pub const PRODUCTS: [(&str, &str, &str); 3] = [
    ("BusinessCalling", "Business Calling", "Local US numbers that users of Amazon Chime call and text with."),
    ("VoiceConnector", "Voice Connector", "US numbers, local or toll-free, for SIP trunks to a phone system."),
    (
        "SipMediaApplicationDialIn",
        "SIP media application dial-in",
        "Numbers of many countries that a SIP rule gives to an application.",
    ),
];

/// Statuses (value, word, tone) of NUM-4.
const STATUSES: [(&str, &str, Tone); 8] = [
    ("Unassigned", "Unassigned", Tone::Neutral),
    ("Assigned", "Assigned", Tone::Success),
    ("AcquireInProgress", "On order", Tone::Running),
    ("AcquireFailed", "Order failed", Tone::Error),
    ("ReleaseInProgress", "Being released", Tone::Running),
    ("ReleaseFailed", "Release failed", Tone::Error),
    ("DeleteInProgress", "In deletion queue", Tone::Warning),
    ("DeleteFailed", "Deletion failed", Tone::Error),
];

/// Why nothing can be changed of a number in its present status (NUM-22).
pub fn unsettled(row: &Value) -> Option<&'static str> {
    match text(row, "Status") {
        "Assigned" | "Unassigned" => None,
        "DeleteInProgress" => Some("A number in the deletion queue cannot be changed."),
        "AcquireInProgress" => Some("A number on order cannot be changed yet."),
        "AcquireFailed" => Some("A number that an order could not bring cannot be changed."),
        _ => Some(
            "A number whose release or deletion failed cannot be changed: delete it, and move it back to the inventory.",
        ),
    }
}

/// States of a calling name (value, word, tone) of NUM-10. A name that was set long ago needs no word.
const NAME_STATES: [(&str, &str, Tone); 2] =
    [("UpdateInProgress", "Pending", Tone::Running), ("UpdateFailed", "Change failed", Tone::Error)];

/// A text member; empty where it is missing.
pub fn text<'a>(row: &'a Value, member: &str) -> &'a str {
    row[member].as_str().unwrap_or_default()
}

/// A number or its id as E.164. Ids hold the `+` encoded (G-5), and spreadsheets lose it.
pub fn normal(id: &str) -> String {
    let plain: String = id.replace("%2B", "+").replace("%2b", "+");
    let plain: String = plain.chars().filter(|sign| !matches!(sign, ' ' | '-' | '(' | ')' | '.' | '\u{a0}')).collect();
    if plain.starts_with(|sign: char| sign.is_ascii_digit()) { ["+", &plain].concat() } else { plain }
}

/// The number of a row, as E.164.
pub fn e164(row: &Value) -> String {
    let number = text(row, "E164PhoneNumber");
    normal(if number.is_empty() { text(row, "PhoneNumberId") } else { number })
}

/// The name of a product type.
pub fn product_words(value: &str) -> String {
    PRODUCTS.iter().find(|(known, ..)| *known == value).map_or(value, |(_, words, _)| words).to_owned()
}

/// Product types to choose from.
pub fn product_choices() -> Vec<Choice> {
    PRODUCTS.iter().map(|(value, label, help)| Choice::new(*value, *label).help(*help)).collect()
}

/// NUM-5: why a number cannot be of a product type.
pub fn product_fault(product: &str, number: &Value) -> Option<&'static str> {
    match product {
        "BusinessCalling" if number["Type"] == "TollFree" => Some("Toll-free numbers cannot be for Business Calling"),
        "BusinessCalling" | "VoiceConnector" if number["Country"].as_str().is_some_and(|country| country != "US") => {
            Some("Numbers outside the US can only be for SIP media application dial-in")
        }
        _ => None,
    }
}

/// The type in words.
pub fn type_words(value: &str) -> &str {
    if value == "TollFree" { "Toll-free" } else { value }
}

/// Statuses to filter by.
pub fn status_choices() -> Vec<Choice> {
    STATUSES.iter().map(|(value, word, _)| Choice::new(*value, *word)).collect()
}

fn find<'a>(
    table: &'a [(&'static str, &'static str, Tone)],
    value: &str,
) -> Option<&'a (&'static str, &'static str, Tone)> {
    table.iter().find(|(known, ..)| *known == value)
}

/// The status as text in a table.
pub fn status_words(row: &Value) -> String {
    let value = text(row, "Status");
    find(&STATUSES, value).map_or(value, |(_, word, _)| word).to_owned()
}

/// The status with its icon.
pub fn status_view(row: &Value) -> AnyView {
    let tone = find(&STATUSES, text(row, "Status")).map_or(Tone::Neutral, |(.., tone)| *tone);
    match status_words(row) {
        none if none.is_empty() => dash(),
        text => view! { <Status tone text /> }.into_any(),
    }
}

/// The status beside a title.
pub fn status_badge(row: &Value) -> AnyView {
    let tone = find(&STATUSES, text(row, "Status")).map_or(Tone::Neutral, |(.., tone)| *tone);
    let words = status_words(row);
    view! { <Badge tone>{words}</Badge> }.into_any()
}

/// Whether a new calling name is on its way to the carriers, which takes up to 72 hours; the next must wait (NUM-10).
pub fn name_pending(row: &Value) -> bool {
    row["CallingNameStatus"] == "UpdateInProgress"
}

/// The calling name and how a change of it stands, as text in a table.
pub fn name_words(row: &Value) -> String {
    let state = find(&NAME_STATES, text(row, "CallingNameStatus")).map(|(_, word, _)| *word);
    [Some(text(row, "CallingName")).filter(|name| !name.is_empty()), state]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// The calling name and how a change of it stands.
pub fn name_view(row: &Value) -> AnyView {
    let name = Some(text(row, "CallingName")).filter(|name| !name.is_empty()).map(str::to_owned);
    let state = find(&NAME_STATES, text(row, "CallingNameStatus"));
    if name.is_none() && state.is_none() {
        return dash();
    }
    let name = name.map(|text| view! { <Personal text /> " " });
    let state = state.map(|(_, text, tone)| view! { <Status tone=*tone text=*text /> });
    view! { {name} {state} }.into_any()
}

/// When a number in the deletion queue is erased, in milliseconds since 1970.
pub fn erased_at(row: &Value) -> Option<f64> {
    moment(&row["DeletionTimestamp"]).map(|deleted| deleted + QUEUED_FOR_MS)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for written in ["+12065550100", "%2B12065550100", "12065550100", "+1 (206) 555-0100", "1.206.555.0100"] {
            assert_eq!(normal(written), "+12065550100", "{written}");
        }
        assert_eq!(e164(&json!({ "PhoneNumberId": "%2B12065550100" })), "+12065550100");
    }

    #[test]
    fn product_types_follow_country_and_type() {
        let local = json!({ "Type": "Local", "Country": "US" });
        let toll_free = json!({ "Type": "TollFree", "Country": "US" });
        let abroad = json!({ "Type": "Local", "Country": "GB" });
        let allowed =
            |number: &Value| PRODUCTS.iter().filter(|(product, ..)| product_fault(product, number).is_none()).count();
        assert_eq!((allowed(&local), allowed(&toll_free), allowed(&abroad)), (3, 2, 1));
    }

    #[test]
    fn a_name_that_is_on_its_way_shows_the_old_one() {
        let row = json!({ "CallingName": "Old", "CallingNameStatus": "UpdateInProgress" });
        assert_eq!(name_words(&row), "Old, Pending");
        assert!(name_pending(&row));
        assert_eq!(name_words(&json!({ "CallingName": "New", "CallingNameStatus": "UpdateSucceeded" })), "New");
        assert_eq!(name_words(&json!({ "CallingName": null, "CallingNameStatus": "Unassigned" })), "");
    }
}
