//! Keys: texts that sort as what they stand for, and that a person can read.

use std::fmt::Write as _;

/// A key of readable parts, in the order of its parts: `111122223333/000001577836800123`.
///
/// `/` separates parts, so it is escaped inside one, character by character; a text that begins another still does.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(String);

impl Key {
    /// A key of these parts.
    #[must_use]
    pub fn of<const N: usize>(parts: [&str; N]) -> Self {
        parts.into_iter().fold(Self::default(), Key::and)
    }

    /// This key with one more part.
    #[must_use]
    pub fn and(mut self, part: &str) -> Self {
        if !self.0.is_empty() {
            self.0.push('/');
        }
        let plain = |byte: u8| byte > 0x1f && byte != b'/' && byte != b'%';
        if part.bytes().all(plain) {
            self.0.push_str(part);
            return self;
        }
        for character in part.chars() {
            match character {
                '/' | '%' | '\0'..='\u{1f}' => {
                    // Writing to a String does not fail.
                    let _ = write!(self.0, "%{:02X}", u32::from(character));
                }
                _ => self.0.push(character),
            }
        }
        self
    }

    /// The key as the store has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A moment as a part of a key: keys sort as moments do.
#[must_use]
pub fn time_key(milliseconds: i64) -> String {
    format!("{:015}", milliseconds.max(0))
}

/// A text as a part of a key: keys sort as texts do, a text before those that it begins. Behind a part comes a `/`, which is more
/// than a space or a dot, so what sorts before `1` is written as `0` and a letter.
#[must_use]
pub fn text_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            ' '..='0' => key.extend(['0', char::from(b'a' + (character as u8 - b' '))]),
            _ => key.push(character),
        }
    }
    key
}
