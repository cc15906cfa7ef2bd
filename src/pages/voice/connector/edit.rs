//! The dialog that changes what can be changed of a voice connector: its name and encryption, always both (VC-11).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use super::create::ENCRYPTION;
use crate::form::{Field, Form};
use crate::ui::*;

/// Edits `connector` while `open`.
#[component]
pub fn EditConnector(#[prop(into)] connector: Signal<Option<Value>>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let form = move || {
        let id = connector.with_untracked(|it| it.as_ref().map(|it| it["VoiceConnectorId"].clone()));
        Form::new(Operation::UpdateVoiceConnector)
            .fixed("VoiceConnectorId", id.unwrap_or_default())
            .edit(connector)
            .field(Field::new("Name").label("Name").one_line())
            .field(Field::new("RequireEncryption").label("Require encryption").help(ENCRYPTION).switch())
            .stale(&[Operation::GetVoiceConnector, Operation::ListVoiceConnectors])
            .failed_title("The voice connector was not changed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The voice connector is changed"));
            })
            .view()
    };
    view! {
        <Dialog open title="Edit voice connector">
            {form()}
        </Dialog>
    }
    .into_any()
}
