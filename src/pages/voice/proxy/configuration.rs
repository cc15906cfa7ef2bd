//! How proxy sessions of a voice connector are made.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::connector::{Part, PartPanel, Removal};
use super::super::help::help;
use crate::form::{Field, Form};
use crate::ui::*;

const MINUTES: &str = "DefaultSessionExpiryMinutes";
const COUNTRIES: &str = "PhoneNumberPoolCountries";
const STALE: &[Operation] = &[Operation::GetVoiceConnectorProxy];
const ALL: &[Operation] =
    &[Operation::GetVoiceConnectorProxy, Operation::ListProxySessions, Operation::GetProxySession];

const ABOUT: &[&str] = &[
    "With a proxy two people talk without seeing each other's numbers: both see one number of the pool.",
    "`PutVoiceConnectorProxy` replaces the configuration. It takes the countries as PhoneNumberPoolCountries, and \
     `GetVoiceConnectorProxy` gives them as PhoneNumberCountries.",
];
const CLI: &str = "aws chime put-voice-connector-proxy \\\n  --voice-connector-id ID \\\n  --default-session-expiry-minutes 60 \
    \\\n  --phone-number-pool-countries US";

fn about() -> AnyView {
    help("Proxy", ABOUT, CLI)
}

/// PRX-1: the configuration as the request takes it.
fn as_input(proxy: &Value) -> Value {
    let mut input = proxy.clone();
    input[COUNTRIES] = proxy["PhoneNumberCountries"].clone();
    input
}

/// PRX-1: the shape has no lower limit.
fn minutes(input: &Value) -> Vec<Violation> {
    let too_few = input[MINUTES].as_i64().is_some_and(|minutes| minutes < 1);
    let message = "Use 1 minute or more.".to_owned();
    too_few.then(|| Violation { path: MINUTES.to_owned(), rule: Rule::Range, message }).into_iter().collect()
}

/// The panel.
pub fn configuration(id: &str, name: Signal<String>, part: Part) -> AnyView {
    let flashes = use_flashes();
    let loaded = Signal::derive(move || match part.value() {
        Some(value) => Some(as_input(&value)),
        None => part.absent().then(|| json!({ MINUTES: 60 })),
    });
    let voice_connector = id.to_owned();
    let form = move || {
        Form::new(Operation::PutVoiceConnectorProxy)
            .fixed("VoiceConnectorId", voice_connector.clone())
            .edit(loaded)
            .field(
                Field::new("Disabled")
                    .label("Allow new sessions")
                    .help("Off, no session can begin; those that are open run on.")
                    .inverse_switch(),
            )
            .field(
                Field::new(MINUTES)
                    .label("Minutes that a session lasts")
                    .help("Where a session does not say it itself."),
            )
            .field(
                Field::new(COUNTRIES)
                    .label("Countries of the proxy numbers")
                    .help("Where the numbers come from that both people see.")
                    .item("Country")
                    .placeholder("US, CA")
                    .words(),
            )
            .field(
                Field::new("FallBackPhoneNumber")
                    .label("Fallback number")
                    .help("Takes the calls to a proxy number after its session has ended.")
                    .placeholder("+12065550100"),
            )
            .check(minutes)
            .stale(STALE)
            .submit_label("Save proxy")
            .failed_title("The proxy was not saved")
            .on_success(move |_| {
                flashes.show(Flash::success("The proxy is saved"));
            })
            .view()
    };
    let panel = PartPanel {
        part,
        title: "Proxy configuration",
        about: "Two people talk or text without seeing each other's numbers.",
        empty: (
            "No masked calling",
            "Choose where proxy numbers come from and how long a session lasts.",
            IconName::EyeOff,
        ),
        failed: "The proxy could not be loaded",
        help: about,
        not_yet: Signal::default(),
        form: Arc::new(form),
        removal: Some(Removal {
            operation: Operation::DeleteVoiceConnectorProxy,
            connector: id.to_owned(),
            name,
            label: "Delete proxy",
            effect: "Open sessions end at once, and no new one can begin.",
            typed: false,
            locked: Signal::default(),
            stale: ALL,
            done: "The proxy is deleted",
            refused: "The proxy was not deleted",
        }),
    };
    panel.view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_another_name_on_the_way_in() {
        let input = as_input(&json!({ MINUTES: 60, "PhoneNumberCountries": ["US"] }));
        assert_eq!(input[COUNTRIES], json!(["US"]));
        assert!(minutes(&input).is_empty());
        assert_eq!(minutes(&json!({ MINUTES: 0 })).len(), 1);
    }
}
