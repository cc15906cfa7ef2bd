//! Emergency calling: what it needs, where the calls go, and the careful way to take that away.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::entries::{Asked, Cell, Entries};
use super::super::help::help;
use super::{Part, PartPanel, Removal};
use crate::form::{Field, Form};
use crate::pages::ask::{Ask, Deed};
use crate::routes::{self, ConnectorTab};
use crate::table::text_of;
use crate::ui::*;

const DNIS: &str = "EmergencyCallingConfiguration.DNIS";
const STALE: &[Operation] = &[Operation::GetVoiceConnectorEmergencyCallingConfiguration];

const ABOUT: &[&str] = &[
    "Emergency calls from equipment behind the connector go to the number that a public safety answering point has given \
     you for the country.",
    "`PutVoiceConnectorEmergencyCallingConfiguration` replaces the whole list. It is refused until origination and \
     termination are configured and on; while it stands, neither can be switched off or deleted.",
];
const CLI: &str = "aws chime put-voice-connector-emergency-calling-configuration \\\n  --voice-connector-id ID \\\n  \
    --emergency-calling-configuration '{\"DNIS\": [{\n    \"CallingCountry\": \"US\",\n    \"EmergencyPhoneNumber\": \
    \"+12065550122\"}]}'";

fn about() -> AnyView {
    help("Emergency calling", ABOUT, CLI)
}

/// The numbers of a configuration.
fn numbers(configuration: &Value) -> Vec<Value> {
    configuration["DNIS"].as_array().cloned().unwrap_or_default()
}

/// The configuration without one number.
fn without(configuration: &Value, number: &str) -> Value {
    let rest: Vec<Value> =
        numbers(configuration).into_iter().filter(|it| text_of(&it["EmergencyPhoneNumber"]) != number).collect();
    json!({ "DNIS": rest })
}

fn entries(part: Part) -> Entries {
    let saved = move || part.value().map(|it| numbers(&it)).unwrap_or_default();
    Entries {
        item: "number",
        cells: vec![
            Cell {
                member: "EmergencyPhoneNumber",
                label: "Emergency number",
                example: "+12065550122",
                asked: Asked::Text,
            },
            Cell { member: "CallingCountry", label: "Country", example: "US", asked: Asked::Text },
            Cell {
                member: "TestPhoneNumber",
                label: "Test number (optional)",
                example: "+12065550123",
                asked: Asked::Optional,
            },
        ],
        derived: None,
        fresh: Arc::new(|_| json!({ "CallingCountry": "US" })),
        most: usize::MAX,
        kept: Signal::derive(move || saved().iter().map(|it| text_of(&it["EmergencyPhoneNumber"])).collect()),
    }
}

/// One thing that is needed, and the way to it.
fn need(met: bool, text: &'static str, action: &'static str, href: String) -> AnyView {
    let (tone, word) = if met { (Tone::Success, "Done") } else { (Tone::Warning, "Missing") };
    view! {
        <li class="between">
            <span><Status tone text=word /> " " {text}</span>
            {(!met).then(|| view! { <a class="link" href=href>{action}</a> })}
        </li>
    }
    .into_any()
}

/// VC-5: what must be there before.
fn needs(id: &str, origination: Part, termination: Part) -> AnyView {
    let id = id.to_owned();
    let list = move || {
        let to = |tab| routes::voice_connector(&id, tab);
        view! {
            {need(
                origination.works(),
                "Origination is configured and on: they can call back.",
                "Set up origination",
                to(ConnectorTab::Origination),
            )}
            {need(
                termination.works(),
                "Termination is configured and on: your equipment can call out.",
                "Set up termination",
                to(ConnectorTab::Termination),
            )}
        }
        .into_any()
    };
    view! {
        <Panel title="What emergency calling needs">
            {origination.failure("The origination could not be loaded")}
            {termination.failure("The termination could not be loaded")}
            <ul class="plain-list stack">{list}</ul>
            <p class="muted">
                "The service also wants to know where you are: "
                <a class="link" href=routes::address_check()>"check an address"</a> " for emergency calls."
            </p>
        </Panel>
    }
    .into_any()
}

/// The tab.
pub fn emergency(connector: Signal<Value>) -> AnyView {
    let id = connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]));
    let name = Signal::derive(move || connector.with(|it| text_of(&it["Name"])));
    let (part, flashes) = (Part::emergency(&id), use_flashes());
    let (origination, termination) = (Part::origination(&id), Part::termination(&id));
    let not_yet = move || {
        let unmet = !origination.works() || !termination.works();
        unmet.then(|| "Configure origination and termination first, and switch both on".to_owned())
    };
    let loaded = Signal::derive(move || match part.value() {
        Some(value) => Some(json!({ "EmergencyCallingConfiguration": value })),
        None => {
            part.absent().then(|| json!({ "EmergencyCallingConfiguration": { "DNIS": [{ "CallingCountry": "US" }] } }))
        }
    });
    let voice_connector = id.clone();
    let form = move || {
        let form = Form::new(Operation::PutVoiceConnectorEmergencyCallingConfiguration)
            .fixed("VoiceConnectorId", voice_connector.clone())
            .edit(loaded)
            .field(
                Field::new(DNIS)
                    .label("Emergency numbers")
                    .help("The number that you were given for the country, and one to test the way to it.")
                    .item("Number")
                    .needed()
                    .custom(move |node| entries(part).view(node)),
            )
            .stale(STALE)
            .submit_label("Save emergency calling")
            .failed_title("The emergency calling was not saved")
            .on_success(move |_| {
                flashes.show(Flash::success("The emergency calling is saved"));
            });
        view! { <div class="wide-form">{form.view()}</div> }.into_any()
    };
    let panel = PartPanel {
        part,
        title: "Emergency calling",
        about: "Where emergency calls from your equipment go, by country.",
        empty: (
            "Emergency calls go nowhere special",
            "Without numbers here the connector treats an emergency call as any other.",
            IconName::Warning,
        ),
        failed: "The emergency calling could not be loaded",
        help: about,
        not_yet: Signal::derive(not_yet),
        form: Arc::new(form),
        removal: Some(Removal {
            operation: Operation::DeleteVoiceConnectorEmergencyCallingConfiguration,
            connector: id.clone(),
            name,
            label: "Delete emergency calling",
            effect: "Emergency calls from equipment behind this connector are no longer routed. People may not reach help.",
            typed: true,
            locked: Signal::default(),
            stale: STALE,
            done: "The emergency calling is deleted",
            refused: "The emergency calling was not deleted",
        }),
    };
    view! {
        {needs(&id, origination, termination)}
        {panel.view()}
        {removals(id, part)}
    }
    .into_any()
}

/// The numbers that can be taken away one by one, each after its number is typed.
fn removals(connector: String, part: Part) -> AnyView {
    let (ask, chosen, privacy) = (Ask::new(), RwSignal::new(String::new()), use_privacy());
    let saved = Memo::new(move |_| part.value().map(|it| numbers(&it)).unwrap_or_default());
    let remove = move || {
        let Some(configuration) = untrack(|| part.value()) else { return };
        let rest = without(&configuration, &chosen.get_untracked());
        let input = json!({ "VoiceConnectorId": connector, "EmergencyCallingConfiguration": rest });
        let deed = Deed {
            operation: Operation::PutVoiceConnectorEmergencyCallingConfiguration,
            input,
            stale: STALE,
            done: "The emergency number is removed",
            failed: "The emergency number was not removed",
        };
        ask.act(deed, || ());
    };
    let line = move |entry: Value| {
        let (number, country) = (text_of(&entry["EmergencyPhoneNumber"]), text_of(&entry["CallingCountry"]));
        let label = [" the number for ", &country].concat();
        let text = number.clone();
        let press = move || {
            chosen.set(number.clone());
            ask.open.set(true);
        };
        view! {
            <li class="between">
                <span>{country} " " <Personal text /></span>
                <Button on_press=press>"Remove"<span class="visually-hidden">{label}</span></Button>
            </li>
        }
    };
    let panel = move || {
        // The last one goes with the whole configuration.
        let lines = saved.with(|saved| (saved.len() > 1).then(|| saved.iter().cloned().map(line).collect_view()))?;
        Some(view! {
            <Panel title="Remove a number" danger=true>
                <ul class="plain-list stack">{lines}</ul>
            </Panel>
        })
    };
    let object = move || if privacy.get() { "••••••".to_owned() } else { chosen.get() };
    view! {
        {panel}
        <Confirm
            open=ask.open
            title="Remove emergency number"
            action="Remove"
            objects=Signal::derive(move || vec![object()])
            effect="Emergency calls from its country are no longer routed there. People may not reach help."
            type_to_confirm=Signal::derive(move || Some(chosen.get()))
            busy=ask.busy
            on_confirm=remove
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_goes_and_the_others_stay() {
        let number = |number: &str| json!({ "EmergencyPhoneNumber": number, "CallingCountry": "US" });
        let configuration = json!({ "DNIS": [number("+1"), number("+2")] });
        assert_eq!(without(&configuration, "+1"), json!({ "DNIS": [number("+2")] }));
    }
}
