//! The parts of the side navigation.

/// A part of the side navigation. One without pages is not shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    /// Who belongs to the organisation, and how it stands.
    Organisation,
    /// Phone numbers: inventory, orders, deletion queue.
    Numbers,
    /// Voice connectors, SIP, emergency calls.
    Voice,
    /// Meetings and messaging.
    Meetings,
    /// What holds for the whole AWS account.
    Settings,
    /// Tools for people who write code against the API.
    Developer,
    /// The emulator's own pages.
    Emulator,
}

impl Section {
    /// All sections, as the navigation shows them.
    pub const ALL: &[Self] = &[
        Self::Organisation,
        Self::Numbers,
        Self::Voice,
        Self::Meetings,
        Self::Settings,
        Self::Developer,
        Self::Emulator,
    ];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Organisation => "Organisation",
            Self::Numbers => "Phone numbers",
            Self::Voice => "Voice",
            Self::Meetings => "Meetings and messaging",
            Self::Settings => "Settings",
            Self::Developer => "Developer",
            Self::Emulator => "Emulator",
        }
    }
}
