//! Where the API answers: a scheme, an authority and perhaps a base path.

use std::fmt;

use http::Uri;
use serde::Serialize;
use thiserror::Error;

/// The base URL of an endpoint, without a trailing slash: `https://host:port/base`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(transparent)]
pub struct Endpoint(String);

/// Why a text is not an endpoint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum EndpointError {
    /// Nothing was written.
    #[error("Enter the address of an endpoint, such as https://chime.example.com.")]
    Empty,
    /// The text is not a URL.
    #[error("This is not a web address. Write it as https://host, with a port or a path if it has one.")]
    NotAUrl,
    /// The scheme is neither http nor https.
    #[error("The address must begin with https:// or http://.")]
    Scheme,
    /// The URL carries a user or a password.
    #[error("Leave the user name and password out of the address; keys are entered below.")]
    UserInfo,
    /// The URL carries a query or a fragment.
    #[error("Leave out everything from the ? or # on.")]
    Query,
}

impl Endpoint {
    /// Amazon Chime's own endpoint.
    pub const AMAZON: &'static str = "https://service.chime.aws.amazon.com";
    /// The emulator's default address on this machine.
    pub const EMULATOR: &'static str = "http://127.0.0.1:8000";
    /// What requests to the sandbox are signed for. No network knows this name (RFC 6761).
    const SANDBOX: &'static str = "https://sandbox.invalid";

    /// The endpoint that is answered inside this page.
    pub fn sandbox() -> Self {
        Self(Self::SANDBOX.to_owned())
    }

    /// Whether it is answered inside this page.
    pub fn is_sandbox(&self) -> bool {
        self.0 == Self::SANDBOX
    }

    /// Reads what a person typed.
    pub fn parse(text: &str) -> Result<Self, EndpointError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EndpointError::Empty);
        }
        // `Uri` drops a fragment without a word.
        if text.contains(['?', '#']) {
            return Err(EndpointError::Query);
        }
        let uri: Uri = text.parse().map_err(|_| EndpointError::NotAUrl)?;
        match uri.scheme_str() {
            Some("http" | "https") => {}
            Some(_) => return Err(EndpointError::Scheme),
            None => return Err(EndpointError::NotAUrl),
        }
        let authority = uri.authority().ok_or(EndpointError::NotAUrl)?;
        if authority.as_str().contains('@') {
            return Err(EndpointError::UserInfo);
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// The base URL as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host and port, as shown to a person.
    pub fn authority(&self) -> &str {
        let rest = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        rest.split('/').next().unwrap_or(rest)
    }

    /// The address of `path_and_query` (which begins with `/`) below the base path.
    ///
    /// G-2: `/console` as a base path is common, and the signature covers it. G-19: host prefixes are
    /// left out, since the plain paths tell all operations apart.
    pub fn join(&self, path_and_query: &str) -> String {
        format!("{}{path_and_query}", self.0)
    }

    /// Whether the endpoint is on this machine, which browsers trust without TLS.
    pub fn is_loopback(&self) -> bool {
        let authority = self.authority();
        let host = match authority.strip_prefix('[') {
            Some(v6) => v6.split(']').next().unwrap_or_default(),
            None => authority.split(':').next().unwrap_or_default(),
        };
        host == "localhost"
            || host.ends_with(".localhost")
            || host == "::1"
            || host.strip_prefix("127.").is_some_and(|rest| rest.split('.').all(|part| part.parse::<u8>().is_ok()))
    }

    /// Whether calls travel without encryption.
    pub fn is_plain_http(&self) -> bool {
        self.0.starts_with("http://")
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_is_kept_below_every_operation() {
        let endpoint = Endpoint::parse(" https://service.chime.aws.amazon.com/console/ ").unwrap();
        assert_eq!(
            endpoint.join("/accounts/1?operation=add"),
            "https://service.chime.aws.amazon.com/console/accounts/1?operation=add"
        );
        assert_eq!(endpoint.authority(), "service.chime.aws.amazon.com");
    }

    #[test]
    fn a_wrong_address_is_told_apart() {
        let error = |text| Endpoint::parse(text).unwrap_err();
        assert_eq!(error("  "), EndpointError::Empty);
        assert_eq!(error("chime.example.com"), EndpointError::NotAUrl);
        assert_eq!(error("https://"), EndpointError::NotAUrl);
        assert_eq!(error("ftp://chime.example.com"), EndpointError::Scheme);
        assert_eq!(error("https://id:secret@chime.example.com"), EndpointError::UserInfo);
        assert_eq!(error("https://chime.example.com/?x=1"), EndpointError::Query);
        assert_eq!(error("https://chime.example.com/#x"), EndpointError::Query);
    }

    #[test]
    fn loopback_is_known_by_every_name() {
        for text in ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:8000/console", "http://chime.localhost"]
        {
            assert!(Endpoint::parse(text).unwrap().is_loopback(), "{text}");
        }
        for text in ["http://127.example.com", "http://10.0.0.1", Endpoint::AMAZON] {
            assert!(!Endpoint::parse(text).unwrap().is_loopback(), "{text}");
        }
    }
}
