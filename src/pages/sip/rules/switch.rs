//! Turning a rule off and on. It is undone as easily, so nothing is asked before.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::{STALE, rule};
use crate::client::write;
use crate::session::{Session, use_session};
use crate::ui::*;

/// Turns rules off and on.
#[derive(Clone, Copy)]
pub struct Switcher {
    session: Session,
    flashes: Flashes,
    /// A change is on its way.
    pub busy: RwSignal<bool>,
}

impl Switcher {
    /// One for a page.
    pub fn new() -> Self {
        Self { session: use_session(), flashes: use_flashes(), busy: RwSignal::new(false) }
    }

    /// Turns the rule off where it is on, and the other way round.
    pub fn turn(self, rule: &Value) {
        let Self { session, flashes, busy } = self;
        self.busy.set(true);
        set_disabled((session, flashes), busy, rule::id(rule), rule::name(rule), !rule::is_disabled(rule));
    }
}

/// UpdateSipRule needs the name with it (SR-11).
fn set_disabled(
    (session, flashes): (Session, Flashes),
    busy: RwSignal<bool>,
    id: String,
    name: String,
    disabled: bool,
) {
    spawn_local(async move {
        let input = json!({ "SipRuleId": id, "Name": name, "Disabled": disabled });
        let answer = write(session, Operation::UpdateSipRule, input, STALE).await;
        busy.try_set(false);
        let word = if disabled { "disabled" } else { "enabled" };
        flashes.show(match answer {
            Ok(_) => {
                let title = ["Rule “", &name, "” is ", word].concat();
                let undo = move || set_disabled((session, flashes), busy, id.clone(), name.clone(), !disabled);
                Flash::success(title).action("Undo", undo)
            }
            Err(error) => Flash::failure(error.failure(["Rule “", &name, "” was not ", word].concat())),
        });
    });
}

/// The word for what turning the rule does.
pub fn word(disabled: bool) -> &'static str {
    if disabled { "Enable" } else { "Disable" }
}
