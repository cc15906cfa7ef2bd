//! One request passed on, and its answer passed back.

use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::header::HOST;
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{HeaderValue, Method, Uri};
use http_body_util::Full;
use hyper::body::{Frame, Incoming};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::{Instant, Sleep, sleep_until, timeout_at};

use super::addresses::{PublicAddresses, Unresolved};
use super::refusal::Refusal;
use super::{Relay, Upstream, headers, trust};
use crate::server::api;

/// The largest body that is passed on, in bytes; the API takes less.
const LARGEST_BODY: usize = 1024 * 1024;

/// Connections to the hosts, kept between requests.
pub(super) struct Exchange {
    client: Client<HttpsConnector<HttpConnector<PublicAddresses>>, Full<Bytes>>,
}

/// Where a request is meant to go, read from its path.
struct Meant {
    /// The allowed host, as the browser signed it.
    host: String,
    uri: Uri,
}

impl Exchange {
    pub(super) fn new(relay: &Relay) -> Self {
        let stand_in = |(host, upstream): (&String, &Upstream)| upstream.tls.then(|| (host.clone(), upstream.place));
        let resolver = PublicAddresses(relay.upstreams.iter().filter_map(stand_in).collect());
        let mut http = HttpConnector::new_with_resolver(resolver);
        http.enforce_http(false);
        http.set_nodelay(true);
        let connector = HttpsConnectorBuilder::new().with_tls_config(relay.trust.config());
        let connector = connector.https_or_http().enable_http1().wrap_connector(http);
        let client = Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        Self { client }
    }

    /// Passes a request on.
    ///
    /// # Errors
    /// The relay may not, or there is no answer that may be passed back.
    pub(super) async fn pass(&self, relay: &Relay, request: Request) -> Result<Response, Refusal> {
        let begin = Instant::now();
        let (until, method) = (begin + relay.patience, request.method().clone());
        let Meant { host, uri } = meant(relay, request.uri())?;
        if ![Method::GET, Method::POST, Method::PUT, Method::DELETE].contains(&method) {
            return Err(Refusal::Method);
        }
        let onward = onward(&host, uri, request, until).await?;
        let answer = match timeout_at(until, self.client.request(onward)).await {
            Ok(answer) => answer.map_err(|error| refusal(&host, &error))?,
            Err(_) => return Err(Refusal::TimedOut(host)),
        };
        // Neither path, query, headers nor bodies: they name people, and keys.
        tracing::info!(%method, host, status = answer.status().as_u16(), took = ?begin.elapsed(), "passed");
        if answer.status().is_redirection() {
            return Err(Refusal::Redirect(host));
        }
        let (parts, body) = answer.into_parts();
        let mut response = Response::new(Body::new(Timed { body, end: Box::pin(sleep_until(until)) }));
        *response.status_mut() = parts.status;
        *response.headers_mut() = headers::back(&parts.headers);
        Ok(response)
    }
}

/// `/HOST/PATH?QUERY`, where the host is allowed; everything after it stays as it is.
fn meant(relay: &Relay, uri: &Uri) -> Result<Meant, Refusal> {
    let text = uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let text = text.strip_prefix('/').unwrap_or(text);
    let (host, rest) = text.split_at(text.find(['/', '?']).unwrap_or(text.len()));
    let allowed = relay.allowed.iter().find(|allowed| allowed.eq_ignore_ascii_case(host));
    let allowed = allowed.ok_or_else(|| Refusal::Host(host.to_owned()))?;
    let (scheme, authority) = match relay.upstreams.get(allowed) {
        Some(Upstream { place, tls: false }) => (Scheme::HTTP, place.to_string()),
        _ => (Scheme::HTTPS, allowed.clone()),
    };
    let rest = if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") };
    let uri = Uri::builder()
        .scheme(scheme)
        .authority(Authority::from_maybe_shared(authority).map_err(|_| Refusal::Path)?)
        .path_and_query(PathAndQuery::from_maybe_shared(rest).map_err(|_| Refusal::Path)?);
    Ok(Meant { host: host.to_owned(), uri: uri.build().map_err(|_| Refusal::Path)? })
}

async fn onward(host: &str, uri: Uri, request: Request, until: Instant) -> Result<http::Request<Full<Bytes>>, Refusal> {
    let (parts, body) = request.into_parts();
    let body = timeout_at(until, api::read(body, LARGEST_BODY)).await;
    let body = body.unwrap_or_else(|_| Err(api::too_slow())).map_err(Refusal::Body)?;
    let mut onward = http::Request::new(Full::new(body));
    *onward.method_mut() = parts.method;
    *onward.uri_mut() = uri;
    *onward.headers_mut() = headers::onward(&parts.headers);
    // The browser signed the request for this host.
    onward.headers_mut().insert(HOST, HeaderValue::from_str(host).map_err(|_| Refusal::Path)?);
    Ok(onward)
}

/// What kept the request from being answered.
fn refusal(host: &str, error: &(dyn Error + 'static)) -> Refusal {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(Unresolved::Private(address)) = error.downcast_ref() {
            return Refusal::Address(host.to_owned(), *address);
        }
        cause = error.source();
    }
    if let Some(why) = trust::distrust(error) {
        return Refusal::Certificate(host.to_owned(), why);
    }
    // The causes name hosts and certificates, nothing of the request.
    tracing::warn!(host, error, "a host could not be reached");
    Refusal::Unreachable(host.to_owned())
}

/// An answer on its way, cut off when its time is over.
struct Timed {
    body: Incoming,
    end: Pin<Box<Sleep>>,
}

impl HttpBody for Timed {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.end.as_mut().poll(context).is_ready() {
            return Poll::Ready(Some(Err("the answer did not end in time".into())));
        }
        Pin::new(&mut self.body).poll_frame(context).map_err(Into::into)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.body.size_hint()
    }
}
