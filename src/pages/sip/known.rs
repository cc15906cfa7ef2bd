//! The names of what rules refer to by id or host.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::applications::application;
use super::text;
use crate::client::{Query, query};
use crate::routes::{self, SipApplicationTab};

/// The most that one list gives.
pub const PAGE: u32 = 99;

/// The SIP media applications, as far as two calls tell of them: an AWS account may have 100 in a Region.
#[derive(Clone, Copy)]
pub struct KnownApplications {
    first: Query,
    second: Query,
}

impl KnownApplications {
    /// Asks for them.
    pub fn new() -> Self {
        let page = |token: Option<String>| json!({ "MaxResults": PAGE, "NextToken": token });
        let first = query(Operation::ListSipMediaApplications, move || Some(page(None)));
        let second = query(Operation::ListSipMediaApplications, move || {
            let token = first.data.with(|data| data.as_ref()?["NextToken"].as_str().map(str::to_owned))?;
            Some(page(Some(token)))
        });
        Self { first, second }
    }

    /// What was asked first.
    pub fn query(self) -> Query {
        self.first
    }

    /// The applications (reactive).
    pub fn all(self) -> Vec<Value> {
        let of = |query: Query| {
            query.data.with(|data| data.as_ref().and_then(|data| data["SipMediaApplications"].as_array().cloned()))
        };
        [of(self.first), of(self.second)].into_iter().flatten().flatten().collect()
    }

    /// What an application is called (reactive); the id where that is not known.
    pub fn name(self, id: &str) -> String {
        let all = self.all();
        let found = all.iter().find(|application| application::id(application) == id);
        found.map_or(id, |application| text(application, "Name")).to_owned()
    }
}

/// An application by its name, which leads to it.
pub fn application_link(known: KnownApplications, id: &str) -> AnyView {
    let href = routes::sip_media_application(id, SipApplicationTab::Overview);
    let id = id.to_owned();
    view! { <a class="link" href=href>{move || known.name(&id)}</a> }.into_any()
}

/// The voice connector behind an outbound host name, whose first label is its id.
pub fn connector_id(host: &str) -> &str {
    host.split('.').next().unwrap_or_default()
}

/// The name of the voice connector behind a host; the host until it is known.
pub fn connector_name(host: &str) -> AnyView {
    let input = json!({ "VoiceConnectorId": connector_id(host) });
    let connector = query(Operation::GetVoiceConnector, move || Some(input.clone()));
    let host = host.to_owned();
    let name = move || connector.data.with(|data| data.as_ref()?["VoiceConnector"]["Name"].as_str().map(str::to_owned));
    (move || name().unwrap_or_else(|| host.clone())).into_any()
}
