//! A call that failed, with its whole story up to the place where a person reads it.

use std::borrow::Cow;
use std::fmt;

use chime_model::{ApiError, Operation};
use thiserror::Error;

use crate::routes;
use crate::session::Endpoint;
use crate::ui::Failure;

/// What kind of failure it was.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ErrorKind {
    /// The service answered with an error.
    #[error("{}", .0.message)]
    Api(ApiError),
    /// There is no profile in use, or no keys for it.
    #[error("You are not connected.")]
    NotConnected,
    /// The temporary credentials have ended.
    #[error("Your temporary credentials have expired.")]
    Expired,
    /// The browser has no network.
    #[error("This computer is offline.")]
    Offline,
    /// Nothing answers at the endpoint.
    #[error("The endpoint does not answer.")]
    Unreachable,
    /// The endpoint or the relay is on this machine and the page is not: the browser keeps it out, or perhaps nothing answers there.
    #[error("{}", if *.known { "The browser keeps this page from the programs on this machine." } else { "Nothing on this machine answers, or the browser keeps this page from it." })]
    Guarded {
        /// The browser has said so.
        known: bool,
    },
    /// Something answers, but does not let this page read it. The command starts a relay, where one would do.
    #[error("The endpoint answers, but does not allow this page to call it.")]
    Cors(Option<String>),
    /// Nothing answers at the profile's relay, which the command starts.
    #[error("The relay does not answer, or does not serve this page.")]
    Relay(String),
    /// A page over https may not call an endpoint over http.
    #[error("The browser blocks calls from this secure page to an endpoint without TLS.")]
    Insecure,
    /// No answer in time.
    #[error("The endpoint did not answer within 30 seconds.")]
    TimedOut,
    /// The part of the console that calls could not be loaded.
    #[error("A part of the console could not be loaded.")]
    Incomplete,
    /// The sandbox cannot run.
    #[error("{0}")]
    Sandbox(String),
    /// The sandbox ended before it answered.
    #[error("The sandbox stopped before it answered.")]
    Stopped,
    /// The input cannot be sent.
    #[error("{0}")]
    Input(String),
}

/// What to allow, in the browsers' own words.
const ALLOW: &str = "Chrome and Edge: click the icon left of the address and allow “Apps on device” (before version 146 “Local \
                     network access”). Firefox: the same place, “device apps and services”. Safari: a current version is \
                     needed. Then try again.";

/// A failed call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallError {
    /// What was asked.
    pub operation: Operation,
    /// What kind of failure it was, with the service's answer where there was one.
    pub kind: ErrorKind,
    /// Where it was asked.
    pub endpoint: Option<Endpoint>,
    /// Its number in the record of this tab's calls.
    pub number: Option<u32>,
}

impl CallError {
    /// The service's answer.
    pub fn api(&self) -> Option<&ApiError> {
        match &self.kind {
            ErrorKind::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The word under `Code`, or the exception's name where there is none.
    pub fn code(&self) -> &str {
        self.api().map_or("", |error| &error.code)
    }

    /// Whether the service answered with this code, such as `NotFound`.
    pub fn is(&self, code: &str) -> bool {
        self.code() == code
    }

    /// The id under which the service logged the request.
    pub fn request_id(&self) -> Option<&str> {
        self.api()?.request_id.as_deref()
    }

    /// What happened, as one sentence.
    pub fn sentence(&self) -> String {
        let text = self.kind.to_string();
        if text.trim().is_empty() { format!("{} failed: {}.", self.operation.name(), self.code()) } else { text }
    }

    /// What a person can do about it.
    pub fn advice(&self) -> Option<Cow<'static, str>> {
        let advice = match &self.kind {
            ErrorKind::Cors(Some(command)) => {
                return Some(
                    ["Start a relay on this machine and enter it beside the endpoint, under Connect: ", command]
                        .concat()
                        .into(),
                );
            }
            ErrorKind::Relay(command) => return Some(["Start it on this machine: ", command].concat().into()),
            ErrorKind::Api(error) => return api_advice(error).map(Cow::Borrowed),
            ErrorKind::NotConnected => "Choose a profile and enter its keys.",
            ErrorKind::Expired => "Enter new keys; the request is then repeated.",
            ErrorKind::Offline => "Check the network, then try again. What you entered is kept.",
            ErrorKind::Unreachable if self.endpoint.as_ref().is_some_and(Endpoint::is_loopback) => {
                "Start the emulator, and check the port in the profile."
            }
            ErrorKind::Guarded { known: true } => ALLOW,
            ErrorKind::Guarded { known: false } => {
                return Some(["Start the emulator, and check the port in the profile. ", ALLOW].concat().into());
            }
            ErrorKind::Unreachable => "Check the address in the profile, its TLS certificate, VPN and firewall.",
            ErrorKind::Cors(None) => {
                "The endpoint, or a proxy before it, must answer preflight requests and send \
                 Access-Control-Allow-Origin for this page."
            }
            ErrorKind::Insecure => "Give the endpoint TLS, or open the console over http.",
            ErrorKind::Incomplete => "Check the connection. If the console was updated meanwhile, reload the page.",
            ErrorKind::TimedOut => "Try again. A change may have been made: refresh before you repeat it.",
            ErrorKind::Stopped => {
                "It runs again, with everything it had answered. A change may have been made: refresh before you repeat it."
            }
            ErrorKind::Sandbox(_) | ErrorKind::Input(_) => return None,
        };
        Some(Cow::Borrowed(advice))
    }

    /// The whole story, to show and to copy; `title` says what did not work: "The account was not deleted".
    pub fn failure(&self, title: impl Into<String>) -> Failure {
        Failure {
            title: title.into(),
            message: self.sentence(),
            code: Some(self.code()).filter(|code| !code.is_empty()).map(str::to_owned),
            request_id: self.request_id().map(str::to_owned),
            operation: Some(self.operation.name().to_owned()),
            advice: self.advice().map(Cow::into_owned),
            more: self.number.map(|number| ("See the request", routes::request(number))),
        }
    }

    /// Whether new keys could help: they ended, or the service does not know them.
    pub(super) fn asks_for_keys(&self) -> bool {
        let code = self.code().trim_end_matches("Exception");
        self.kind == ErrorKind::Expired
            || matches!(code, "ExpiredToken" | "InvalidClientTokenId" | "UnrecognizedClient")
    }
}

fn api_advice(error: &ApiError) -> Option<&'static str> {
    Some(match error.code.trim_end_matches("Exception") {
        "RequestExpired" | "RequestTimeTooSkewed" => "Set this computer's clock, then try again.",
        "InvalidSignature" | "SignatureDoesNotMatch" | "IncompleteSignature" => {
            "Check the secret access key and the Region of the profile."
        }
        "ExpiredToken" => "Enter new keys.",
        "InvalidClientTokenId" | "UnrecognizedClient" => "Check the access key id and the secret, or enter new keys.",
        "AccessDenied" | "Forbidden" | "Unauthorized" | "UnauthorizedClient" | "NotAuthorized" => {
            "These keys may not do this, or the object does not allow it. Ask whoever manages their permissions."
        }
        "Throttled" | "Throttling" | "ThrottledClient" => {
            "The service asks for a pause. Wait a moment, then try again."
        }
        "ResourceLimitExceeded" => "A quota is used up. Delete what is no longer needed, or have the quota raised.",
        "ServiceFailure" | "ServiceUnavailable" | "InternalFailure" => {
            "The service has trouble of its own. Try again later; give the request id to its support."
        }
        "PhoneNumberAssociationsExist" => "Take the phone numbers off it first.",
        "VoiceConnectorGroupAssociationsExist" => "Take the voice connector out of its groups first.",
        "NotFound" => "It may have been deleted. Refresh the list.",
        _ => return None,
    })
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl std::error::Error for CallError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused() -> CallError {
        CallError {
            operation: Operation::CreateUser,
            kind: ErrorKind::Api(ApiError {
                status: 403,
                exception: "ForbiddenException".into(),
                code: "Forbidden".into(),
                message: "No.".into(),
                request_id: Some("4f3b".into()),
                operation: Some(Operation::CreateUser),
            }),
            endpoint: Endpoint::parse(Endpoint::EMULATOR).ok(),
            number: None,
        }
    }

    #[test]
    fn failures_of_the_way_are_told_apart() {
        let of = |kind| CallError { kind, ..refused() };
        let kinds = [
            ErrorKind::Offline,
            ErrorKind::Unreachable,
            ErrorKind::Cors(None),
            ErrorKind::Relay(String::new()),
            ErrorKind::TimedOut,
            ErrorKind::Insecure,
        ];
        let mut told: Vec<_> = kinds.into_iter().map(|kind| (of(kind.clone()).sentence(), of(kind).advice())).collect();
        assert!(told.iter().all(|(sentence, advice)| !sentence.is_empty() && advice.is_some()));
        told.dedup();
        assert_eq!(told.len(), 6);
    }

    #[test]
    fn an_empty_message_still_gives_a_sentence() {
        let mut error = refused();
        if let ErrorKind::Api(api) = &mut error.kind {
            api.message.clear();
        }
        assert_eq!(error.sentence(), "CreateUser failed: Forbidden.");
    }

    #[test]
    fn new_keys_are_asked_for_where_they_help() {
        let mut error = refused();
        assert!(!error.asks_for_keys());
        if let ErrorKind::Api(api) = &mut error.kind {
            api.code = "ExpiredTokenException".into();
        }
        assert!(error.asks_for_keys());
        assert!(CallError { kind: ErrorKind::Expired, ..error }.asks_for_keys());
    }
}
