//! Masked calling: the proxy configuration of a voice connector, and its sessions.

mod configuration;
mod create;
mod detail;
mod session;
mod sessions;
mod update;

pub use detail::session;

use leptos::prelude::*;
use serde_json::Value;

use super::connector::Part;
use crate::table::text_of;

/// The tab of a voice connector.
pub fn tab(connector: Signal<Value>) -> AnyView {
    let id = connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]));
    let name = Signal::derive(move || connector.with(|it| text_of(&it["Name"])));
    let part = Part::proxy(&id);
    view! {
        {configuration::configuration(&id, name, part)}
        {sessions::sessions(id, part)}
    }
    .into_any()
}
