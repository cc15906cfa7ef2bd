//! What modes and kinds of privacy are called and mean (CH-1 to CH-4).

use crate::ui::Choice;

/// Who sees a channel.
pub const PRIVACY: [(&str, &str, &str); 2] = [
    ("PUBLIC", "Public", "Every user of the app instance finds it and reads it."),
    ("PRIVATE", "Private", "Only members and administrators see it."),
];

/// Who adds members.
pub const MODE: [(&str, &str, &str); 2] = [
    ("UNRESTRICTED", "Unrestricted", "Members add themselves and others."),
    ("RESTRICTED", "Restricted", "Only administrators and moderators add members."),
];

/// The name of a value.
pub fn word(values: &[(&'static str, &'static str, &'static str)], value: &str) -> String {
    values.iter().find(|(known, ..)| *known == value).map_or(value, |(_, word, _)| word).to_owned()
}

/// The values to choose from.
pub fn choices(values: &[(&'static str, &'static str, &'static str)]) -> Vec<Choice> {
    values.iter().map(|(value, word, _)| Choice::new(*value, *word)).collect()
}
