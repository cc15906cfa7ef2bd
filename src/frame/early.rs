//! The part with the dialogs of the frame comes when the page has nothing else to do, so that they open at once.

use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::session::Session;

/// How long after the first answer: what the page itself asks for comes first.
const LATER: Duration = Duration::from_secs(2);

/// Calls `load` once the page has shown something and rests, unless the person wants to save data.
pub(super) fn once_idle(session: Session, load: fn()) {
    let answered = Memo::new(move |_| session.client.record.any());
    Effect::new(move |done: Option<bool>| {
        if done != Some(true) && answered.get() && !saves_data() {
            // A browser without idle callbacks loads the part when it is needed.
            set_timeout(move || request_idle_callback(load), LATER);
        }
        done == Some(true) || answered.get()
    });
}

/// What the browser says of `Save-Data`; some say nothing.
fn saves_data() -> bool {
    let member = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
    let connection = member(&window().navigator(), "connection");
    connection.is_object() && member(&connection, "saveData").is_truthy()
}
