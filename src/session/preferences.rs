//! What a person chose about the console itself, kept in local storage.

use serde::Serialize;
use serde_json::Value;

/// The colours of the console.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The three choices, in the order in which the switch goes through them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `data-theme` and of the stored key, which the start script reads before the first paint.
    pub fn value(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a stored value; anything unknown follows the system.
    pub fn from_value(value: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.value() == value).unwrap_or_default()
    }
}

/// Switches of the frame.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
pub struct Preferences {
    /// Personal values are masked, for demonstrations and screenshots (CONSOLE-NOTES 0.2).
    pub privacy: bool,
    /// The side navigation is folded away on wide windows.
    pub navigation_folded: bool,
}

impl Preferences {
    /// What was kept; what was not is off.
    pub fn read(kept: &Value) -> Self {
        Self { privacy: kept["privacy"] == true, navigation_folded: kept["navigation_folded"] == true }
    }
}
