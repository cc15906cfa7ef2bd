//! How the first voice connectors stand: whether calls come in, and whether their equipment still pings.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::asked::{Asked, at, text};
use super::trouble::Trouble;
use crate::client::{Query, query};
use crate::routes::{self, ConnectorTab};
use crate::table::moment;
use crate::ui::{Tone, relative_time};

/// So many connectors are looked into, two calls each.
const LOOKED_INTO: usize = 10;
/// A ping older than this is stale.
const FRESH_MS: f64 = 300_000.0;

#[derive(Clone)]
struct Check {
    id: String,
    name: String,
    origination: Query,
    health: Query,
}

/// The checks of the connectors that are known.
#[derive(Clone, Copy)]
pub struct Checks(RwSignal<Vec<Check>>);

impl Checks {
    /// Asks about the first connectors, once their list is there.
    pub fn new(asked: Asked) -> Self {
        let checks = RwSignal::new(Vec::new());
        let known = Memo::new(move |_| {
            let rows = asked.rows(at::CONNECTORS).unwrap_or_default();
            let one = |row: &Value| (text(row, "VoiceConnectorId").to_owned(), text(row, "Name").to_owned());
            rows.iter().take(LOOKED_INTO).map(one).collect::<Vec<_>>()
        });
        Effect::new(move |_| {
            let check = |(id, name): (String, String)| {
                let input = json!({ "VoiceConnectorId": id });
                let ask = |operation| {
                    let input = input.clone();
                    query(operation, move || Some(input.clone()))
                };
                let origination = ask(Operation::GetVoiceConnectorOrigination);
                let health = ask(Operation::GetVoiceConnectorTerminationHealth);
                Check { id, name, origination, health }
            };
            checks.set(known.get().into_iter().map(check).collect());
        });
        Self(checks)
    }

    /// Whether an answer is still on its way (reactive).
    pub fn pending(self) -> bool {
        self.0.with(|checks| checks.iter().any(|check| check.origination.pending() || check.health.pending()))
    }

    /// What was found (reactive).
    pub fn troubles(self) -> Vec<Trouble> {
        self.0.with(|checks| checks.iter().flat_map(|check| [check.no_way_in(), check.silence()]).flatten().collect())
    }
}

impl Check {
    fn no_way_in(&self) -> Option<Trouble> {
        let Self { id, name, origination, .. } = self;
        // "Not configured" is NotFound (VC-4).
        let absent = origination.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound")));
        let settings = origination.data.with(|data| data.as_ref().map(|data| data["Origination"].clone()));
        let words = way_in(settings.as_ref(), absent)?;
        let href = routes::voice_connector(id, ConnectorTab::Origination);
        Some(Trouble::new(Tone::Warning, &["The voice connector “", name, "” ", words], href))
    }

    fn silence(&self) -> Option<Trouble> {
        let Self { id, name, health, .. } = self;
        let last = health.data.with(|data| moment(&data.as_ref()?["TerminationHealth"]["Timestamp"]))?;
        let now = js_sys::Date::now();
        let href = routes::voice_connector(id, ConnectorTab::Termination);
        let words = ["The equipment of “", name, "” sent its last SIP OPTIONS ping ", &relative_time(last, now)];
        (now - last > FRESH_MS).then(|| Trouble::new(Tone::Warning, &words, href))
    }
}

/// Why no call comes in; none where one can, or where it is not known.
fn way_in(origination: Option<&Value>, absent: bool) -> Option<&'static str> {
    const NONE: &str = "has no origination route: no call comes in by it";
    if absent {
        return Some(NONE);
    }
    let origination = origination?;
    if origination["Routes"].as_array().is_none_or(Vec::is_empty) {
        return Some(NONE);
    }
    (origination["Disabled"] == true).then_some("has its origination switched off: no call comes in by it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_in_needs_a_route_that_is_on() {
        let open = json!({ "Routes": [{ "Host": "h" }], "Disabled": false });
        let shut = json!({ "Routes": [{ "Host": "h" }], "Disabled": true });
        assert_eq!(way_in(Some(&open), false), None);
        assert!(way_in(Some(&shut), false).is_some_and(|words| words.contains("switched off")));
        assert!(way_in(Some(&json!({ "Routes": [] })), false).is_some());
        assert!(way_in(None, true).is_some());
        assert_eq!(way_in(None, false), None, "not known is no trouble");
    }
}
