//! A profile while it is being entered.

use leptos::prelude::*;

use crate::session::{Endpoint, Keep, Kind, Profile};

/// The fields of a profile.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) kind: RwSignal<Kind>,
    pub(super) endpoint: RwSignal<String>,
    pub(super) region: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) keep: RwSignal<Keep>,
}

/// What is wrong with a draft, at its field.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Problems {
    pub(super) endpoint: Option<String>,
    pub(super) region: Option<String>,
    pub(super) name: Option<String>,
}

impl Draft {
    /// The emulator on this machine, since that is where most begin.
    pub(super) fn new() -> Self {
        let draft = Self {
            kind: RwSignal::new(Kind::Emulator),
            endpoint: RwSignal::default(),
            region: RwSignal::new(Profile::REGION.to_owned()),
            name: RwSignal::default(),
            keep: RwSignal::default(),
        };
        draft.choose(Kind::Emulator);
        draft
    }

    /// Takes a kind of endpoint, with its address and name.
    pub(super) fn choose(self, kind: Kind) {
        let (endpoint, name) = match kind {
            Kind::Emulator | Kind::Sandbox => (Endpoint::EMULATOR, "Emulator"),
            Kind::Amazon => (Endpoint::AMAZON, "Amazon Chime"),
            Kind::Custom => ("", ""),
        };
        self.kind.set(kind);
        self.endpoint.set(endpoint.to_owned());
        self.name.set(name.to_owned());
    }

    /// Takes a profile that is known.
    pub(super) fn edit(self, profile: &Profile) {
        self.kind.set(profile.kind);
        self.endpoint.set(profile.endpoint.to_string());
        self.region.set(profile.region.clone());
        self.name.set(profile.name.clone());
    }

    /// The profile, or what is wrong.
    pub(super) fn read(self) -> Result<Profile, Problems> {
        profile(
            self.kind.get_untracked(),
            &self.endpoint.get_untracked(),
            &self.region.get_untracked(),
            &self.name.get_untracked(),
        )
    }
}

fn profile(kind: Kind, endpoint: &str, region: &str, name: &str) -> Result<Profile, Problems> {
    let (endpoint, region, name) = (Endpoint::parse(endpoint), region.trim(), name.trim());
    let is_region = !region.is_empty() && region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let problems = Problems {
        endpoint: endpoint.as_ref().err().map(ToString::to_string),
        region: (!is_region).then(|| "Enter a Region, such as us-east-1.".to_owned()),
        name: name.is_empty().then(|| "Give the profile a name.".to_owned()),
    };
    match endpoint {
        Ok(endpoint) if problems == Problems::default() => {
            Ok(Profile { name: name.to_owned(), kind, endpoint, region: region.to_owned() })
        }
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_draft_is_a_profile() {
        let profile = profile(Kind::Custom, "https://chime.example.com/console", " eu-west-1 ", " Test ").unwrap();
        assert_eq!((profile.name.as_str(), profile.region.as_str()), ("Test", "eu-west-1"));
        assert_eq!(profile.endpoint.as_str(), "https://chime.example.com/console");
    }

    #[test]
    fn every_fault_is_said_at_once() {
        let problems = profile(Kind::Custom, "chime", "us east", " ").unwrap_err();
        assert!(problems.endpoint.is_some() && problems.region.is_some() && problems.name.is_some());
    }
}
