//! A profile: a named endpoint and its Region. It never holds a secret.

use serde::{Deserialize, Serialize};

use super::Endpoint;

/// What stands behind a profile's endpoint; shown as a word and a colour in the top bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The emulator on this machine.
    Emulator,
    /// Amazon Chime itself: what is done here is done to people.
    Amazon,
    /// Any other endpoint.
    Custom,
}

impl Kind {
    /// The word of the mark.
    pub fn word(self) -> &'static str {
        match self {
            Self::Emulator => "Emulator",
            Self::Amazon => "Production",
            Self::Custom => "Custom",
        }
    }

    /// The CSS class that colours the mark.
    pub fn class(self) -> &'static str {
        match self {
            Self::Emulator => "env-emulator",
            Self::Amazon => "env-production",
            Self::Custom => "env-custom",
        }
    }

    /// The value in a form and in storage.
    pub fn value(self) -> &'static str {
        match self {
            Self::Emulator => "emulator",
            Self::Amazon => "amazon",
            Self::Custom => "custom",
        }
    }
}

/// A place to administer, kept in the browser's local storage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Profile {
    /// The name, unique among the profiles of this browser.
    pub name: String,
    /// What stands behind the endpoint.
    pub kind: Kind,
    /// Where calls go.
    pub endpoint: Endpoint,
    /// The Region that calls are signed for.
    pub region: String,
}

impl Profile {
    /// The Region of Amazon Chime's control plane, and the usual choice elsewhere.
    pub const REGION: &'static str = "us-east-1";
}
