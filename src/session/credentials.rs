//! AWS credentials as a person entered them.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

/// An access key with its secret, and the session token of temporary credentials.
///
/// Serialised only into the tab's own `sessionStorage`, and only when the person chose that.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Credentials {
    /// The access key id. Not a secret, yet of no use on a screenshot.
    pub access_key_id: String,
    /// The secret access key.
    pub secret_access_key: String,
    /// The session token of temporary credentials.
    pub session_token: Option<String>,
    /// When temporary credentials end, in milliseconds since 1970.
    pub expires: Option<i64>,
}

impl Credentials {
    /// The emulator's default key.
    pub fn emulator() -> Self {
        Self {
            access_key_id: "emulator".to_owned(),
            secret_access_key: "emulator-secret".to_owned(),
            session_token: None,
            expires: None,
        }
    }

    /// Those that the tab kept.
    pub fn read(kept: &Value) -> Option<Self> {
        let text = |member: &str| kept[member].as_str().map(str::to_owned);
        Some(Self {
            access_key_id: text("access_key_id")?,
            secret_access_key: text("secret_access_key")?,
            session_token: text("session_token"),
            expires: kept["expires"].as_i64(),
        })
    }

    /// Whether they have ended at `now`, in milliseconds since 1970.
    pub fn expired(&self, now: i64) -> bool {
        self.expires.is_some_and(|end| end <= now)
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(hidden)")
    }
}

/// Where credentials are kept.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Keep {
    /// In memory: a reload asks again.
    #[default]
    Memory,
    /// In the tab's session storage: a reload keeps them, closing the tab forgets them.
    Tab,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Credentials::emulator()), "Credentials(hidden)");
    }

    #[test]
    fn temporary_credentials_end() {
        let lasting = Credentials::emulator();
        assert!(!lasting.expired(i64::MAX));
        let temporary = Credentials { expires: Some(1000), ..lasting };
        assert!(!temporary.expired(999));
        assert!(temporary.expired(1000));
    }
}
