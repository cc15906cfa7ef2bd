//! A connector or group that is only known by its id: its name and a link, once they are read.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use crate::client::query;
use crate::routes::{self, ConnectorTab};

/// What an id names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A voice connector.
    Connector,
    /// A voice connector group.
    Group,
}

impl Kind {
    /// The kind behind the name of a phone number's association.
    pub fn of_association(name: &str) -> Option<Self> {
        match name {
            "VoiceConnectorId" => Some(Self::Connector),
            "VoiceConnectorGroupId" => Some(Self::Group),
            _ => None,
        }
    }

    /// The address of the page of `id`.
    pub fn href(self, id: &str) -> String {
        match self {
            Self::Connector => routes::voice_connector(id, ConnectorTab::Overview),
            Self::Group => routes::voice_connector_group(id),
        }
    }
}

/// The name of what `id` names (reactive), or the id until it is read.
pub fn name(kind: Kind, id: String) -> Signal<String> {
    let (operation, key, member) = match kind {
        Kind::Connector => (Operation::GetVoiceConnector, "VoiceConnectorId", "VoiceConnector"),
        Kind::Group => (Operation::GetVoiceConnectorGroup, "VoiceConnectorGroupId", "VoiceConnectorGroup"),
    };
    let input = json!({ (key): id });
    let answer = query(operation, move || Some(input.clone()));
    Signal::derive(move || {
        let name = answer.data.with(|data| data.as_ref()?[member]["Name"].as_str().map(str::to_owned));
        name.unwrap_or_else(|| id.clone())
    })
}

/// The name as a link to the page.
pub fn link(kind: Kind, id: &str) -> AnyView {
    view! { <a class="link" href=kind.href(id)>{name(kind, id.to_owned())}</a> }.into_any()
}
