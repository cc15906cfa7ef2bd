//! The form for a new voice connector.

use chime_model::Operation;
use leptos::prelude::*;

use super::super::help::help;
use crate::form::{Field, Form};
use crate::frame::use_go;
use crate::routes::{self, ConnectorTab};
use crate::ui::*;

/// VC-2.
pub const ENCRYPTION: &str = "Signalling over TLS and media over SRTP. Calls out that are not encrypted are blocked, and \
    new origination routes use TCP.";

const ABOUT: &[&str] = &[
    "`CreateVoiceConnector` makes a connector that carries no calls yet: origination and termination are set up \
     afterwards, each by an operation of its own.",
    "The Region is for good. Name and encryption can be changed with `UpdateVoiceConnector`, always both together.",
];
const CLI: &str = "aws chime create-voice-connector \\\n  --name Headquarters \\\n  --aws-region us-east-1 \\\n  \
    --require-encryption";

/// Asks for a name, a Region and encryption, and goes to the new voice connector.
pub fn create() -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let form = Form::new(Operation::CreateVoiceConnector)
        .field(
            Field::new("Name")
                .label("Name")
                .one_line()
                .help("Two connectors may have the same; it can be changed later."),
        )
        .field(
            Field::new("AwsRegion")
                .label("Region")
                .help("Where calls enter and leave. It cannot be changed later. Not set means us-east-1.")
                .choice("us-east-1", "us-east-1", "Northern Virginia")
                .choice("us-west-2", "us-west-2", "Oregon"),
        )
        .field(Field::new("RequireEncryption").label("Require encryption").help(ENCRYPTION).switch())
        .initial(serde_json::json!({ "RequireEncryption": true }))
        .stale(&[Operation::ListVoiceConnectors])
        .submit_label("Create voice connector")
        .failed_title("The voice connector was not created")
        .cancel(routes::voice_connectors())
        .on_success(move |output| {
            let connector = &output["VoiceConnector"];
            let Some(id) = connector["VoiceConnectorId"].as_str() else { return go.to(&routes::voice_connectors()) };
            let name = connector["Name"].as_str().unwrap_or(id);
            flashes.show(Flash::success(["Voice connector “", name, "” is created"].concat()));
            go.to(&routes::voice_connector(id, ConnectorTab::Overview));
        });
    view! {
        <PageHeader title="Create voice connector" beside=|| help("A new voice connector", ABOUT, CLI) />
        <Panel title="Voice connector">{form.view()}</Panel>
    }
    .into_any()
}
