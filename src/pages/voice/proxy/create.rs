//! The dialog that starts a proxy session between two people.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::form::{Field, Form, Node};
use crate::frame::use_go;
use crate::routes;
use crate::ui::*;

const PEOPLE: &str = "ParticipantPhoneNumbers";

/// What no shape says: two different people.
fn differ(input: &Value) -> Vec<Violation> {
    let same = input[PEOPLE][0].is_string() && input[PEOPLE][0] == input[PEOPLE][1];
    let message = "Enter two different numbers.".to_owned();
    same.then(|| Violation { path: PEOPLE.to_owned(), rule: Rule::Size, message }).into_iter().collect()
}

/// The two numbers, each in its input.
fn people(node: &Arc<Node>) -> AnyView {
    let numbers = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let invalid = Signal::derive({
        let node = node.clone();
        move || node.error().is_some()
    });
    let described_by = node.described_by();
    let inputs =
        ["First person", "Second person"].into_iter().zip(numbers).enumerate().map(|(place, (label, number))| {
            let id = if place == 0 { node.input_id().to_owned() } else { unique_id("person") };
            let node = node.clone();
            let type_in = move |text: String| {
                number.set(text);
                let given = numbers.map(|number| number.get_untracked());
                let given: Vec<&str> = given.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
                node.load(Some(&json!(given)));
            };
            view! {
                <div class="field">
                    <label class="field-help" for=id.clone()>{label}</label>
                    <TextInput id value=number on_input=type_in input_type="tel" placeholder="+12065550100" invalid described_by />
                </div>
            }
        });
    view! { <div class="field-row">{inputs.collect_view()}</div> }.into_any()
}

/// Creates a session of `connector` while `open`.
#[component]
pub fn CreateSession(connector: String, open: RwSignal<bool>) -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let form = move || {
        let id = connector.clone();
        Form::new(Operation::CreateProxySession)
            .fixed("VoiceConnectorId", connector.clone())
            .field(
                Field::new(PEOPLE)
                    .label("Who talks")
                    .help("Both see one proxy number instead of each other's.")
                    .item("Number")
                    .custom(|node| people(&node)),
            )
            .field(
                Field::new("Capabilities")
                    .label("They can")
                    .needed()
                    .choice("Voice", "Call", "")
                    .choice("SMS", "Text", ""),
            )
            .field(Field::new("Name").label("Name").help("Such as an order or a case, to find the session by."))
            .field(
                Field::new("ExpiryMinutes")
                    .label("Minutes")
                    .help("Not set means the minutes of the proxy configuration."),
            )
            .section("Choice of the proxy number")
            .field(
                Field::new("GeoMatchLevel")
                    .label("Near the first person")
                    .choice("Country", "Same country", "")
                    .choice("AreaCode", "Same area code", ""),
            )
            .field(
                Field::new("GeoMatchParams")
                    .label("Near somewhere else")
                    .help("Instead of the first person's own country and area code.")
                    .member(Field::new("Country").placeholder("US"))
                    .member(Field::new("AreaCode").label("Area code").placeholder("206")),
            )
            .field(
                Field::new("NumberSelectionBehavior")
                    .label("Numbers that the two had before")
                    .choice("PreferSticky", "Prefer the same", "")
                    .choice("AvoidSticky", "Take another", ""),
            )
            .initial(json!({ "Capabilities": ["Voice", "SMS"] }))
            .check(differ)
            .stale(&[Operation::ListProxySessions])
            .submit_label("Create session")
            .failed_title("The session was not created")
            .on_cancel(move || open.set(false))
            .on_success(move |output| {
                open.set(false);
                flashes.show(Flash::success("The proxy session is open"));
                if let Some(session) = output["ProxySession"]["ProxySessionId"].as_str() {
                    go.to(&routes::proxy_session(&id, session));
                }
            })
            .view()
    };
    view! {
        <Dialog open title="Create proxy session">
            {form()}
        </Dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_are_two() {
        assert!(differ(&json!({ PEOPLE: ["+12065550100", "+12065550101"] })).is_empty());
        assert!(differ(&json!({ PEOPLE: [] })).is_empty());
        assert_eq!(differ(&json!({ PEOPLE: ["+12065550100", "+12065550100"] })).len(), 1);
    }
}
