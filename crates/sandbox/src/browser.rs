//! What the worker asks of the browser: time, randomness, the word to its page, locks.

use std::panic::set_hook;

use js_sys::{Array, Date, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, console};

#[wasm_bindgen]
extern "C" {
    /// The Web Locks API, which `web_sys` has as unstable only.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request)]
    fn request_lock(name: &str, options: &Object, granted: &JsValue) -> Promise;
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

/// Does `granted` once no other tab holds the lock, or at once where it is to be taken away from whoever does; then holds it as
/// long as this worker lives. A worker that loses it to another tab ends: what it has in memory may be old.
pub(crate) fn hold_lock(name: &str, steal: bool, granted: impl FnOnce() + 'static) {
    let hold = Closure::once_into_js(move || {
        granted();
        Promise::new(&mut |_, _| {})
    });
    let options = Object::new();
    // An object of one's own takes every member.
    drop(Reflect::set(&options, &"steal".into(), &steal.into()));
    let held = JsFuture::from(request_lock(name, &options, &hold));
    spawn_local(async move {
        if held.await.is_err() {
            end();
        }
    });
}

/// Ends this worker, which its page sees; it starts another.
pub(crate) fn end() {
    worker().close();
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
