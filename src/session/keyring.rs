//! The credentials at hand, by profile.

use super::credentials::{Credentials, Keep};

/// A list, since nobody has many profiles.
#[derive(Clone, Default)]
pub(super) struct Keyring(Vec<Held>);

#[derive(Clone)]
struct Held {
    profile: String,
    credentials: Credentials,
    keep: Keep,
}

impl Keyring {
    /// The credentials of a profile, and where they are kept.
    pub(super) fn of(&self, profile: &str) -> Option<(&Credentials, Keep)> {
        let held = self.0.iter().find(|held| held.profile == profile)?;
        Some((&held.credentials, held.keep))
    }

    /// Takes credentials in, in the place of those the profile had.
    pub(super) fn put(&mut self, profile: String, credentials: Credentials, keep: Keep) {
        self.remove(&profile);
        self.0.push(Held { profile, credentials, keep });
    }

    /// Lets the credentials of a profile go.
    pub(super) fn remove(&mut self, profile: &str) {
        self.0.retain(|held| held.profile != profile);
    }

    /// Those that the tab keeps, with their profiles.
    pub(super) fn kept(&self) -> Vec<(&str, &Credentials)> {
        let kept = self.0.iter().filter(|held| held.keep == Keep::Tab);
        kept.map(|held| (held.profile.as_str(), &held.credentials)).collect()
    }
}
