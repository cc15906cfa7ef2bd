//! A profile while it is being entered.

use leptos::prelude::*;

use crate::session::{Endpoint, Keep, Kind, Profile, RELAY};

/// The fields of a profile.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) kind: RwSignal<Kind>,
    pub(super) endpoint: RwSignal<String>,
    pub(super) relay: RwSignal<String>,
    pub(super) region: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) keep: RwSignal<Keep>,
}

/// What is wrong with a draft, at its field.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Problems {
    pub(super) endpoint: Option<String>,
    pub(super) relay: Option<String>,
    pub(super) region: Option<String>,
    pub(super) name: Option<String>,
}

impl Draft {
    /// The emulator on this machine, since that is where most begin.
    pub(super) fn new() -> Self {
        let draft = Self {
            kind: RwSignal::new(Kind::Emulator),
            endpoint: RwSignal::default(),
            relay: RwSignal::default(),
            region: RwSignal::new(Profile::REGION.to_owned()),
            name: RwSignal::default(),
            keep: RwSignal::default(),
        };
        draft.choose(Kind::Emulator);
        draft
    }

    /// Takes a kind of endpoint, with its address and name.
    pub(super) fn choose(self, kind: Kind) {
        let (endpoint, name, relay) = match kind {
            Kind::Emulator | Kind::Sandbox => (Endpoint::EMULATOR, "Emulator", ""),
            // Amazon allows no page to call it.
            Kind::Amazon => (Endpoint::AMAZON, "Amazon Chime", RELAY),
            Kind::Custom => ("", "", ""),
        };
        self.kind.set(kind);
        self.endpoint.set(endpoint.to_owned());
        self.relay.set(relay.to_owned());
        self.name.set(name.to_owned());
    }

    /// Takes a profile that is known.
    pub(super) fn edit(self, profile: &Profile) {
        self.kind.set(profile.kind);
        self.endpoint.set(profile.endpoint.to_string());
        self.relay.set(profile.relay.as_ref().map(Endpoint::to_string).unwrap_or_default());
        self.region.set(profile.region.clone());
        self.name.set(profile.name.clone());
    }

    /// The profile, or what is wrong.
    pub(super) fn read(self) -> Result<Profile, Problems> {
        profile(
            self.kind.get_untracked(),
            &self.endpoint.get_untracked(),
            &self.relay.get_untracked(),
            &self.region.get_untracked(),
            &self.name.get_untracked(),
        )
    }
}

/// The profile with these texts as they were written, or what is wrong.
pub(super) fn profile(kind: Kind, endpoint: &str, relay: &str, region: &str, name: &str) -> Result<Profile, Problems> {
    let (endpoint, region, name) = (Endpoint::parse(endpoint), region.trim(), name.trim());
    let relay = Some(relay.trim()).filter(|relay| !relay.is_empty()).map(Endpoint::parse).transpose();
    let no_use = matches!((&endpoint, &relay), (Ok(endpoint), Ok(Some(_))) if endpoint.is_plain_http());
    let is_region = !region.is_empty() && region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let problems = Problems {
        endpoint: endpoint.as_ref().err().map(ToString::to_string),
        relay: relay
            .as_ref()
            .err()
            .map(ToString::to_string)
            .or_else(|| no_use.then(|| "A relay passes to https addresses only. Leave it empty here.".to_owned())),
        region: (!is_region).then(|| "Enter a Region, such as us-east-1.".to_owned()),
        name: name.is_empty().then(|| "Give the profile a name.".to_owned()),
    };
    match (endpoint, relay) {
        (Ok(endpoint), Ok(relay)) if problems == Problems::default() => {
            Ok(Profile { name: name.to_owned(), kind, endpoint, region: region.to_owned(), relay })
        }
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_draft_is_a_profile() {
        let profile = profile(Kind::Custom, "https://chime.example.com/console", " ", " eu-west-1 ", " Test ").unwrap();
        assert_eq!((profile.name.as_str(), profile.region.as_str()), ("Test", "eu-west-1"));
        assert_eq!(profile.endpoint.as_str(), "https://chime.example.com/console");
        assert_eq!(profile.relay, None);
    }

    #[test]
    fn every_fault_is_said_at_once() {
        let problems = profile(Kind::Custom, "chime", "relay", "us east", " ").unwrap_err();
        assert!(problems.endpoint.is_some() && problems.region.is_some() && problems.name.is_some());
        assert!(problems.relay.is_some());
    }

    #[test]
    fn a_relay_is_for_https() {
        let problems = |endpoint| profile(Kind::Custom, endpoint, RELAY, "us-east-1", "Test").err();
        assert_eq!(problems(Endpoint::AMAZON), None);
        assert!(problems(Endpoint::EMULATOR).is_some_and(|problems| problems.relay.is_some()));
    }
}
