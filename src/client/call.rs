//! One call: sign, send, read the answer; again where that is safe and may help.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use chime_model::{Operation, wire};
use gloo_timers::future::TimeoutFuture;
use http::{Request, Uri, header};
use leptos::task::spawn_local;
use serde_json::Value;

use super::probe::offline;
use super::record::{Exchange, Note};
use super::{CallError, Client, ErrorKind, Waiting, clock, invalidate, retry, sign, transport};
use crate::parts::part;
use crate::session::{Endpoint, Profile, Session, Target};

/// The name that requests are signed for.
const SERVICE: &str = "chime";

/// Calls `operation` under the profile in use.
///
/// # Errors
/// After the tries that make sense. Credentials that have expired are asked for in place, and the call is repeated.
pub async fn call(session: Session, operation: Operation, input: Value) -> Result<Value, CallError> {
    tell(session, operation, &input).await.0
}

/// What a call gave, and how it went, unless nothing was sent.
pub type Told = (Result<Value, CallError>, Option<Arc<Exchange>>);

/// Calls `operation` as [`call`] does, and tells how it went.
pub async fn tell(session: Session, operation: Operation, input: &Value) -> Told {
    match session.profile_name() {
        Some(profile) => tell_as(session, &profile, operation, input).await,
        None => (Err(failure(operation, None, ErrorKind::NotConnected)), None),
    }
}

/// Calls `operation`, and on success makes what was read through `stale` be read again.
///
/// # Errors
/// As [`call`].
pub async fn write(
    session: Session,
    operation: Operation,
    input: Value,
    stale: &[Operation],
) -> Result<Value, CallError> {
    let output = call(session, operation, input).await?;
    invalidate(session, stale);
    Ok(output)
}

pub(super) async fn call_as(
    session: Session,
    profile: &str,
    operation: Operation,
    input: &Value,
) -> Result<Value, CallError> {
    tell_as(session, profile, operation, input).await.0
}

async fn tell_as(session: Session, profile: &str, operation: Operation, input: &Value) -> Told {
    loop {
        let Some(target) = session.target(profile) else {
            return (Err(failure(operation, None, ErrorKind::NotConnected)), None);
        };
        let told = if target.credentials.expired(clock::now()) {
            (Err(failure(operation, Some(&target), ErrorKind::Expired)), None)
        } else {
            told(session.client, &target, operation, input).await
        };
        match &told.0 {
            Err(error) if error.asks_for_keys() => {
                if !session.client.renewal.ask(profile, error).await {
                    return told;
                }
            }
            _ => return told,
        }
    }
}

/// Calls `operation` with the credentials given, without asking for others.
///
/// # Errors
/// After the tries that make sense.
pub async fn attempt(client: Client, target: &Target, operation: Operation, input: &Value) -> Result<Value, CallError> {
    told(client, target, operation, input).await.0
}

async fn told(client: Client, target: &Target, operation: Operation, input: &Value) -> Told {
    match exchange(client, target.clone(), operation, input.clone()).await {
        Ok(told) => told.await,
        Err(_) => (Err(failure(operation, Some(target), missing(&target.profile.endpoint))), None),
    }
}

/// The part that calls could not be loaded; why, as far as the browser says.
pub(super) fn missing(endpoint: &Endpoint) -> ErrorKind {
    if offline(endpoint) { ErrorKind::Offline } else { ErrorKind::Incomplete }
}

/// Brings the part that calls; whether it is there. Where it cannot be loaded now, the first call tries again and says so.
pub(crate) async fn bring() -> bool {
    load_client().await.is_ok()
}

/// Brings it before it is needed.
pub(crate) fn load_early() {
    spawn_local(async {
        bring().await;
    });
}

// Whoever is asked for keys has no use for signatures yet.
part!(client, load_client, exchange(client: Client, target: Target, operation: Operation, input: Value) -> Telling =>
    Box::pin(noted(client, target, operation, input)));

type Telling = Pin<Box<dyn Future<Output = Told>>>;

async fn noted(client: Client, target: Target, operation: Operation, input: Value) -> Told {
    let mut note = client.record.begin(&target, operation, &input);
    let mut result = tried(client, &target, operation, &input, &mut note).await;
    let exchange = note.end(&mut result);
    (result, exchange)
}

/// Tries until it works or makes no sense any more.
async fn tried(
    client: Client,
    target: &Target,
    operation: Operation,
    input: &Value,
    note: &mut Note,
) -> Result<Value, CallError> {
    let mut place = client.waiting.place();
    let mut clock_corrected = false;
    let mut tries = 1;
    loop {
        let failed = match once(client, target, operation, input, note).await {
            Ok(output) => return Ok(output),
            Err(failed) => failed,
        };
        if !clock_corrected && corrects_clock(client, target, &failed) {
            clock_corrected = true;
            continue;
        }
        let worth_it = retry::may_pass(&failed.error.kind) && retry::may_repeat(operation, input);
        let pause = retry::pause(tries, js_sys::Math::random(), failed.retry_after.as_deref());
        let Some(pause) = pause.filter(|_| worth_it) else {
            return Err(failed.error);
        };
        tries += 1;
        if tries > 2 {
            place.say(Waiting { operation, next: tries, tries: retry::TRIES, error: failed.error });
        }
        TimeoutFuture::new(u32::try_from(pause.as_millis()).unwrap_or(u32::MAX)).await;
    }
}

/// A failed try, with what its answer says about the next one.
struct Failed {
    error: CallError,
    date: Option<String>,
    retry_after: Option<String>,
}

async fn once(
    client: Client,
    target: &Target,
    operation: Operation,
    input: &Value,
    note: &mut Note,
) -> Result<Value, Failed> {
    let failed = |kind| Failed { error: failure(operation, Some(target), kind), date: None, retry_after: None };
    let request = signed(client, target, operation, input).map_err(|text| failed(ErrorKind::Input(text)))?;
    let Profile { endpoint, relay, .. } = &target.profile;
    note.sent();
    let answer = transport::send(client, endpoint, relay.as_ref(), &request).await.map_err(failed)?;
    let (status, headers) = (answer.status().as_u16(), answer.headers());
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    note.answered(status, header(wire::REQUEST_ID));
    wire::output(operation, status, headers, answer.body()).map_err(|error| Failed {
        date: header(header::DATE.as_str()).map(str::to_owned),
        retry_after: header(header::RETRY_AFTER.as_str()).map(str::to_owned),
        ..failed(ErrorKind::Api(error))
    })
}

fn signed(client: Client, target: &Target, operation: Operation, input: &Value) -> Result<Request<Vec<u8>>, String> {
    let Target { profile, credentials } = target;
    let mut request = wire::request(operation, input).map_err(|error| error.to_string())?;
    let uri: Uri =
        profile.endpoint.join(&request.uri().to_string()).parse().map_err(|_| "The request is too long.".to_owned())?;
    *request.uri_mut() = uri;
    let time = client.signing_time(&profile.endpoint);
    sign(credentials, &profile.region, SERVICE, time, &mut request)
        .map_err(|error| format!("The request could not be signed: {error}."))?;
    Ok(request)
}

/// Whether the failure may come from a wrong clock, and the server's time says so.
fn corrects_clock(client: Client, target: &Target, failed: &Failed) -> bool {
    let (Some(error), Some(date)) = (failed.error.api(), &failed.date) else {
        return false;
    };
    let blamed = clock::blames_the_clock(&error.code) || clock::blames_the_clock(&error.exception);
    blamed && client.correct_clock(&target.profile.endpoint, date)
}

fn failure(operation: Operation, target: Option<&Target>, kind: ErrorKind) -> CallError {
    let endpoint = target.map(|target| target.profile.endpoint.clone());
    CallError { operation, kind, endpoint, number: None }
}
