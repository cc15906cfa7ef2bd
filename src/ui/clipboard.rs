//! Writing to the clipboard.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::{announce, announce_now};

/// Copies `text` and announces `done` ("Account id copied"), or that the browser refused.
pub fn copy_text(text: String, done: String) {
    spawn_local(async move {
        if write(&text).await {
            announce(&done);
        } else {
            announce_now("The browser did not allow copying. Select the text and copy it by hand.");
        }
    });
}

/// Copies `text`; whether it worked.
pub(crate) async fn write(text: &str) -> bool {
    // Outside a secure context `navigator.clipboard` does not exist, and using it would throw.
    if !window().is_secure_context() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
