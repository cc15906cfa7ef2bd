//! A part of a voice connector that is there at most once, and perhaps not configured (VC-3).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::{Query, query};
use crate::ui::ErrorPanel;

/// A part and what is known of it.
#[derive(Clone, Copy)]
pub struct Part {
    /// What was asked.
    pub query: Query,
    member: &'static str,
}

impl Part {
    /// Asks `operation`, whose answer holds the part as `member`.
    pub fn ask(operation: Operation, member: &'static str, connector: &str) -> Self {
        let input = json!({ "VoiceConnectorId": connector });
        Self { query: query(operation, move || Some(input.clone())), member }
    }

    /// Where inbound calls go.
    pub fn origination(connector: &str) -> Self {
        Self::ask(Operation::GetVoiceConnectorOrigination, "Origination", connector)
    }

    /// Who may call out.
    pub fn termination(connector: &str) -> Self {
        Self::ask(Operation::GetVoiceConnectorTermination, "Termination", connector)
    }

    /// The last SIP OPTIONS ping.
    pub fn health(connector: &str) -> Self {
        Self::ask(Operation::GetVoiceConnectorTerminationHealth, "TerminationHealth", connector)
    }

    /// Where emergency calls go.
    pub fn emergency(connector: &str) -> Self {
        let operation = Operation::GetVoiceConnectorEmergencyCallingConfiguration;
        Self::ask(operation, "EmergencyCallingConfiguration", connector)
    }

    /// What goes to Kinesis.
    pub fn streaming(connector: &str) -> Self {
        Self::ask(Operation::GetVoiceConnectorStreamingConfiguration, "StreamingConfiguration", connector)
    }

    /// What is logged.
    pub fn logging(connector: &str) -> Self {
        Self::ask(Operation::GetVoiceConnectorLoggingConfiguration, "LoggingConfiguration", connector)
    }

    /// How proxy sessions are made.
    pub fn proxy(connector: &str) -> Self {
        Self::ask(Operation::GetVoiceConnectorProxy, "Proxy", connector)
    }

    /// VC-4: it was never put, or it was deleted (reactive).
    pub fn absent(self) -> bool {
        self.query.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound")))
    }

    /// What is configured (reactive). The query keeps its last answer, also when that was deleted since.
    pub fn value(self) -> Option<Value> {
        if self.absent() {
            return None;
        }
        self.query.data.with(|data| data.as_ref()?.get(self.member).filter(|it| !it.is_null()).cloned())
    }

    /// Whether it is configured and not switched off (reactive).
    pub fn works(self) -> bool {
        self.value().is_some_and(|value| value["Disabled"] != true)
    }

    /// Whether it is not known yet (reactive).
    pub fn pending(self) -> bool {
        self.query.data.with(Option::is_none) && self.query.error.with(Option::is_none)
    }

    /// A failure that says nothing about whether it is configured.
    pub fn failure(self, title: &'static str) -> AnyView {
        (move || {
            let error = self.query.error.get().filter(|error| !error.is("NotFound"))?;
            let retry = move |()| self.query.refresh();
            Some(view! { <ErrorPanel failure=error.failure(title) on_retry=retry /> })
        })
        .into_any()
    }
}
