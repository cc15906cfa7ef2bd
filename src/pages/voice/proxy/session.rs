//! What is said of a proxy session: its state, the two who talk, when it ends.

use leptos::prelude::*;
use serde_json::Value;

use crate::table::{moment, text_of};
use crate::ui::*;

const MINUTE_MS: f64 = 60_000.0;

/// The name, or the id where there is none.
pub fn name(session: &Value) -> String {
    let name = text_of(&session["Name"]);
    if name.is_empty() { text_of(&session["ProxySessionId"]) } else { name }
}

/// A phone number with its middle masked: `+1503…100`.
pub fn masked(number: &str) -> String {
    let letters: Vec<char> = number.chars().collect();
    let (kept_before, kept_after) = (5, 2);
    if letters.len() <= kept_before + kept_after {
        return "•".repeat(letters.len());
    }
    let (before, after) = (&letters[..kept_before], &letters[letters.len() - kept_after..]);
    before.iter().copied().chain("•••••".chars()).chain(after.iter().copied()).collect()
}

/// The two numbers, masked in the middle.
pub fn pair(session: &Value) -> String {
    let participants = session["Participants"].as_array().into_iter().flatten();
    participants.map(|it| masked(&text_of(&it["PhoneNumber"]))).collect::<Vec<_>>().join(" and ")
}

/// The number that both see.
pub fn proxy_number(session: &Value) -> String {
    text_of(&session["Participants"][0]["ProxyPhoneNumber"])
}

/// Whether it has ended.
pub fn is_closed(session: &Value) -> bool {
    session["Status"] == "Closed"
}

/// PRX-13: when a session that has not ended will, in milliseconds since 1970: counted from its last change.
pub fn expires(session: &Value) -> Option<f64> {
    let minutes = session["ExpiryMinutes"].as_f64().filter(|_| !is_closed(session))?;
    let from = moment(&session["UpdatedTimestamp"]).or_else(|| moment(&session["CreatedTimestamp"]))?;
    Some(from + minutes * MINUTE_MS)
}

/// The state as icon and word.
pub fn status(session: &Value) -> AnyView {
    let (tone, text) = match session["Status"].as_str() {
        Some("Open") => (Tone::Success, "Open"),
        Some("InProgress") => (Tone::Running, "In progress"),
        Some("Closed") => (Tone::Neutral, "Closed"),
        _ => return dash(),
    };
    view! { <Status tone text /> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn the_middle_of_a_number_is_masked() {
        assert_eq!(masked("+15035550100"), "+1503•••••00");
        assert_eq!(masked("+4930"), "•••••");
    }
}
