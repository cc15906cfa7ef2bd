//! A profile: a named endpoint and its Region. It never holds a secret.

use serde::{Deserialize, Serialize};

use super::Endpoint;

/// What stands behind a profile's endpoint; shown as a word and a colour in the top bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The emulator inside this page.
    Sandbox,
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
            Self::Sandbox => "Sandbox",
            Self::Emulator => "Emulator",
            Self::Amazon => "Production",
            Self::Custom => "Custom",
        }
    }

    /// The CSS class that colours the mark.
    pub fn class(self) -> &'static str {
        match self {
            Self::Sandbox => "env-sandbox",
            Self::Emulator => "env-emulator",
            Self::Amazon => "env-production",
            Self::Custom => "env-custom",
        }
    }

    /// The value in a form and in storage.
    pub fn value(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
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
    /// The relay that calls go through, where a browser may not call the endpoint itself. They are signed for the endpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relay: Option<Endpoint>,
}

impl Profile {
    /// The Region of Amazon Chime's control plane, and the usual choice elsewhere.
    pub const REGION: &'static str = "us-east-1";

    /// The sandbox of this browser; there is one.
    pub fn sandbox() -> Self {
        Self {
            name: Kind::Sandbox.word().to_owned(),
            kind: Kind::Sandbox,
            endpoint: Endpoint::sandbox(),
            region: Self::REGION.to_owned(),
            relay: None,
        }
    }

    /// Where it is, in a few words for a person.
    pub fn place(&self) -> &str {
        if self.kind == Kind::Sandbox { "in this browser" } else { self.endpoint.authority() }
    }

    /// The address for commands that are copied. The sandbox has none: they work with an emulator on this machine.
    pub fn address(&self) -> &str {
        if self.kind == Kind::Sandbox { Endpoint::EMULATOR } else { self.endpoint.as_str() }
    }
}
