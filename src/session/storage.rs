//! The browser's storages, read and written as JSON. A browser that refuses them costs only comfort.

use serde::Serialize;
use serde_json::Value;
use web_sys::{Storage, window};

/// What is kept, and under which key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// The profiles, without secrets (local).
    Profiles,
    /// The name of the profile in use (local, and the tab's own).
    Profile,
    /// The switches of the frame (local).
    Preferences,
    /// The theme as a bare word (local): the start script reads it too.
    Theme,
    /// Credentials by profile (the tab's own, when chosen).
    Credentials,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Self::Profiles => "chime-console.profiles",
            Self::Profile => "chime-console.profile",
            Self::Preferences => "chime-console.preferences",
            Self::Theme => "chime-console.theme",
            Self::Credentials => "chime-console.credentials",
        }
    }
}

/// The storage that lasts.
pub fn local() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// The storage of this tab.
pub fn tab() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

/// The bare text under `key`.
pub fn text(storage: Option<&Storage>, key: Key) -> Option<String> {
    storage?.get_item(key.name()).ok().flatten()
}

/// Keeps a bare text.
pub fn set_text(storage: Option<&Storage>, key: Key, value: &str) {
    if let Some(storage) = storage {
        // Full or forbidden: the choice holds until the reload.
        let _ = storage.set_item(key.name(), value);
    }
}

/// The value under `key`; null where it is missing or no JSON. Who reads it takes what has the right shape.
pub fn read(storage: Option<&Storage>, key: Key) -> Value {
    text(storage, key).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps a value.
pub fn write<T: Serialize>(storage: Option<&Storage>, key: Key, value: &T) {
    if let Ok(text) = serde_json::to_string(value) {
        set_text(storage, key, &text);
    }
}
