//! Whether somebody answers, and why not, asked without keys: this needs no more of the client than fetch.

use futures::future::{Either, select};
use gloo_net::http::{Request, Response};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, RequestMode, window};

use super::ErrorKind;
use super::fetch::prepared;
use crate::session::{Endpoint, relay_command};

const PROBE_TIME_OUT_MS: u32 = 5_000;

/// As long as a person may take to read what the browser asks.
const ASKED_TIME_OUT_MS: u32 = 60_000;

#[wasm_bindgen]
extern "C" {
    /// The Permissions API, for names that `web_sys` does not know.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "permissions"], js_name = query)]
    fn query_permission(which: &Object) -> Result<Promise, JsValue>;
}

/// Looks for an emulator because a person wants it, who may first have to allow that.
///
/// # Errors
/// Why none was found.
pub(crate) async fn look_for_emulator(endpoint: &Endpoint) -> Result<(), ErrorKind> {
    if answers(endpoint, ASKED_TIME_OUT_MS).await { Ok(()) } else { Err(reason(endpoint, None).await) }
}

/// Whether an emulator answers at `endpoint`: its health, asked without keys.
pub(crate) async fn emulator_answers(endpoint: &Endpoint) -> bool {
    answers(endpoint, PROBE_TIME_OUT_MS).await
}

async fn answers(endpoint: &Endpoint, patience: u32) -> bool {
    let init = RequestInit::new();
    init.set_mode(RequestMode::Cors);
    let answer = answer(&endpoint.join("/_emulator/health"), &init, patience).await;
    // Whoever serves the console answers every path with its page.
    let is_json = |kind: String| kind.starts_with("application/json");
    answer.is_some_and(|answer| answer.ok() && answer.headers().get("content-type").is_some_and(is_json))
}

/// The answer as far as its headers; none where there is none in time.
async fn answer(url: &str, init: &RequestInit, patience: u32) -> Option<Response> {
    let (request, _abort) = prepared(url, init)?;
    let answer = Box::pin(Request::from(request).send());
    match select(answer, TimeoutFuture::new(patience)).await {
        Either::Left((answer, _)) => answer.ok(),
        Either::Right(_) => None,
    }
}

/// A browser tells a page only that fetch failed. An opaque request to the same place tells the rest.
pub(super) async fn reason(endpoint: &Endpoint, relay: Option<&Endpoint>) -> ErrorKind {
    if offline(endpoint) {
        return ErrorKind::Offline;
    }
    let guarded = if from_elsewhere(relay.unwrap_or(endpoint)) { Some(allowed_here().await) } else { None };
    if guarded == Some(Some(false)) {
        return ErrorKind::Guarded { known: true };
    }
    let command = || relay_command(endpoint, relay, &window().map(|it| it.origin()).unwrap_or_default());
    if relay.is_some() {
        return ErrorKind::Relay(command());
    }
    let init = RequestInit::new();
    init.set_mode(RequestMode::NoCors);
    match answer(endpoint.as_str(), &init, PROBE_TIME_OUT_MS).await {
        Some(_) => ErrorKind::Cors((!endpoint.is_plain_http()).then(command)),
        None if guarded == Some(None) => ErrorKind::Guarded { known: false },
        None => ErrorKind::Unreachable,
    }
}

/// Whether the browser has no network, and would need one.
pub(super) fn offline(endpoint: &Endpoint) -> bool {
    !endpoint.is_loopback() && window().is_some_and(|window| !window.navigator().on_line())
}

/// Whether `place` is on this machine and the page is not.
fn from_elsewhere(place: &Endpoint) -> bool {
    place.is_loopback() && !page_is_here()
}

/// Whether this page was served from this machine.
pub(crate) fn page_is_here() -> bool {
    let origin = window().map(|it| it.origin()).unwrap_or_default();
    Endpoint::parse(&origin).is_ok_and(|page| page.is_loopback())
}

/// Whether the browser lets a page from elsewhere reach this machine, where it says. Chromium split the permission in version 146.
async fn allowed_here() -> Option<bool> {
    for name in ["loopback-network", "local-network-access"] {
        let which = Object::new();
        // An object of one's own takes every member.
        drop(Reflect::set(&which, &"name".into(), &name.into()));
        if let Ok(asked) = query_permission(&which)
            && let Ok(status) = JsFuture::from(asked).await
        {
            let state = Reflect::get(&status, &"state".into()).ok()?.as_string()?;
            return Some(state == "granted");
        }
    }
    None
}
