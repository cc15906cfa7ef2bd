//! Where the inbound calls of a voice connector go: the routes, each with its share of the calls.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::entries::{Asked, Cell, Entries};
use super::super::help::help;
use super::share::{ranks, shares};
use super::{Part, PartPanel, Removal};
use crate::form::{Field, Form};
use crate::routes::{self, ConnectorTab};
use crate::table::text_of;
use crate::ui::*;

/// VC-41.
const MOST_ROUTES: usize = 20;
const ROUTES: &str = "Origination.Routes";
const STALE: &[Operation] = &[Operation::GetVoiceConnectorOrigination];

const ABOUT: &[&str] = &[
    "`PutVoiceConnectorOrigination` replaces all routes at once; `GetVoiceConnectorOrigination` gives NotFound until the \
     first one is put.",
    "Priority 1 is tried first. Calls of one priority are shared by weight: 70 and 30 take seven and three of ten. The \
     next priority takes over where all hosts before it fail.",
];
const CLI: &str = "aws chime put-voice-connector-origination \\\n  --voice-connector-id ID \\\n  --origination '{\"Routes\": \
    [{\n    \"Host\": \"sbc.example.com\", \"Port\": 5060,\n    \"Protocol\": \"TCP\", \"Priority\": 1, \"Weight\": 1}]}'";

fn about() -> AnyView {
    help("Origination", ABOUT, CLI)
}

/// VC-42: a route leads somewhere.
fn hosts(input: &Value) -> Vec<Violation> {
    let routes = input["Origination"]["Routes"].as_array().into_iter().flatten().enumerate();
    let fault = |(place, _): (usize, &Value)| Violation {
        path: [ROUTES, "[", &place.to_string(), "].Host"].concat(),
        rule: Rule::Required,
        message: "Enter the host, a name or an IP address.".to_owned(),
    };
    routes.filter(|(_, route)| text_of(&route["Host"]).trim().is_empty()).map(fault).collect()
}

/// The share of each route, in words.
fn share_words(routes: &[Value]) -> Vec<String> {
    shares(&routes.iter().map(ranks).collect::<Vec<_>>()).into_iter().map(super::share::Share::words).collect()
}

fn entries(encrypted: bool) -> Entries {
    let protocols = Signal::stored(vec![Choice::new("TCP", "TCP"), Choice::new("UDP", "UDP")]);
    let cell = |member, label, example, asked| Cell { member, label, example, asked };
    // VC-2: TLS runs over TCP.
    let protocol = if encrypted { "TCP" } else { "UDP" };
    Entries {
        item: "route",
        cells: vec![
            cell("Host", "Host", "sbc.example.com", Asked::Text),
            cell("Port", "Port", "5060", Asked::Number),
            cell("Protocol", "Protocol", "", Asked::Pick(protocols)),
            cell("Priority", "Priority", "1", Asked::Number),
            cell("Weight", "Weight", "1", Asked::Number),
        ],
        derived: Some(("Share", share_words)),
        fresh: Arc::new(move |_| json!({ "Port": 5060, "Protocol": protocol, "Priority": 1, "Weight": 1 })),
        most: MOST_ROUTES,
        kept: Signal::default(),
    }
}

/// The tab.
pub fn origination(connector: Signal<Value>) -> AnyView {
    let id = connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]));
    let (part, emergency, flashes) = (Part::origination(&id), Part::emergency(&id), use_flashes());
    let needed = Memo::new(move |_| emergency.value().is_some());
    let encrypted = connector.with_untracked(|it| it["RequireEncryption"] == true);
    let entries = entries(encrypted);
    let first = (entries.fresh)(&[]);
    let loaded = Signal::derive(move || match part.value() {
        Some(value) => Some(json!({ "Origination": value })),
        None => part.absent().then(|| json!({ "Origination": { "Routes": [first] } })),
    });
    let voice_connector = id.clone();
    let form = move || {
        let entries = entries.clone();
        let form = Form::new(Operation::PutVoiceConnectorOrigination)
            .fixed("VoiceConnectorId", voice_connector.clone())
            .edit(loaded)
            .field(
                Field::new(ROUTES)
                    .label("Routes")
                    .help("The lowest priority is tried first; calls of one priority are shared by weight.")
                    .item("Route")
                    .needed()
                    .custom(move |node| entries.clone().view(node)),
            )
            .check(hosts)
            .stale(STALE)
            .submit_label("Save origination")
            .failed_title("The origination was not saved")
            .on_success(move |_| {
                flashes.show(Flash::success("The origination is saved"));
            });
        // VC-43: it cannot be switched off while emergency calling needs it.
        let form = match needed.get() {
            true => form.fixed("Origination.Disabled", false),
            false => form.field(
                Field::new("Origination.Disabled")
                    .label("Take inbound calls")
                    .help("Off, calls to the connector's numbers fail. The routes stay.")
                    .inverse_switch(),
            ),
        };
        view! { <div class="wide-form">{form.view()}</div> }.into_any()
    };
    let panel = PartPanel {
        part,
        title: "Origination",
        about: "Where calls to the connector's phone numbers go.",
        empty: (
            "Inbound calls have nowhere to go",
            "Add the hosts that answer: session border controllers, a PBX.",
            IconName::Phone,
        ),
        failed: "The origination could not be loaded",
        help: about,
        not_yet: Signal::default(),
        form: Arc::new(form),
        removal: Some(Removal {
            operation: Operation::DeleteVoiceConnectorOrigination,
            connector: id.clone(),
            name: Signal::derive(move || connector.with(|it| text_of(&it["Name"]))),
            label: "Delete origination",
            effect: "Calls to the connector's phone numbers fail at once. All routes are gone.",
            typed: false,
            locked: needed_by_emergency(emergency),
            stale: STALE,
            done: "The origination is deleted",
            refused: "The origination was not deleted",
        }),
    };
    view! { {emergency_notice(emergency, &id)} {panel.view()} }.into_any()
}

/// VC-5: why origination and termination must stay.
pub fn needed_by_emergency(emergency: Part) -> Signal<Option<String>> {
    Signal::derive(move || emergency.value().map(|_| "Emergency calling needs it: delete that first".to_owned()))
}

/// The same as a notice with the way there.
pub fn emergency_notice(emergency: Part, connector: &str) -> AnyView {
    let href = routes::voice_connector(connector, ConnectorTab::Emergency);
    (move || {
        let href = href.clone();
        emergency.value().map(|_| {
            view! {
                <Notice tone=Tone::Info title="Emergency calling depends on this">
                    <p>
                        "It cannot be switched off or deleted while " <a class="link" href=href>"emergency calling"</a>
                        " is configured."
                    </p>
                </Notice>
            }
        })
    })
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_without_a_host_is_named_by_its_place() {
        let input = json!({ "Origination": { "Routes": [{ "Host": "a" }, { "Port": 5060 }] } });
        let faults = hosts(&input);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].path, "Origination.Routes[1].Host");
    }
}
