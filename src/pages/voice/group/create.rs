//! The form for a new voice connector group.

use chime_model::Operation;
use leptos::prelude::*;

use super::super::help::help;
use super::members::{field, twice};
use crate::form::{Field, Form};
use crate::frame::use_go;
use crate::routes;
use crate::ui::*;

const ABOUT: &[&str] = &[
    "`CreateVoiceConnectorGroup` puts up to three voice connectors behind the same phone numbers, so that another one \
     takes the calls where the first fails.",
    "A group may begin empty; phone numbers are attached afterwards.",
];
const CLI: &str = "aws chime create-voice-connector-group \\\n  --name \"Customer care\" \\\n  --voice-connector-items \\\n    \
    VoiceConnectorId=ID,Priority=1";

/// Asks for a name and connectors, and goes to the new group.
pub fn create() -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let form = Form::new(Operation::CreateVoiceConnectorGroup)
        .field(Field::new("Name").label("Name").one_line().help("What administrators know the group by."))
        .field(field())
        .check(twice)
        .stale(&[Operation::ListVoiceConnectorGroups])
        .submit_label("Create group")
        .failed_title("The group was not created")
        .cancel(routes::voice_connector_groups())
        .on_success(move |output| {
            let group = &output["VoiceConnectorGroup"];
            let Some(id) = group["VoiceConnectorGroupId"].as_str() else {
                return go.to(&routes::voice_connector_groups());
            };
            let name = group["Name"].as_str().unwrap_or(id);
            flashes.show(Flash::success(["Group “", name, "” is created"].concat()));
            go.to(&routes::voice_connector_group(id));
        });
    view! {
        <PageHeader title="Create voice connector group" beside=|| help("A new group", ABOUT, CLI) />
        <Panel title="Voice connector group">{form.view()}</Panel>
    }
    .into_any()
}
