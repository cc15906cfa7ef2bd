//! A profile: a named endpoint and its Region. It never holds a secret.

use serde::Serialize;
use serde_json::Value;

use super::Endpoint;

/// What stands behind a profile's endpoint; shown as a word and a colour in the top bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
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
    const ALL: [Self; 4] = [Self::Sandbox, Self::Emulator, Self::Amazon, Self::Custom];

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
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relay: Option<Endpoint>,
}

impl Profile {
    /// The Region of Amazon Chime's control plane, and the usual choice elsewhere.
    pub const REGION: &'static str = "us-east-1";

    /// One that was kept.
    pub fn read(kept: &Value) -> Option<Self> {
        let kind = kept["kind"].as_str()?;
        Some(Self {
            name: kept["name"].as_str()?.to_owned(),
            kind: Kind::ALL.into_iter().find(|it| it.value() == kind)?,
            endpoint: Endpoint::parse(kept["endpoint"].as_str()?).ok()?,
            region: kept["region"].as_str()?.to_owned(),
            // One that goes through a relay must not go without it.
            relay: kept["relay"].as_str().map(Endpoint::parse).transpose().ok()?,
        })
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_as_it_is_or_not_at_all() {
        let profile = Profile { relay: Endpoint::parse("http://127.0.0.1:8001").ok(), ..Profile::sandbox() };
        let mut kept = serde_json::to_value(&profile).unwrap();
        assert_eq!(Profile::read(&kept), Some(profile));
        kept["relay"] = "no address".into();
        assert_eq!(Profile::read(&kept), None);
    }
}
