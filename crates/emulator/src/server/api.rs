//! The API and the control plane over HTTP.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use bytes::{Bytes, BytesMut};
use http::{HeaderName, Method};
use http_body_util::BodyExt;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::{AllowHeaders, Any, CorsLayer};

use super::writer::Writer;
use crate::failure::Failure;
use crate::handle::{Delay, crashed, largest_body, too_large};
use crate::{Emulator, control};

/// How long a client may take to send a body.
const BODY_PATIENCE: Duration = Duration::from_secs(30);
/// How much of a body that is too large is read and dropped: a client that is still sending does not read the answer.
const DRAINED: usize = 64 * 1024 * 1024;
/// How long browsers may remember a preflight: the most that Chromium does.
const PREFLIGHT_AGE: Duration = Duration::from_secs(7200);

/// Every path leads to the emulator, which routes by itself (G-4).
pub(super) fn router(emulator: Arc<Emulator>, writer: Writer) -> Router {
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
    Router::new().fallback(answer).with_state((emulator, writer)).layer(CatchPanicLayer::new()).layer(cors)
}

async fn answer(State((emulator, writer)): State<(Arc<Emulator>, Writer)>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let limit = largest_body(parts.uri.path());
    let body = match tokio::time::timeout(BODY_PATIENCE, read(body, limit)).await {
        Ok(Ok(body)) => body,
        Ok(Err(failure)) => return emulator.refuse(failure).map(Body::from),
        Err(_) => return emulator.refuse(too_slow()).map(Body::from),
    };
    let request = http::Request::from_parts(parts, body);
    let response = if control::owns(request.uri().path()) {
        // A snapshot or the demo takes its time.
        let shared = emulator.clone();
        tokio::task::spawn_blocking(move || shared.handle(request)).await.ok()
    } else if request.method() == Method::GET {
        // A read takes some ten microseconds, less than handing it to another thread.
        Some(emulator.handle(request))
    } else {
        writer.answer(request).await
    };
    let response = response.unwrap_or_else(|| emulator.refuse(crashed()));
    if let Some(Delay(delay)) = response.extensions().get() {
        tokio::time::sleep(*delay).await;
    }
    response.map(Body::from)
}

/// Reads a body whole; what exceeds the limit is dropped, so that the client reads why.
pub(crate) async fn read(mut body: Body, limit: usize) -> Result<Bytes, Failure> {
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
