//! The API and the control plane over HTTP.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::request::Parts;
use http::{HeaderName, Method, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Incoming};
use tower::{Layer, Service, service_fn};
use tower_http::cors::{AllowHeaders, Any, CorsLayer};

use super::writer::{Writer, crashed};
use crate::failure::Failure;
use crate::handle::{Delay, largest_body, too_large};
use crate::{Emulator, control};

/// How long a client may take to send a body.
const BODY_PATIENCE: Duration = Duration::from_secs(30);
/// How much of a body that is too large is read and dropped: a client that is still sending does not read the answer.
const DRAINED: usize = 64 * 1024 * 1024;
/// How long browsers may remember a preflight: the most that Chromium does.
const PREFLIGHT_AGE: Duration = Duration::from_secs(7200);

/// Every path leads to the emulator, which routes by itself (G-4): no router stands between it and the connection.
pub(super) fn service(
    emulator: Arc<Emulator>,
    writer: Writer,
) -> impl Service<Request<Incoming>, Response = Response<Full<Bytes>>, Error = Infallible, Future: Send>
+ Clone
+ Send
+ 'static {
    let exposed = ["x-amzn-requestid", "x-amzn-errortype", "date"].map(HeaderName::from_static);
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        // Not `*`, which leaves out Authorization.
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers(exposed)
        // A console served from the Internet may ask for an emulator on this machine.
        .allow_private_network(true)
        .max_age(PREFLIGHT_AGE);
    cors.layer(service_fn(move |request| answer(emulator.clone(), writer.clone(), request)))
}

async fn answer(
    emulator: Arc<Emulator>,
    writer: Writer,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (parts, body) = request.into_parts();
    let limit = largest_body(parts.uri.path());
    let response = match tokio::time::timeout(BODY_PATIENCE, read(body, limit)).await {
        Ok(Ok(body)) => respond(&emulator, &writer, parts, body).await,
        Ok(Err(failure)) => emulator.refuse(failure),
        Err(_) => emulator.refuse(too_slow()),
    };
    if let Some(Delay(delay)) = response.extensions().get() {
        tokio::time::sleep(*delay).await;
    }
    Ok(response.map(Full::new))
}

async fn respond(emulator: &Arc<Emulator>, writer: &Writer, parts: Parts, body: Bytes) -> Response<Bytes> {
    if control::owns(parts.uri.path()) {
        // A snapshot or the demo takes its time.
        let shared = emulator.clone();
        let handled = tokio::task::spawn_blocking(move || shared.handle(Request::from_parts(parts, body))).await;
        return handled.unwrap_or_else(|_| emulator.refuse(crashed()));
    }
    if parts.method == Method::GET {
        // A read takes some ten microseconds, less than handing it to another thread.
        let handled = catch_unwind(AssertUnwindSafe(|| emulator.handle(Request::from_parts(parts, body))));
        return handled.unwrap_or_else(|_| emulator.refuse(crashed()));
    }
    // What needs no rows is done here, so that the one thread that writes has less to do.
    let checked = catch_unwind(AssertUnwindSafe(|| emulator.check(&parts, &body)));
    let Ok((call, work)) = checked else { return emulator.refuse(crashed()) };
    let output = match work {
        Ok(work) => writer.output(work).await.unwrap_or_else(|| Err(crashed())),
        Err(failure) => Err(failure),
    };
    emulator.answer(&call, output)
}

/// Reads a body whole; what exceeds the limit is dropped, so that the client reads why.
pub(crate) async fn read(mut body: impl Body<Data = Bytes> + Unpin, limit: usize) -> Result<Bytes, Failure> {
    let (mut whole, mut length) = (BytesMut::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| cut_short("The body did not arrive whole."))?;
        let Ok(data) = frame.into_data() else { continue };
        length = length.saturating_add(data.len());
        if length <= limit {
            whole.extend_from_slice(&data);
        } else if length > limit.saturating_add(DRAINED) {
            break;
        }
    }
    if length > limit { Err(too_large(limit)) } else { Ok(whole.freeze()) }
}

/// A body that took too long.
pub(crate) fn too_slow() -> Failure {
    cut_short("The body did not arrive in time.")
}

fn cut_short(message: &str) -> Failure {
    Failure::Http { status: 408, code: "RequestTimeout", message: message.to_owned() }
}
