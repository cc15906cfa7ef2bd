//! What all pages of messaging show alike: names, moments, metadata, ids.

use leptos::prelude::*;
use serde_json::Value;

use crate::table::{moment, text_of};
use crate::ui::*;

/// The text of a member; empty where it is missing.
pub fn text(value: &Value, member: &str) -> String {
    text_of(&value[member])
}

/// What follows the last slash of an ARN: the id that a person knows.
pub fn id_of(arn: &str) -> &str {
    arn.rsplit_once('/').map_or(arn, |(_, id)| id)
}

/// The app instance that an ARN of one of its users or channels begins with.
pub fn instance_of(arn: &str) -> &str {
    ["/user/", "/channel/"].iter().find_map(|kind| Some(arn.split_once(kind)?.0)).unwrap_or(arn)
}

/// A moment in full, or that there is none.
pub fn when(value: &Value) -> AnyView {
    moment(value).map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any())
}

/// A name that can be masked.
pub fn name(text: String) -> AnyView {
    if text.is_empty() { dash() } else { view! { <Personal text /> }.into_any() }
}

/// Names and values of a dialog; long ones take a line each.
pub fn pairs(list: Vec<(&'static str, AnyView)>) -> AnyView {
    let pair = |(label, value): (&'static str, AnyView)| {
        let wide = matches!(label, "ARN" | "Metadata" | "Content" | "Message id");
        view! { <Pair label wide>{value}</Pair> }
    };
    view! { <KeyValue columns=2>{list.into_iter().map(pair).collect_view()}</KeyValue> }.into_any()
}

/// An ARN with its copy button.
pub fn arn(text: String) -> AnyView {
    view! { <CopyableId id=text label="Copy the ARN" /> }.into_any()
}

/// Metadata belongs to the people of the app: folded until somebody asks (CONSOLE-NOTES 0.2).
pub fn metadata(text: String) -> AnyView {
    if text.is_empty() {
        return dash();
    }
    view! {
        <details class="folded">
            <summary>"Show metadata"</summary>
            <div class="folded-text"><Personal text /></div>
        </details>
    }
    .into_any()
}

/// Metadata in a table: that there is some, and how much.
pub fn has_metadata(row: &Value) -> String {
    match row["Metadata"].as_str().map(|text| text.chars().count()) {
        None | Some(0) => String::new(),
        Some(1) => "1 character".to_owned(),
        Some(count) => [&count.to_string(), " characters"].concat(),
    }
}

/// A person with the way to their page.
pub fn person(identity: &Value) -> AnyView {
    let arn = text(identity, "Arn");
    if arn.is_empty() {
        return dash();
    }
    let name = Some(text(identity, "Name")).filter(|name| !name.is_empty());
    let href = crate::routes::app_instance_user(instance_of(&arn), &arn);
    let text = name.unwrap_or_else(|| id_of(&arn).to_owned());
    view! { <a class="link" href=href><Personal text /></a> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_tells_its_instance_and_its_id() {
        let user = "arn:aws:chime:us-east-1:1:app-instance/a1/user/ada@example.com";
        assert_eq!((instance_of(user), id_of(user)), ("arn:aws:chime:us-east-1:1:app-instance/a1", "ada@example.com"));
        assert_eq!(
            instance_of("arn:aws:chime:us-east-1:1:app-instance/a1"),
            "arn:aws:chime:us-east-1:1:app-instance/a1"
        );
    }
}
