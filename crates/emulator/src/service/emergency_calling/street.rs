//! The parts of a street: `NE 8th St` is a direction, a name and a suffix.

/// A street in its parts, each as emergency services write it.
#[derive(Debug, PartialEq, Eq)]
pub struct Street {
    /// `NE`.
    pub before: Option<String>,
    /// `8th`.
    pub name: String,
    /// `Street`.
    pub suffix: Option<String>,
    /// `SW`.
    pub after: Option<String>,
}

const DIRECTIONS: &[&str] = &["N", "E", "S", "W", "NE", "NW", "SE", "SW"];

const SUFFIXES: &[(&str, &str)] = &[
    ("Ave", "Avenue"),
    ("Blvd", "Boulevard"),
    ("Cir", "Circle"),
    ("Ct", "Court"),
    ("Dr", "Drive"),
    ("Hwy", "Highway"),
    ("Ln", "Lane"),
    ("Pkwy", "Parkway"),
    ("Pl", "Place"),
    ("Rd", "Road"),
    ("Sq", "Square"),
    ("St", "Street"),
    ("Ter", "Terrace"),
    ("Way", "Way"),
];

impl Street {
    /// Reads a street. A word is its name before it is anything else, so that `North Street` has one.
    pub fn parse(text: &str) -> Self {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let after = pop(&mut words, direction);
        let suffix = pop(&mut words, suffix);
        let before = match words.first().and_then(|word| direction(word)) {
            Some(before) if words.len() > 1 => {
                words.remove(0);
                Some(before)
            }
            _ => None,
        };
        Self { before, name: words.join(" "), suffix, after }
    }
}

impl std::fmt::Display for Street {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = [self.before.as_deref(), Some(self.name.as_str()), self.suffix.as_deref(), self.after.as_deref()];
        formatter.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

/// Takes the last word, if it is of a kind and not all there is.
fn pop(words: &mut Vec<&str>, kind: fn(&str) -> Option<String>) -> Option<String> {
    let found = words.last().and_then(|word| kind(word)).filter(|_| words.len() > 1);
    if found.is_some() {
        words.pop();
    }
    found
}

fn direction(word: &str) -> Option<String> {
    let word = word.trim_end_matches('.').to_uppercase();
    DIRECTIONS.contains(&word.as_str()).then_some(word)
}

fn suffix(word: &str) -> Option<String> {
    let word = word.trim_end_matches('.');
    let is = |(short, long): &&(&str, &str)| word.eq_ignore_ascii_case(short) || word.eq_ignore_ascii_case(long);
    SUFFIXES.iter().find(is).map(|(_, long)| (*long).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (Option<String>, String, Option<String>, Option<String>) {
        let street = Street::parse(text);
        (street.before, street.name, street.suffix, street.after)
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn e911_3_a_street_falls_into_its_parts() {
        assert_eq!(parts("8th Avenue"), (None, "8th".into(), some("Avenue"), None));
        assert_eq!(parts(" ne  8th st."), (some("NE"), "8th".into(), some("Street"), None));
        assert_eq!(parts("Terry Ave N"), (None, "Terry".into(), some("Avenue"), some("N")));
        assert_eq!(
            parts("Martin Luther King Jr Way S"),
            (None, "Martin Luther King Jr".into(), some("Way"), some("S"))
        );
        assert_eq!(parts("Broadway"), (None, "Broadway".into(), None, None));
        assert_eq!(parts("N Street"), (None, "N".into(), some("Street"), None));
        assert_eq!(Street::parse("ne 8th st").to_string(), "NE 8th Street");
    }
}
