//! The notice that this computer has no network.

use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Flash, Tone, use_flashes};

/// Shows the notice while the browser is offline. What runs on this machine is reached all the same, and needs none.
pub(super) fn watch(session: Session) {
    let (flashes, shown) = (use_flashes(), StoredValue::new(None::<u32>));
    let tell = move || {
        let far = session.profile().is_some_and(|it| !it.endpoint.is_sandbox() && !it.endpoint.is_loopback());
        let offline = far && !window().navigator().on_line();
        match (offline, shown.get_value()) {
            (true, None) => {
                let text = "What is on the page stays, and so does what you enter. Nothing can be read or changed.";
                shown.set_value(Some(flashes.show(Flash::new(Tone::Warning, "This computer is offline").body(text))));
            }
            (false, Some(id)) => {
                flashes.dismiss(id);
                shown.set_value(None);
            }
            _ => {}
        }
    };
    for event in ["offline", "online"] {
        let listener = window_event_listener_untyped(event, move |_| untrack(tell));
        on_cleanup(move || listener.remove());
    }
}
