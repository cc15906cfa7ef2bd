//! The regular expressions of the model.

use std::fmt;
use std::sync::OnceLock;

use regex_lite::Regex;

include!(concat!(env!("OUT_DIR"), "/patterns.rs"));

/// A regular expression of the model, compiled when first needed.
pub struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(crate) const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new() }
    }

    /// The pattern as the model writes it.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the whole text matches; neither source says "whole", but no other reading gives every pattern sense.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        // The patterns of most members. Read by hand they cost a request nothing; a test holds that they mean the same.
        match self.source {
            r"[\s\S]*" => true,
            ".*" => !text.contains('\n'),
            r".*\S.*" => !text.contains('\n') && text.contains(|c: char| !is_ascii_space(c)),
            _ => self.matches_compiled(text),
        }
    }

    fn matches_compiled(&self, text: &str) -> bool {
        let compile = || Regex::new(&format!("^(?:{})$", self.source)).ok();
        self.compiled.get_or_init(compile).as_ref().is_none_or(|regex| regex.is_match(text))
    }

    /// Every pattern of the model, once.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        PATTERNS.iter()
    }
}

/// What `\s` is for `regex-lite`.
fn is_ascii_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | ' ')
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_read_by_hand_mean_the_same() {
        let texts = ["", " ", "a", " a\t", "\t\u{b}\u{c}\r", "a\nb", "\n", "a\r", "\u{a0}", "\u{2003}", "🔔\n", "🔔"];
        for pattern in Pattern::all() {
            for text in texts {
                assert_eq!(pattern.matches(text), pattern.matches_compiled(text), "{pattern:?} {text:?}");
            }
        }
    }

    #[test]
    fn every_pattern_compiles() {
        for pattern in Pattern::all() {
            assert!(Regex::new(&format!("^(?:{})$", pattern.source)).is_ok(), "{pattern:?}");
        }
    }
}
