//! An operation's input as an HTTP request and back; an HTTP answer as output or error, and back.

mod answer;
mod encoding;
mod request;
mod route;

pub use answer::{REQUEST_ID, error_response, output, response};
pub use encoding::{decode, encode, query_pairs};
pub use request::{input, request};
pub use route::{Route, RouteError, route};

use thiserror::Error;

/// Why an input cannot travel, or a request cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WireError {
    /// A label has no value, so that the path would name something else.
    #[error("{0} is needed: it is part of the path.")]
    MissingLabel(&'static str),
    /// Every URL parser removes such a segment.
    #[error("{0} cannot be \".\" or \"..\": it is part of the path.")]
    DotLabel(&'static str),
    /// A header cannot hold the value.
    #[error("{0} has characters that a header cannot hold.")]
    Header(&'static str),
    /// What is percent-encoded is not UTF-8.
    #[error("{0} is not UTF-8.")]
    NotUtf8(&'static str),
    /// The body is not JSON.
    #[error("The body is not JSON: {0}.")]
    Json(String),
    /// The body is JSON but no object.
    #[error("The body must be a JSON object.")]
    NotAnObject,
}
