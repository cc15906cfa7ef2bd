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
    // Sessions are what people come for, once there can be any.
    let configured = Memo::new(move |_| !part.absent());
    (move || {
        let configuration = configuration::configuration(&id, name, part);
        let sessions = sessions::sessions(id.clone(), part);
        match configured.get() {
            true => view! { {sessions} {configuration} }.into_any(),
            false => view! { {configuration} {sessions} }.into_any(),
        }
    })
    .into_any()
}
