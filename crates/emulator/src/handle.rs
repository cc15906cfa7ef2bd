//! From a request to its answer, in the order of evaluation of G-13.

use std::time::{Duration, UNIX_EPOCH};

use bytes::Bytes;
use chime_model::{Operation, wire};
use http::header::{DATE, HeaderName, HeaderValue};
use http::request::Parts;
use http::{Request, Response};
use serde_json::Value;

use crate::configuration::Principal;
use crate::emulator::refuse_violations;
use crate::failure::Failure;
use crate::rest::Incomplete;
use crate::{Emulator, auth, control};

/// The largest body of a call, in bytes.
pub const LARGEST_BODY: usize = 1024 * 1024;
/// The most that all headers together may hold, in bytes.
const LARGEST_HEAD: usize = 64 * 1024;
const LARGEST_SNAPSHOT: usize = 256 * 1024 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// An extension of a response: how long to hold it back, because of an injected fault. Waiting is the caller's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay(pub Duration);

/// What is known of a call from its beginning to its end, for the answer and the log.
pub(crate) struct Call {
    id: String,
    operation: Option<Operation>,
    delay: Duration,
}

/// A call that has been checked as far as that goes without rows: what is left to do of it.
pub(crate) struct Work {
    operation: Operation,
    input: Value,
    principal: Principal,
    /// Stands in for a success.
    fault: Option<Failure>,
}

impl Emulator {
    /// Answers a request, of the API or of the control plane. Never panics, and never gives a 5xx that was not asked for, whatever
    /// the request holds.
    #[must_use]
    pub fn handle(&self, request: Request<Bytes>) -> Response<Bytes> {
        let (parts, body) = request.into_parts();
        if control::owns(parts.uri.path()) {
            let response = control::answer(self, &parts, &body);
            return self.respond(&self.call_of_nothing(), response);
        }
        let (call, work) = self.check(&parts, &body);
        let output = work.and_then(|work| self.do_work(work));
        self.answer(&call, output)
    }

    /// Checks a call of the API: everything that comes before the rows in the order of evaluation.
    pub(crate) fn check(&self, parts: &Parts, body: &Bytes) -> (Call, Result<Work, Failure>) {
        let mut call = self.call_of_nothing();
        let work = self.work_of(parts, body, &mut call);
        (call, work)
    }

    /// Does what is left of a call.
    pub(crate) fn do_work(&self, work: Work) -> Result<Value, Failure> {
        self.perform(work.operation, work.input, work.principal, work.fault)
    }

    /// The answer to a call of the API.
    pub(crate) fn answer(&self, call: &Call, output: Result<Value, Failure>) -> Response<Bytes> {
        let response = output.map(|output| match call.operation {
            Some(operation) => wire::response(operation, &output),
            None => Response::default(),
        });
        self.respond(call, response)
    }

    /// The answer to a request that a caller refuses before it is whole.
    #[must_use]
    pub fn refuse(&self, failure: Failure) -> Response<Bytes> {
        self.respond(&self.call_of_nothing(), Err(failure))
    }

    fn respond(&self, call: &Call, response: Result<Response<Vec<u8>>, Failure>) -> Response<Bytes> {
        let mut response = response.unwrap_or_else(|failure| {
            if let Failure::Store(error) = &failure {
                tracing::error!(%error, "the store failed");
            }
            let incomplete = matches!(failure, Failure::Incomplete);
            let mut response = wire::error_response(&failure.into_api_error(call.operation, &call.id));
            if incomplete {
                response.extensions_mut().insert(Incomplete);
            }
            response
        });
        tracing::debug!(
            operation = call.operation.map(Operation::name),
            status = response.status().as_u16(),
            request = %call.id,
            "answered"
        );
        if !call.delay.is_zero() {
            response.extensions_mut().insert(Delay(call.delay));
        }
        self.put_headers(response.headers_mut(), &call.id);
        response.map(Bytes::from)
    }

    fn call_of_nothing(&self) -> Call {
        Call { id: self.random.request_id(), operation: None, delay: Duration::ZERO }
    }

    fn work_of(&self, parts: &Parts, body: &Bytes, call: &mut Call) -> Result<Work, Failure> {
        if body.len() > LARGEST_BODY {
            return Err(too_large(LARGEST_BODY));
        }
        refuse_huge_head(parts)?;
        let principal = self.caller(parts, body)?;
        let (path, query) = (service_path(parts.uri.path()), parts.uri.query());
        let route = wire::route(&parts.method, path, query).map_err(|error| match error {
            wire::RouteError::UnknownPath => Failure::not_found(error.to_string()),
            // G-3: an unknown `operation` or `scope`.
            wire::RouteError::UnknownQuery(_) => Failure::bad_request(error.to_string()),
        })?;
        call.operation = Some(route.operation);
        let fault = self.configuration().faults.draw(route.operation, &self.random);
        call.delay = fault.delay;
        // The content type is not looked at, as AWS does not: what counts is whether the body is JSON.
        let input = wire::input(&route, query, &parts.headers, body)
            .map_err(|error| Failure::bad_request(error.to_string()))?;
        refuse_violations(route.operation, &input)?;
        Ok(Work { operation: route.operation, input, principal, fault: fault.failure })
    }

    /// G-13 step 1.
    fn caller(&self, parts: &Parts, body: &Bytes) -> Result<Principal, Failure> {
        let configuration = self.configuration();
        let keys = self.options.access_keys.iter().chain(&configuration.access_keys);
        match auth::authenticate(parts, body, keys, &self.signing_keys, self.wall()) {
            Ok(key) => Ok(key.principal()),
            Err(_) if self.options.allow_unsigned => Ok(self.default_principal()),
            Err(failure) => Err(failure),
        }
    }

    fn put_headers(&self, headers: &mut http::HeaderMap, id: &str) {
        if let Ok(id) = HeaderValue::from_str(id) {
            headers.insert(REQUEST_ID, id);
        }
        // The wall clock, not the service's: clients correct the clock they sign with by this header.
        let wall = UNIX_EPOCH + Duration::from_millis(u64::try_from(self.wall()).unwrap_or(0));
        if let Ok(date) = HeaderValue::from_str(&httpdate::fmt_http_date(wall)) {
            headers.insert(DATE, date);
        }
    }
}

fn refuse_huge_head(parts: &Parts) -> Result<(), Failure> {
    let length = |(name, value): (&HeaderName, &HeaderValue)| name.as_str().len() + value.len();
    if parts.headers.iter().map(length).sum::<usize>() <= LARGEST_HEAD {
        return Ok(());
    }
    let message = format!("The headers are larger than {LARGEST_HEAD} bytes.");
    Err(Failure::Http { status: 431, code: "RequestHeaderFieldsTooLarge", message })
}

/// The path without the alias of G-2, which much code in the field has in its endpoint.
fn service_path(path: &str) -> &str {
    path.strip_prefix("/console").filter(|rest| rest.starts_with('/')).unwrap_or(path)
}

/// The largest body that a path takes, in bytes: a snapshot may be larger than a call.
#[must_use]
pub fn largest_body(path: &str) -> usize {
    if control::owns(path) { LARGEST_SNAPSHOT } else { LARGEST_BODY }
}

/// A body over the limit.
#[must_use]
pub fn too_large(limit: usize) -> Failure {
    Failure::Http {
        status: 413,
        code: "RequestEntityTooLarge",
        message: format!("The body is larger than {limit} bytes."),
    }
}
