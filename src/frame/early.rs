//! Parts that will be wanted come when the page has nothing else to do: the dialogs of the frame open at once, and the first
//! call with new keys waits for the endpoint only.

use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::session::Session;

/// What the page itself asks for comes first.
const LATER: Duration = Duration::from_secs(2);

/// Calls `load` once the page rests, unless the person wants to save data.
pub fn later(load: fn()) {
    if !saves_data() {
        // A browser without idle callbacks loads the part when it is needed.
        set_timeout(move || request_idle_callback(load), LATER);
    }
}

/// Does so after the first answer.
pub(super) fn once_idle(session: Session, load: fn()) {
    let answered = Memo::new(move |_| session.client.record.any());
    Effect::new(move |done: Option<bool>| {
        if done != Some(true) && answered.get() {
            later(load);
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
