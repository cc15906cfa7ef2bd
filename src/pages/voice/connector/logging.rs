//! What a voice connector writes to CloudWatch Logs.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::{Part, PartPanel};
use crate::form::{Field, Form};
use crate::table::text_of;
use crate::ui::*;

const ABOUT: &[&str] = &[
    "`PutVoiceConnectorLoggingConfiguration` takes both switches; one that is left out is off. There is always a \
     configuration, so there is no operation that deletes it.",
    "SIP messages hold phone numbers and addresses.",
];
const CLI: &str = "aws chime put-voice-connector-logging-configuration \\\n  --voice-connector-id ID \\\n  \
    --logging-configuration \\\n    EnableSIPLogs=true,EnableMediaMetricLogs=true";

fn about() -> AnyView {
    help("Logging", ABOUT, CLI)
}

/// The tab.
pub fn logging(connector: Signal<Value>) -> AnyView {
    let id = connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]));
    let (part, flashes) = (Part::logging(&id), use_flashes());
    let loaded = Signal::derive(move || match part.value() {
        Some(value) => Some(json!({ "LoggingConfiguration": value })),
        None => part.absent().then(|| json!({ "LoggingConfiguration": {} })),
    });
    let form = move || {
        Form::new(Operation::PutVoiceConnectorLoggingConfiguration)
            .fixed("VoiceConnectorId", id.clone())
            .edit(loaded)
            .field(
                Field::new("LoggingConfiguration.EnableSIPLogs")
                    .label("SIP messages")
                    .help("Each message of each call, for tracing calls that fail.")
                    .switch(),
            )
            .field(
                Field::new("LoggingConfiguration.EnableMediaMetricLogs")
                    .label("Media metrics")
                    .help("Packet loss, jitter and delay of calls, minute by minute.")
                    .switch(),
            )
            .stale(&[Operation::GetVoiceConnectorLoggingConfiguration])
            .submit_label("Save logging")
            .failed_title("The logging was not saved")
            .on_success(move |_| {
                flashes.show(Flash::success("The logging is saved"));
            })
            .view()
    };
    let panel = PartPanel {
        part,
        title: "Logging",
        about: "What goes to CloudWatch Logs.",
        empty: ("Nothing is logged", "Trace calls by their SIP messages, or their quality by metrics.", IconName::Code),
        failed: "The logging could not be loaded",
        help: about,
        not_yet: Signal::default(),
        form: Arc::new(form),
        removal: None,
    };
    panel.view()
}
