//! The control plane, `/_emulator/…`: what a person or a test does to the emulator itself. JSON in, JSON out, no signature.

mod clock;
mod demo;
mod events;
mod hooks;
mod keys;
mod request;
mod rows;
mod schedule;
mod settings;

use bytes::Bytes;
use http::request::Parts;
use http::{Method, Response};
use serde_json::{Value, json};

use crate::Emulator;
use crate::failure::Failure;
pub(crate) use demo::{Stage, play_rest};
pub(crate) use request::Request;

const ROOT: &str = "/_emulator";
const HEALTH: &str = "/_emulator/health";

/// Something that the control plane does.
pub(crate) struct Route {
    pub method: Method,
    /// `{x}` is one segment.
    pub path: &'static str,
    /// A sentence for whoever asks `GET /_emulator`.
    pub about: &'static str,
    pub run: fn(&Emulator, &Request<'_>) -> Result<Value, Failure>,
}

/// What the demo's accounts need; the rest comes later, see [`rest`](crate::rest).
const FIRST: &[&[Route]] = &[hooks::FIRST];

/// Every route there is; requests are matched against it and `GET /_emulator` prints it, so neither can leave the other behind.
const ROUTES: &[&[Route]] = &[
    &[
        Route { method: Method::GET, path: "/_emulator", about: "Lists what the control plane does.", run: index },
        Route { method: Method::GET, path: HEALTH, about: "Tells that the emulator answers.", run: health },
    ],
    clock::ROUTES,
    schedule::ROUTES,
    events::ROUTES,
    settings::ROUTES,
    keys::ROUTES,
    rows::ROUTES,
    hooks::FIRST,
    hooks::REST,
    demo::ROUTES,
];

/// A request to the control plane, in its pieces.
pub(crate) struct Asked<'r> {
    method: &'r str,
    path: &'r str,
    query: &'r str,
    body: &'r [u8],
}

impl Emulator {
    /// Asks something of the control plane: what a request to it does, without the request.
    ///
    /// # Errors
    /// What the route refuses.
    pub fn control(&self, method: &str, path_and_query: &str, body: &Value) -> Result<Value, Failure> {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        run(self, &Asked { method, path, query, body: &body })
    }
}

/// Whether a path belongs to the control plane.
pub(crate) fn owns(path: &str) -> bool {
    path.strip_prefix(ROOT).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Answers a request to the control plane.
pub(crate) fn answer(emulator: &Emulator, parts: &Parts, body: &Bytes) -> Result<Response<Vec<u8>>, Failure> {
    refuse_strangers(parts)?;
    let (method, path, query) = (parts.method.as_str(), parts.uri.path(), parts.uri.query().unwrap_or_default());
    let value = run(emulator, &Asked { method, path, query, body })?;
    let mut response = Response::new(format!("{value:#}\n").into_bytes());
    response.headers_mut().insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
    response.headers_mut().insert(http::header::CACHE_CONTROL, http::HeaderValue::from_static("no-store"));
    Ok(response)
}

fn run(emulator: &Emulator, asked: &Asked<'_>) -> Result<Value, Failure> {
    match at(FIRST, asked.path).find(|(route, _)| route.method.as_str() == asked.method) {
        Some((route, labels)) => (route.run)(emulator, &Request { labels, query: asked.query, body: asked.body }),
        None => (emulator.rest()?.control)(emulator, asked),
    }
}

/// Answers what `FIRST` does not.
pub(crate) fn run_rest(emulator: &Emulator, asked: &Asked<'_>) -> Result<Value, Failure> {
    let Asked { method, path, query, body } = *asked;
    let here: Vec<_> = at(ROUTES, path).collect();
    if here.is_empty() {
        return Err(Failure::not_found(format!("The control plane has no {path}; GET {ROOT} lists what it has.")));
    }
    let methods: Vec<&str> = here.iter().map(|(route, _)| route.method.as_str()).collect();
    let allowed = format!("{path} takes {}.", methods.join(", "));
    let found = here.into_iter().find(|(route, _)| route.method.as_str() == method);
    let (route, labels) = found.ok_or(Failure::Http { status: 405, code: "MethodNotAllowed", message: allowed })?;
    (route.run)(emulator, &Request { labels, query, body })
}

/// The routes at a path, with what stands in their labels there.
fn at(routes: &'static [&'static [Route]], path: &str) -> impl Iterator<Item = (&'static Route, request::Labels)> {
    routes.iter().copied().flatten().filter_map(move |route| Some((route, request::labels(route.path, path)?)))
}

/// Every page that a person visits can send requests to this machine. The control plane asks for no signature, so it answers only
/// pages of this machine or of the host it is reached by; whoever sends no `Origin` is no page.
/// Health is no secret: a console from elsewhere may look whether there is an emulator here.
fn refuse_strangers(parts: &Parts) -> Result<(), Failure> {
    let text = |name| parts.headers.get(name).and_then(|value: &http::HeaderValue| value.to_str().ok());
    if !parts.headers.contains_key(http::header::ORIGIN) || parts.uri.path() == HEALTH {
        return Ok(());
    }
    let origin = text(http::header::ORIGIN).and_then(|origin| origin.parse::<http::Uri>().ok());
    let origin = origin.as_ref().and_then(http::Uri::host).unwrap_or_default();
    let own = text(http::header::HOST).and_then(|host| host.parse::<http::uri::Authority>().ok());
    let near = ["localhost", "127.0.0.1", "[::1]"].contains(&origin) || own.is_some_and(|own| own.host() == origin);
    if near { Ok(()) } else { Err(Failure::forbidden("The control plane does not answer pages of other hosts.")) }
}

fn index(_: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    let line = |route: &Route| json!({ "Method": route.method.as_str(), "Path": route.path, "About": route.about });
    Ok(json!({ "Routes": ROUTES.iter().copied().flatten().map(line).collect::<Vec<_>>() }))
}

fn health(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    Ok(json!({ "Status": "ok", "Version": env!("CARGO_PKG_VERSION"), "Time": emulator.now() }))
}
