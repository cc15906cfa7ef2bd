//! One HTTP exchange, through the browser's fetch or with the sandbox, which ends with an answer, a failure, or when it is dropped.

use std::pin::pin;

use futures::future::{Either, select};
use gloo_net::http::Request as FetchRequest;
use gloo_timers::future::TimeoutFuture;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use js_sys::Uint8Array;
use web_sys::{Headers, RequestInit, RequestMode, window};

use super::fetch::prepared;
use super::probe::reason;
use super::{Client, ErrorKind};
use crate::session::{Endpoint, through};

const TIME_OUT_MS: u32 = 30_000;

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
    let Some((request, _abort)) = prepared(url, init) else {
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
    *response.status_mut() = http::StatusCode::from_u16(answer.status()).unwrap_or_default();
    *response.headers_mut() = headers;
    Some(response)
}

/// Browsers block plain http from a secure page, except to this machine.
fn insecure(endpoint: &Endpoint) -> bool {
    let secure_page = window().and_then(|window| window.location().protocol().ok()).is_some_and(|it| it == "https:");
    secure_page && endpoint.is_plain_http() && !endpoint.is_loopback()
}
