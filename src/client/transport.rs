//! One HTTP exchange, through the browser's fetch or with the sandbox, which ends with an answer, a failure, or when it is dropped.

use std::pin::pin;

use futures::future::{Either, select};
use gloo_net::http::Request as FetchRequest;
use gloo_timers::future::TimeoutFuture;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, header};
use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode, window,
};

use super::{Client, ErrorKind};
use crate::session::{Endpoint, relay_command, through};

const TIME_OUT_MS: u32 = 30_000;
const PROBE_TIME_OUT_MS: u32 = 5_000;

/// As long as a person may take to read what the browser asks.
const ASKED_TIME_OUT_MS: u32 = 60_000;

#[wasm_bindgen]
extern "C" {
    /// The Permissions API, for names that `web_sys` does not know.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "permissions"], js_name = query)]
    fn query_permission(which: &Object) -> Result<Promise, JsValue>;
}

/// Aborts the exchange when it is dropped, so that a page that is left asks nothing more.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sends `request`, which is signed for `endpoint`, there or to the relay, and reads the whole answer.
pub(super) async fn send(
    client: Client,
    endpoint: &Endpoint,
    relay: Option<&Endpoint>,
    request: &Request<Vec<u8>>,
) -> Result<Response<Vec<u8>>, ErrorKind> {
    if endpoint.is_sandbox() {
        return client.sandbox.send(request).await;
    }
    if insecure(relay.unwrap_or(endpoint)) {
        return Err(ErrorKind::Insecure);
    }
    let unsendable = || ErrorKind::Input("The browser cannot send this request.".to_owned());
    let headers = Headers::new().map_err(|_| unsendable())?;
    for (name, value) in request.headers() {
        // The browser sets the host itself, from the same URL that was signed; a relay sets it so.
        if name != http::header::HOST {
            let value = value.to_str().map_err(|_| unsendable())?;
            headers.append(name.as_str(), value).map_err(|_| unsendable())?;
        }
    }
    let init = RequestInit::new();
    init.set_method(request.method().as_str());
    init.set_headers(&headers);
    init.set_mode(RequestMode::Cors);
    if !request.body().is_empty() {
        init.set_body(&Uint8Array::from(request.body().as_slice()));
    }
    let signed = request.uri().to_string();
    let url = relay.map_or_else(|| signed.clone(), |relay| through(relay, &signed));
    match fetch(&url, &init, TIME_OUT_MS).await {
        Fetched::Answer(response) => Ok(response),
        Fetched::TimedOut => Err(ErrorKind::TimedOut),
        Fetched::Failed => Err(reason(endpoint, relay).await),
    }
}

enum Fetched {
    Answer(Response<Vec<u8>>),
    Failed,
    TimedOut,
}

async fn fetch(url: &str, init: &RequestInit, time_out: u32) -> Fetched {
    let Ok(controller) = AbortController::new() else {
        return Fetched::Failed;
    };
    init.set_signal(Some(&controller.signal()));
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    let _abort = AbortOnDrop(controller);
    // Not gloo's builder: it adds a `&` to a query that it was given, and the signature covers the query.
    let Ok(request) = web_sys::Request::new_with_str_and_init(url, init) else {
        return Fetched::Failed;
    };
    let exchange = pin!(exchange(request));
    match select(exchange, TimeoutFuture::new(time_out)).await {
        Either::Left((Some(response), _)) => Fetched::Answer(response),
        Either::Left((None, _)) => Fetched::Failed,
        Either::Right(_) => Fetched::TimedOut,
    }
}

async fn exchange(request: web_sys::Request) -> Option<Response<Vec<u8>>> {
    let answer = FetchRequest::from(request).send().await.ok()?;
    let body = answer.binary().await.ok()?;
    let mut headers = HeaderMap::new();
    for (name, value) in answer.headers().entries() {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    let mut response = Response::new(body);
    // The opaque answer of the probe has status 0, which `http` does not know.
    *response.status_mut() = http::StatusCode::from_u16(answer.status()).unwrap_or_default();
    *response.headers_mut() = headers;
    Some(response)
}

/// A browser tells a page only that fetch failed. An opaque request to the same place tells the rest.
async fn reason(endpoint: &Endpoint, relay: Option<&Endpoint>) -> ErrorKind {
    if window().is_some_and(|window| !window.navigator().on_line()) && !endpoint.is_loopback() {
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
    match fetch(endpoint.as_str(), &init, PROBE_TIME_OUT_MS).await {
        Fetched::Answer(_) => ErrorKind::Cors((!endpoint.is_plain_http()).then(command)),
        Fetched::Failed | Fetched::TimedOut if guarded == Some(None) => ErrorKind::Guarded { known: false },
        Fetched::Failed | Fetched::TimedOut => ErrorKind::Unreachable,
    }
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

/// Browsers block plain http from a secure page, except to this machine.
fn insecure(endpoint: &Endpoint) -> bool {
    let secure_page = window().and_then(|window| window.location().protocol().ok()).is_some_and(|it| it == "https:");
    secure_page && endpoint.is_plain_http() && !endpoint.is_loopback()
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
    let answer = fetch(&endpoint.join("/_emulator/health"), &init, patience).await;
    // Whoever serves the console answers every path with its page.
    let is_json = |response: &Response<Vec<u8>>| {
        response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
    };
    matches!(answer, Fetched::Answer(response) if response.status().is_success() && is_json(&response))
}
