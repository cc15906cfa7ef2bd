//! Everything that the drawing of a voice connector shows.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::numbers::shown_numbers;
use super::Part;
use super::flow::{Stop, routes as routes_of, sources};
use crate::client::{Query, query};
use crate::routes::{self, ConnectorTab};
use crate::table::text_of;

/// Everything that the drawing shows.
#[derive(Clone, Copy)]
pub struct Parts {
    id: StoredValue<String>,
    /// The connector.
    pub connector: Signal<Value>,
    /// Its phone numbers, of the first page.
    pub numbers: Query,
    /// The names that may sign in.
    pub credentials: Query,
    /// Where inbound calls go.
    pub origination: Part,
    /// Who may call out.
    pub termination: Part,
    /// The last ping of a host.
    pub health: Part,
    /// Where emergency calls go.
    pub emergency: Part,
    /// What goes to Kinesis.
    pub streaming: Part,
    /// What is logged.
    pub logging: Part,
    /// How proxy sessions are made.
    pub proxy: Part,
}

impl Parts {
    /// Asks for all of it.
    pub fn ask(connector: Signal<Value>) -> Self {
        let id = connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]));
        let numbers = shown_numbers("VoiceConnectorId", &id);
        let input = json!({ "VoiceConnectorId": id });
        Self {
            connector,
            numbers,
            credentials: query(Operation::ListVoiceConnectorTerminationCredentials, move || Some(input.clone())),
            origination: Part::origination(&id),
            termination: Part::termination(&id),
            health: Part::health(&id),
            emergency: Part::emergency(&id),
            streaming: Part::streaming(&id),
            logging: Part::logging(&id),
            proxy: Part::proxy(&id),
            id: StoredValue::new(id),
        }
    }

    /// The address of a tab.
    pub fn to(self, tab: ConnectorTab) -> String {
        self.id.with_value(|id| routes::voice_connector(id, tab))
    }

    /// How many names may sign in (reactive).
    fn logins(self) -> usize {
        self.credentials.data.with(|data| data.as_ref().and_then(|it| it["Usernames"].as_array()).map_or(0, Vec::len))
    }

    /// Where inbound calls go (reactive).
    pub fn hosts(self) -> Vec<Stop> {
        self.origination.value().map(|it| routes_of(&it)).unwrap_or_default()
    }

    /// Where outbound calls come from (reactive).
    pub fn callers(self) -> Vec<Stop> {
        self.termination.value().map(|it| sources(&it, self.logins())).unwrap_or_default()
    }
}
