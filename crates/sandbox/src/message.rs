//! What travels between page, worker and other tabs: arrays that begin with a word.
//!
//! | from | to | message |
//! |---|---|---|
//! | page | its worker | `ask`, number, method, URL, headers, body |
//! | worker | its page | `answer`, number, status, headers, body |
//! | | | `lost`, number: the tab with the rows has gone, perhaps before it did this |
//! | | | `state`, `starting` / `waiting` / `ready` / `unreadable` / `failed`, why; for `starting` bytes loaded, of how many; for `ready` which tab has the rows, and whether it found none |
//! | | | `changed`: another tab, or the clock, has changed something |

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The word a message begins with.
pub(crate) fn word(message: &Array) -> String {
    text(message, 0)
}

/// The text at a place of a message; empty where there is none.
pub(crate) fn text(message: &Array, index: u32) -> String {
    message.get(index).as_string().unwrap_or_default()
}

/// A message of these parts.
pub(crate) fn message<const N: usize>(parts: [JsValue; N]) -> Array {
    parts.into_iter().collect()
}

/// The number of a request or an answer, with which its page tells it from others.
pub(crate) fn number(message: &Array) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the page counts in u32")]
    let number = message.get(1).as_f64().unwrap_or_default() as u32;
    number
}

/// The request in an `ask`.
pub(crate) fn request(message: &Array) -> Option<Request<Bytes>> {
    let body = message.get(5).dyn_into::<Uint8Array>().map(|body| body.to_vec()).unwrap_or_default();
    let mut request =
        Request::builder().method(text(message, 2).as_str()).uri(text(message, 3)).body(body.into()).ok()?;
    for pair in message.get(4).dyn_into::<Array>().ok()?.iter() {
        let pair: Array = pair.dyn_into().ok()?;
        let (name, value) = (HeaderName::try_from(text(&pair, 0)).ok()?, HeaderValue::try_from(text(&pair, 1)).ok()?);
        request.headers_mut().append(name, value);
    }
    Some(request)
}

/// The `answer` to a request.
pub(crate) fn answer(number: u32, response: &Response<Bytes>) -> Array {
    let headers = Array::new();
    for (name, value) in response.headers() {
        if let Ok(value) = value.to_str() {
            headers.push(&message([name.as_str().into(), value.into()]));
        }
    }
    let body = Uint8Array::from(response.body().as_ref());
    message(["answer".into(), number.into(), response.status().as_u16().into(), headers.into(), body.into()])
}
