//! The notice that says that a call is being tried again.

use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Flash, use_flashes};

/// Shows a notice while calls wait to be tried again; it goes when they are through.
pub(super) fn show(session: Session) {
    let flashes = use_flashes();
    let waiting = Memo::new(move |_| session.client.waiting.first());
    Effect::new(move |shown: Option<Option<u32>>| {
        let shown = shown.flatten();
        let Some(waiting) = waiting.get() else {
            if let Some(id) = shown {
                flashes.dismiss(id);
            }
            return None;
        };
        let title = format!("Trying again, {} of {}", waiting.next, waiting.tries);
        let flash = Flash::running(title).body(format!("{}: {}", waiting.operation.name(), waiting.error.sentence()));
        match shown {
            Some(id) => {
                flashes.replace(id, flash);
                Some(id)
            }
            None => Some(flashes.show(flash)),
        }
    });
}
