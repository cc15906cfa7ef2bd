//! A relay for consoles in browsers. The Amazon Chime endpoints send no CORS headers, so no page may read their answers; the relay
//! adds those headers, for the pages it was told.
//!
//! A request goes to `/HOST/PATH?QUERY`. What follows the host is passed on byte for byte, since the browser signed it for that host.
//! The relay holds no keys, and calls nothing but the hosts it was told.

mod addresses;
mod cors;
mod exchange;
mod headers;
mod refusal;
mod trust;

use std::collections::BTreeMap;
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use http::HeaderValue;
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::catch_panic::CatchPanicLayer;

use crate::server::connections;
use exchange::Exchange;
use refusal::Refusal;
use trust::Trust;

/// How long an exchange may take, body and all.
const PATIENCE: Duration = Duration::from_secs(30);
/// Where `cargo xtask run` and the emulator serve the console.
pub const USUAL_ORIGINS: [&str; 2] = ["http://127.0.0.1:8080", "http://localhost:8080"];

/// Why a relay cannot be as it was described.
#[derive(Debug, PartialEq, Eq, Error)]
pub enum RelayError {
    /// An address, or no name at all.
    #[error("{0:?} is not a host name, such as service.chime.aws.amazon.com")]
    Host(String),
    /// Not what browsers send as `Origin`.
    #[error("{0:?} is not an origin, such as https://console.example.com: scheme, host and port only")]
    Origin(String),
    /// Not a place on this machine for an allowed host.
    #[error("{0:?} must be ALLOWED-HOST=http://127.0.0.1:PORT, or https")]
    Upstream(String),
    /// Not certificates in PEM.
    #[error("this is no file of certificates: it must be PEM, with BEGIN CERTIFICATE")]
    Certificates,
}

/// What a relay may do.
pub struct Relay {
    allowed: Vec<String>,
    origins: Vec<HeaderValue>,
    upstreams: BTreeMap<String, Upstream>,
    trust: Trust,
    patience: Duration,
}

/// A place on this machine that stands for a host.
#[derive(Clone, Copy)]
struct Upstream {
    place: SocketAddr,
    /// It proves with a certificate that it is the host.
    tls: bool,
}

impl Relay {
    /// A relay to these hosts (https, port 443), for pages of these origins.
    ///
    /// # Errors
    /// A host is not a name, or an origin has more than scheme, host and port.
    pub fn new<T: AsRef<str>>(allowed: &[T], origins: &[T]) -> Result<Self, RelayError> {
        Ok(Self {
            allowed: allowed.iter().map(|name| host(name.as_ref())).collect::<Result<_, _>>()?,
            origins: origins.iter().map(|text| origin(text.as_ref())).collect::<Result<_, _>>()?,
            upstreams: BTreeMap::new(),
            trust: Trust::default(),
            patience: PATIENCE,
        })
    }

    /// Sends what is meant for an allowed host to an address on this machine: `HOST=http://127.0.0.1:PORT`, or with https. For tests.
    ///
    /// # Errors
    /// The text is something else.
    pub fn with_upstream(mut self, text: &str) -> Result<Self, RelayError> {
        let read = || {
            let (name, place) = text.split_once('=')?;
            let name = self.allowed.iter().find(|allowed| allowed.eq_ignore_ascii_case(name))?;
            let (scheme, place) = place.trim_end_matches('/').split_once("://")?;
            let upstream = Upstream { place: place.parse().ok()?, tls: scheme == "https" };
            let usable = matches!(scheme, "http" | "https") && upstream.place.ip().is_loopback();
            usable.then(|| (name.clone(), upstream))
        };
        let (name, place) = read().ok_or_else(|| RelayError::Upstream(text.to_owned()))?;
        self.upstreams.insert(name, place);
        Ok(self)
    }

    /// Trusts the certificates of this PEM file as roots, beside the public ones: a company's own.
    ///
    /// # Errors
    /// There is none in it, or one that is damaged.
    pub fn with_roots(mut self, pem: &[u8]) -> Result<Self, RelayError> {
        self.trust.add(pem).map_err(|_| RelayError::Certificates)?;
        Ok(self)
    }

    /// Gives exchanges another time than 30 s.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Serves until `shutdown`, then lets exchanges under way finish.
    pub async fn run(self, listener: TcpListener, shutdown: impl Future<Output = ()>) {
        let (stop, stopped) = watch::channel(());
        let shared = Arc::new((Exchange::new(&self), self));
        let router = Router::new().fallback(answer).with_state(shared).layer(CatchPanicLayer::new());
        let serving = tokio::spawn(connections::serve(listener, router, stopped));
        shutdown.await;
        drop(stop);
        // It ends by itself; a panic in it has been reported.
        let _ = serving.await;
    }
}

/// The name of a host. Addresses are refused: what a certificate names can be checked.
fn host(text: &str) -> Result<String, RelayError> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    let usable = !text.is_empty() && text.bytes().all(is_name) && text.parse::<IpAddr>().is_err();
    if usable { Ok(text.to_ascii_lowercase()) } else { Err(RelayError::Host(text.to_owned())) }
}

fn origin(text: &str) -> Result<HeaderValue, RelayError> {
    let (wrong, text) = (|| RelayError::Origin(text.to_owned()), text.trim_end_matches('/'));
    let (scheme, rest) = text.split_once("://").ok_or_else(wrong)?;
    let usable =
        matches!(scheme, "http" | "https") && !rest.is_empty() && !rest.contains(['/', '?', '#', '@', '*', ' ']);
    let value = HeaderValue::from_str(&text.to_ascii_lowercase()).map_err(|_| wrong())?;
    if usable { Ok(value) } else { Err(wrong()) }
}

async fn answer(State(shared): State<Arc<(Exchange, Relay)>>, request: Request) -> Response {
    let (exchange, relay) = &*shared;
    let Some(origin) = cors::origin(relay, request.headers()).cloned() else {
        return cors::vary(Refusal::Origin.into_response());
    };
    let mut response = if cors::is_preflight(&request) {
        cors::preflight(request.headers())
    } else {
        exchange.pass(relay, request).await.unwrap_or_else(Refusal::into_response)
    };
    cors::allow(response.headers_mut(), origin);
    cors::vary(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_can_be_allowed() {
        for text in ["169.254.169.254", "::1", "", "a/b", "user@host", "host:444", "[::1]"] {
            assert_eq!(host(text), Err(RelayError::Host(text.to_owned())));
        }
        assert_eq!(host("Service.Chime.aws.amazon.com").as_deref(), Ok("service.chime.aws.amazon.com"));
    }

    #[test]
    fn an_origin_is_what_browsers_send() {
        for text in ["*", "null", "console.example.com", "https://a/b", "https://*.example.com", "ftp://a"] {
            assert!(origin(text).is_err(), "{text}");
        }
        assert_eq!(origin("https://console.example.com/"), Ok(HeaderValue::from_static("https://console.example.com")));
    }

    #[test]
    fn upstreams_are_on_this_machine_and_for_allowed_hosts() {
        let relay = || Relay::new(&["chime.example.com"], &[]).expect("a relay");
        for text in
            ["chime.example.com=http://10.0.0.1:80", "other.example.com=http://127.0.0.1:80", "http://127.0.0.1:80"]
        {
            assert!(relay().with_upstream(text).is_err(), "{text}");
        }
        for text in ["chime.example.com=http://127.0.0.1:8000", "chime.example.com=https://[::1]:8443/"] {
            assert!(relay().with_upstream(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_file_without_certificates_is_refused() {
        for text in ["", "chime", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            let relay = Relay::new(&["chime.example.com"], &[]).expect("a relay");
            assert_eq!(relay.with_roots(text.as_bytes()).err(), Some(RelayError::Certificates), "{text}");
        }
    }
}
