//! Who asks, and where: profiles, credentials, preferences, and where each of them is kept.
//!
//! Profiles and preferences live in local storage. Credentials live in memory, or in the tab's session storage
//! when the person chose so; never in a URL, the document, a log or an export.

mod credentials;
mod endpoint;
mod keyring;
mod paste;
mod preferences;
mod profile;
mod relay;
mod storage;

use leptos::prelude::*;

pub use credentials::{Credentials, Keep};
pub use endpoint::{Endpoint, EndpointError};
use keyring::Keyring;
pub use paste::{PasteError, Pasted, parse as parse_credentials};
use preferences::Preferences;
pub use preferences::Theme;
pub use profile::{Kind, Profile};
pub use relay::{RELAY, relay_command, through};
pub(crate) use storage::tab as tab_storage;

use crate::client::Client;
use crate::ui::effect;
use storage::Key;

/// A profile and the credentials to use with it: all that a call needs to know.
#[derive(Clone, Debug)]
pub struct Target {
    /// Where.
    pub profile: Profile,
    /// As whom.
    pub credentials: Credentials,
}

/// The state of the console that outlives pages; provided as a context, copied freely.
#[derive(Clone, Copy)]
pub struct Session {
    profiles: RwSignal<Vec<Profile>>,
    current: RwSignal<Option<String>>,
    credentials: RwSignal<Keyring>,
    theme: RwSignal<Theme>,
    /// Whether personal values are masked.
    pub privacy: RwSignal<bool>,
    /// Whether the side navigation is folded away.
    pub navigation_folded: RwSignal<bool>,
    /// What the signed-fetch client remembers between calls.
    pub(crate) client: Client,
}

/// The session of this console.
pub fn use_session() -> Session {
    expect_context()
}

impl Session {
    /// Reads what the browser kept from the last visit.
    pub fn load() -> Self {
        let (local, tab) = (storage::local(), storage::tab());
        let kept = storage::read(tab.as_ref(), Key::Credentials);
        let preferences = Preferences::read(&storage::read(local.as_ref(), Key::Preferences));
        let theme = storage::text(local.as_ref(), Key::Theme).map_or(Theme::System, |value| Theme::from_value(&value));
        let profiles = storage::read(local.as_ref(), Key::Profiles);
        let profiles: Vec<Profile> = profiles.as_array().into_iter().flatten().filter_map(Profile::read).collect();
        let mut credentials = Keyring::default();
        for held in kept.as_array().into_iter().flatten() {
            if let (Some(profile), Some(keys)) = (held[0].as_str(), Credentials::read(&held[1])) {
                credentials.put(profile.to_owned(), keys, Keep::Tab);
            }
        }
        // Everybody knows the sandbox's key: it is asked of nobody.
        for sandbox in profiles.iter().filter(|profile| profile.kind == Kind::Sandbox) {
            credentials.put(sandbox.name.clone(), Credentials::emulator(), Keep::Memory);
        }
        // Two tabs may work on two profiles; a new tab begins with the last one used.
        let current = storage::text(tab.as_ref(), Key::Profile).or_else(|| storage::text(local.as_ref(), Key::Profile));
        Self {
            profiles: RwSignal::new(profiles),
            current: RwSignal::new(current),
            credentials: RwSignal::new(credentials),
            theme: RwSignal::new(theme),
            privacy: RwSignal::new(preferences.privacy),
            navigation_folded: RwSignal::new(preferences.navigation_folded),
            client: Client::new(),
        }
    }

    /// All profiles of this browser (reactive).
    pub fn profiles(self) -> Vec<Profile> {
        self.profiles.get()
    }

    /// The profile in use (reactive).
    pub fn profile(self) -> Option<Profile> {
        let name = self.current.get()?;
        self.profiles.with(|all| all.iter().find(|profile| profile.name == name).cloned())
    }

    /// Whether there is a profile in use, with credentials (reactive).
    pub fn connected(self) -> bool {
        self.profile().is_some_and(|profile| self.has_credentials(&profile.name))
    }

    /// Whether credentials for a profile are at hand (reactive).
    pub fn has_credentials(self, profile: &str) -> bool {
        self.credentials.with(|all| all.of(profile).is_some())
    }

    /// The profile called `name` with its credentials.
    pub(crate) fn target(self, name: &str) -> Option<Target> {
        let profile = self.profiles.with_untracked(|all| all.iter().find(|profile| profile.name == name).cloned())?;
        let credentials = self.credentials.with_untracked(|all| Some(all.of(name)?.0.clone()))?;
        Some(Target { profile, credentials })
    }

    /// The name of the profile in use.
    pub(crate) fn profile_name(self) -> Option<String> {
        self.current.get_untracked()
    }

    /// Keeps `profile` (in the place of one of the same name) with its credentials, and uses it.
    pub fn connect(self, profile: Profile, credentials: Credentials, keep: Keep) {
        let name = profile.name.clone();
        // The keys may belong to another AWS account: nothing read before counts.
        self.client.forget(&name);
        self.profiles.update(|all| match all.iter_mut().find(|other| other.name == profile.name) {
            Some(known) => *known = profile,
            None => all.push(profile),
        });
        self.credentials.update(|all| all.put(name.clone(), credentials, keep));
        self.save_profiles();
        self.save_credentials();
        self.use_profile(&name);
    }

    /// Replaces the keys of a profile, kept where the old ones were.
    pub fn renew(self, profile: &str, credentials: Credentials) {
        self.credentials.update(|all| {
            let keep = all.of(profile).map_or(Keep::Memory, |(_, keep)| keep);
            all.put(profile.to_owned(), credentials, keep);
        });
        self.save_credentials();
    }

    /// Makes another profile the one in use.
    pub fn use_profile(self, name: &str) {
        storage::set_text(storage::local().as_ref(), Key::Profile, name);
        storage::set_text(storage::tab().as_ref(), Key::Profile, name);
        self.current.set(Some(name.to_owned()));
    }

    /// Forgets the credentials of a profile.
    pub fn disconnect(self, profile: &str) {
        self.client.forget(profile);
        self.credentials.update(|all| all.remove(profile));
        self.save_credentials();
    }

    /// Forgets a profile and its credentials.
    pub fn remove(self, profile: &str) {
        self.disconnect(profile);
        self.profiles.update(|all| all.retain(|other| other.name != profile));
        self.save_profiles();
    }

    /// Keeps the switches of the frame whenever they change. Called once, by the frame.
    pub(crate) fn keep_preferences(self) {
        effect(move || {
            let preferences =
                Preferences { privacy: self.privacy.get(), navigation_folded: self.navigation_folded.get() };
            storage::write(storage::local().as_ref(), Key::Preferences, &preferences);
        });
    }

    /// The chosen theme (reactive).
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Chooses a theme and keeps the choice.
    pub fn set_theme(self, theme: Theme) {
        storage::set_text(storage::local().as_ref(), Key::Theme, theme.value());
        self.theme.set(theme);
    }

    fn save_profiles(self) {
        self.profiles.with_untracked(|all| storage::write(storage::local().as_ref(), Key::Profiles, all));
    }

    fn save_credentials(self) {
        self.credentials.with_untracked(|all| {
            storage::write(storage::tab().as_ref(), Key::Credentials, &all.kept());
        });
    }
}
