//! Why a request was not passed on, or its answer not passed back; told as the API tells its errors.

use std::net::IpAddr;

use axum::body::Body;
use axum::response::Response;
use chime_model::{ApiError, wire};
use thiserror::Error;

use crate::failure::Failure;

/// Why the relay answers by itself.
#[derive(Debug, Error)]
pub(super) enum Refusal {
    #[error("This relay does not serve this page. Start it with --origin and the page's scheme, host and port.")]
    Origin,
    #[error("This relay does not call {0:?}. Start it with --allow and the name of this host.")]
    Host(String),
    #[error("The relay does not call {0}: its name leads to {1}, which is not a public address.")]
    Address(String, IpAddr),
    #[error("The relay passes GET, POST, PUT and DELETE only.")]
    Method,
    #[error("The address cannot be passed on.")]
    Path,
    #[error("{0}")]
    Body(Failure),
    #[error("{0} answered with a redirect, which the relay does not follow. Check the address of the endpoint.")]
    Redirect(String),
    #[error("The relay cannot reach {0}. Check the name, and this machine's network.")]
    Unreachable(String),
    #[error(
        "The relay does not trust the certificate of {0} ({1}). Where a company's own root signs it, start the relay with --ca and \
         the file of that root."
    )]
    Certificate(String, String),
    #[error("{0} did not answer in time.")]
    TimedOut(String),
}

impl Refusal {
    fn status_and_code(&self) -> (u16, &'static str) {
        match self {
            Self::Origin => (403, "OriginNotAllowed"),
            Self::Host(_) => (403, "HostNotAllowed"),
            Self::Address(..) => (403, "AddressNotAllowed"),
            Self::Method => (405, "MethodNotAllowed"),
            Self::Path | Self::Body(_) => (400, "BadRequest"),
            Self::Redirect(_) => (502, "RedirectRefused"),
            Self::Certificate(..) => (502, "CertificateNotTrusted"),
            Self::Unreachable(_) => (502, "EndpointUnreachable"),
            Self::TimedOut(_) => (504, "EndpointTimeout"),
        }
    }

    pub(super) fn into_response(self) -> Response {
        let (status, code) = self.status_and_code();
        let error = match self {
            Self::Body(failure) => ApiError { request_id: None, ..failure.into_api_error(None, "") },
            other => ApiError {
                status,
                exception: code.to_owned(),
                code: code.to_owned(),
                message: other.to_string(),
                request_id: None,
                operation: None,
            },
        };
        wire::error_response(&error).map(Body::from)
    }
}
