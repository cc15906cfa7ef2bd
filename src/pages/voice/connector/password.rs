//! A password that nobody has to think of.

use leptos::prelude::window;

/// Letters and digits that are not mistaken for one another, and marks that SIP equipment takes: 64 in all, so that each random byte
/// gives one evenly.
const ALPHABET: &[u8; 64] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_.+*!~";
const LENGTH: usize = 24;

/// A random password of 24 characters, 144 bits; none where the browser has no randomness.
pub fn generate() -> Option<String> {
    let mut bytes = [0; LENGTH];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(spell(&bytes))
}

fn spell(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 64)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_as_likely() {
        let all: Vec<u8> = (0..=255).collect();
        let text = spell(&all);
        assert!(ALPHABET.iter().all(|letter| text.matches(char::from(*letter)).count() == 4));
    }
}
