//! What a badge, a notice or a status says by its colour, icon and word together.

use super::IconName;

/// The meaning of a badge, status or notice. Colour is never its only sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A plain fact.
    #[default]
    Neutral,
    /// Something worth knowing.
    Info,
    /// It worked, or is in order.
    Success,
    /// It works, but look at it.
    Warning,
    /// It failed, or is off.
    Error,
    /// It is under way.
    Running,
}

impl Tone {
    /// The class suffix: `tone-success`.
    pub fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tone-neutral",
            Self::Info => "tone-info",
            Self::Success => "tone-success",
            Self::Warning => "tone-warning",
            Self::Error => "tone-error",
            Self::Running => "tone-running",
        }
    }

    /// The icon that stands beside the word.
    pub fn icon(self) -> IconName {
        match self {
            Self::Neutral => IconName::Dot,
            Self::Info => IconName::Info,
            Self::Success => IconName::Success,
            Self::Warning => IconName::Warning,
            Self::Error => IconName::Error,
            Self::Running => IconName::Running,
        }
    }
}
