//! What the worker asks of the browser: time, randomness, the word to its page, locks.

use std::panic::set_hook;

use js_sys::{Array, Date, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, console};

#[wasm_bindgen]
extern "C" {
    /// The Web Locks API, which `web_sys` has as unstable only.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request)]
    fn request_lock(name: &str, granted: &JsValue) -> Promise;
}

/// The worker itself.
pub(crate) fn worker() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// The wall clock, in milliseconds since 1970.
pub(crate) fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a browser gives whole milliseconds, far below the limit")]
    let now = Date::now() as i64;
    now
}

/// 32 bytes that nobody can guess.
pub(crate) fn seed() -> Result<[u8; 32], JsValue> {
    let mut seed = [0; 32];
    worker().crypto()?.get_random_values_with_u8_array(&mut seed)?;
    Ok(seed)
}

/// Says something to the page.
pub(crate) fn tell(message: &Array) {
    // Messages are arrays of text, numbers and bytes, which can always be cloned.
    drop(worker().post_message(message));
}

/// Does `granted` once no other tab holds the lock, and holds it as long as this worker lives.
pub(crate) fn hold_lock(name: &str, granted: impl FnOnce() + 'static) {
    let hold = Closure::once_into_js(move || {
        granted();
        Promise::new(&mut |_, _| {})
    });
    drop(request_lock(name, &hold));
}

/// A panic is told to the page; the trap that follows ends this worker, and the page starts another.
pub(crate) fn tell_panics() {
    set_hook(Box::new(|panic| console::error_1(&["The sandbox stopped: ", &panic.to_string()].concat().into())));
}

/// What the browser said, as a sentence.
pub(crate) fn words(error: &JsValue) -> String {
    let member = |name: &str| js_sys::Reflect::get(error, &name.into()).ok()?.as_string();
    match (member("name"), member("message")) {
        (Some(name), Some(message)) if !message.is_empty() => [&name, ": ", &message].concat(),
        (Some(name), _) => name,
        _ => error.as_string().unwrap_or_else(|| "an error without a name".to_owned()),
    }
}
