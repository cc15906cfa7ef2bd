//! Who may call out through a voice connector, and where to: health, settings, credentials.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::validate::Violation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::cidr::{faults, is_cidr, is_country};
use super::credentials::credentials;
use super::origination::{emergency_notice, needed_by_emergency};
use super::{Part, PartPanel, Removal};
use crate::form::{Field, Form};
use crate::table::{moment, text_of};
use crate::ui::*;

const REGIONS: &str = "Termination.CallingRegions";
const BLOCKS: &str = "Termination.CidrAllowedList";
const STALE: &[Operation] = &[Operation::GetVoiceConnectorTermination];
/// VC-53: what goes with it.
const ALL: &[Operation] = &[
    Operation::GetVoiceConnectorTermination,
    Operation::GetVoiceConnectorTerminationHealth,
    Operation::ListVoiceConnectorTerminationCredentials,
];

const ABOUT: &[&str] = &[
    "`PutVoiceConnectorTermination` replaces all of it. Countries and address blocks are needed, whatever the schema says \
     of them.",
    "Hosts in the listed blocks may call out to the listed countries, through the connector's outbound host. With \
     credentials they must also sign in.",
];
const CLI: &str = "aws chime put-voice-connector-termination \\\n  --voice-connector-id ID \\\n  --termination '{\"CallingRegions\": \
    [\"US\"],\n    \"CidrAllowedList\": [\"203.0.113.0/28\"], \"CpsLimit\": 1}'";
const HEALTH: &[&str] = &[
    "`GetVoiceConnectorTerminationHealth` gives the source and time of the last SIP OPTIONS ping. Before the first one it \
     gives NotFound.",
    "The emulator takes pings by a hook: `POST /_emulator/hooks/voice-connectors/ID/ping`.",
];
const HEALTH_CLI: &str = "aws chime get-voice-connector-termination-health \\\n  --voice-connector-id ID";
/// A SIP host that was silent for longer than this may be gone.
pub const SILENT_MS: f64 = 300_000.0;

fn about() -> AnyView {
    help("Termination", ABOUT, CLI)
}

/// VC-50, VC-52: what no shape says of the two lists.
fn lists(input: &Value) -> Vec<Violation> {
    let termination = &input["Termination"];
    let country = "Use a country as two capital letters, such as US.";
    let block = "Use a block of IPv4 addresses, such as 203.0.113.0/28; one address is 203.0.113.7/32.";
    let mut found = faults(&termination["CallingRegions"], REGIONS, is_country, country);
    found.extend(faults(&termination["CidrAllowedList"], BLOCKS, is_cidr, block));
    found
}

/// The tab.
pub fn termination(connector: Signal<Value>) -> AnyView {
    let id = connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]));
    let (part, emergency, flashes) = (Part::termination(&id), Part::emergency(&id), use_flashes());
    let needed = Memo::new(move |_| emergency.value().is_some());
    let loaded = Signal::derive(move || match part.value() {
        Some(value) => Some(json!({ "Termination": value })),
        None => part.absent().then(|| json!({ "Termination": { "CpsLimit": 1 } })),
    });
    let voice_connector = id.clone();
    let form = move || {
        let form = Form::new(Operation::PutVoiceConnectorTermination)
            .fixed("VoiceConnectorId", voice_connector.clone())
            .edit(loaded)
            .field(
                Field::new(BLOCKS)
                    .label("Allowed addresses")
                    .help("Blocks of the hosts that may call out. AWS itself takes /27 to /32.")
                    .item("Block")
                    .placeholder("203.0.113.0/28")
                    .needed()
                    .words(),
            )
            .field(
                Field::new(REGIONS)
                    .label("Countries that can be called")
                    .help("Calls to other countries are refused.")
                    .item("Country")
                    .placeholder("US, CA")
                    .needed()
                    .words(),
            )
            .field(
                Field::new("Termination.CpsLimit").label("Calls per second").help("New calls beyond it are refused."),
            )
            .field(
                Field::new("Termination.DefaultPhoneNumber")
                    .label("Default caller id")
                    .help("Shown where a call brings no valid number of its own.")
                    .placeholder("+12065550100"),
            )
            .check(lists)
            .stale(STALE)
            .submit_label("Save termination")
            .failed_title("The termination was not saved")
            .on_success(move |_| {
                flashes.show(Flash::success("The termination is saved"));
            });
        // VC-53: it cannot be switched off while emergency calling needs it.
        let form = match needed.get() {
            true => form.fixed("Termination.Disabled", false),
            false => form.field(
                Field::new("Termination.Disabled")
                    .label("Allow outbound calls")
                    .help("Off, every call out is refused. The settings stay.")
                    .inverse_switch(),
            ),
        };
        form.view()
    };
    let panel = PartPanel {
        part,
        title: "Termination",
        about: "Who may call out through the connector, and where to.",
        empty: (
            "Nobody can call out",
            "Say which addresses may call through the connector, and which countries.",
            IconName::External,
        ),
        failed: "The termination could not be loaded",
        help: about,
        not_yet: Signal::default(),
        form: Arc::new(form),
        removal: Some(Removal {
            operation: Operation::DeleteVoiceConnectorTermination,
            connector: id.clone(),
            name: Signal::derive(move || connector.with(|it| text_of(&it["Name"]))),
            label: "Delete termination",
            effect: "Calls out fail at once. The credentials go with it: equipment can no longer sign in.",
            typed: false,
            locked: needed_by_emergency(emergency),
            stale: ALL,
            done: "The termination is deleted",
            refused: "The termination was not deleted",
        }),
    };
    view! {
        {emergency_notice(emergency, &id)}
        {health(&id)}
        {panel.view()}
        {credentials(id)}
    }
    .into_any()
}

/// The last sign of life of a SIP host.
fn health(connector: &str) -> AnyView {
    let (part, now) = (Part::health(connector), now());
    let body = move || {
        let Some(value) = part.value() else {
            let text = "Hosts that send SIP OPTIONS to the connector show here that they are alive.";
            return match part.absent() {
                true => view! { <p><Status text="No ping yet" /> " " <span class="muted">{text}</span></p> }.into_any(),
                false => part.pending().then(|| view! { <Skeleton lines=1 /> }).into_any(),
            };
        };
        let at = moment(&value["Timestamp"]);
        let fresh = at.is_some_and(|at| now.get() - at <= SILENT_MS);
        let (tone, word) = if fresh { (Tone::Success, "Alive") } else { (Tone::Warning, "Silent for over 5 minutes") };
        view! {
            <KeyValue>
                <Pair label="State"><Status tone text=word /></Pair>
                <Pair label="Last ping">
                    {at.map_or_else(dash, |ms| view! { <Time ms absolute=true /> }.into_any())}
                </Pair>
                <Pair label="From"><CopyableId id=text_of(&value["Source"]) label="Copy the address" /></Pair>
            </KeyValue>
        }
        .into_any()
    };
    let actions = move || {
        view! {
            <Freshness
                reading=part.query
                label="Refresh the health"
            />
            {help("Termination health", HEALTH, HEALTH_CLI)}
        }
    };
    view! {
        <Panel title="Health" actions>
            {part.failure("The health could not be loaded")}
            {body}
        </Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lists_are_checked_entry_by_entry() {
        let input = json!({ "Termination": { "CallingRegions": ["US", "usa"], "CidrAllowedList": ["10.0.0.1"] } });
        let paths: Vec<_> = lists(&input).into_iter().map(|fault| fault.path).collect();
        assert_eq!(paths, ["Termination.CallingRegions[1]", "Termination.CidrAllowedList[0]"]);
    }
}
