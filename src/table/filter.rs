//! The filter's small language: words, and `property operator value`.
//!
//! `ada Type = SharedDevice Created >= 2026-01 Name !: "test account"`: every term must hold.

/// How a property is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Contains,
    Lacks,
    Equals,
    Differs,
    AtLeast,
    AtMost,
    Above,
    Below,
}

impl Operator {
    /// Longer signs first, so that `!=` is not taken for another.
    const ALL: [(&'static str, Self); 8] = [
        ("!=", Self::Differs),
        ("!:", Self::Lacks),
        (">=", Self::AtLeast),
        ("<=", Self::AtMost),
        ("=", Self::Equals),
        (":", Self::Contains),
        (">", Self::Above),
        ("<", Self::Below),
    ];

    pub(crate) fn sign(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, operator)| *operator == self).map_or("", |(sign, _)| sign)
    }
}

/// A property that can be named, by its id or its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Property {
    pub id: &'static str,
    pub title: &'static str,
}

/// One condition. Without a property it is a word that may stand anywhere in the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub property: Option<Property>,
    pub operator: Operator,
    pub value: String,
    /// The value in lower case.
    pub needle: String,
}

impl Term {
    /// Whether `text`, the property's or the whole row's, meets the condition. Case does not matter.
    pub(crate) fn holds(&self, text: &str) -> bool {
        use std::cmp::Ordering::{Greater, Less};
        let (text, value) = (text.to_lowercase(), &self.needle);
        let compared = || match (text.parse::<i64>(), value.parse::<i64>()) {
            (Ok(text), Ok(value)) => text.cmp(&value),
            _ => text.cmp(value),
        };
        match self.operator {
            Operator::Contains => text.contains(value),
            Operator::Lacks => !text.contains(value),
            Operator::Equals => text == *value,
            Operator::Differs => text != *value,
            // A missing value is neither above nor below anything.
            _ if text.is_empty() => false,
            Operator::AtLeast => compared() != Less,
            Operator::AtMost => compared() != Greater,
            Operator::Above => compared() == Greater,
            Operator::Below => compared() == Less,
        }
    }

    /// The term as a person would type it.
    pub(crate) fn source(&self) -> String {
        match self.property {
            Some(property) => [property.id, " ", self.operator.sign(), " ", &self.quoted()].concat(),
            None => self.quoted(),
        }
    }

    /// The value as a person would type it.
    pub(crate) fn quoted(&self) -> String {
        if self.value.is_empty() || self.value.contains(char::is_whitespace) {
            ["\"", &self.value, "\""].concat()
        } else {
            self.value.clone()
        }
    }
}

/// The terms of a text as one text again.
pub(crate) fn source(terms: &[Term]) -> String {
    terms.iter().map(Term::source).collect::<Vec<_>>().join(" ")
}

/// Every term of `text`. One that has no value yet is left out: it is still being typed.
pub(crate) fn parse(text: &str, properties: &[Property]) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (property, operator, after) = head(rest, properties)
            .map_or((None, Operator::Contains, rest), |(property, operator, after)| (Some(property), operator, after));
        let (value, after) = value(after);
        if let Some(value) = value {
            let needle = value.to_lowercase();
            terms.push(Term { property, operator, value, needle });
        }
        rest = after.trim_start();
    }
    terms
}

/// The property and operator that `text` starts with.
pub(crate) fn head<'a>(text: &'a str, properties: &[Property]) -> Option<(Property, Operator, &'a str)> {
    properties
        .iter()
        .flat_map(|property| [(property, property.title), (property, property.id)])
        .filter_map(|(property, name)| {
            let found = text.get(..name.len()).filter(|found| found.eq_ignore_ascii_case(name))?;
            let after = text[found.len()..].trim_start();
            let (sign, operator) = Operator::ALL.into_iter().find(|(sign, _)| after.starts_with(sign))?;
            Some((*property, operator, after[sign.len()..].trim_start()))
        })
        .next()
}

/// A word or a quoted phrase, and what follows. No value is a missing one; `""` is an empty one.
fn value(text: &str) -> (Option<String>, &str) {
    if let Some(phrase) = text.strip_prefix('"') {
        let end = phrase.find('"').unwrap_or(phrase.len());
        let after = phrase.get(end + 1..).unwrap_or("");
        return (Some(phrase[..end].to_owned()), after);
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (Some(text[..end].to_owned()).filter(|word| !word.is_empty()), &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROPERTIES: [Property; 3] = [
        Property { id: "UserType", title: "Type" },
        Property { id: "DisplayName", title: "Display name" },
        Property { id: "Created", title: "Created" },
    ];

    fn read(text: &str) -> Vec<(Option<&'static str>, &'static str, String)> {
        parse(text, &PROPERTIES)
            .into_iter()
            .map(|term| (term.property.map(|property| property.id), term.operator.sign(), term.value))
            .collect()
    }

    #[test]
    fn words_and_terms_mix() {
        assert_eq!(
            read("ada Type = SharedDevice display NAME !: \"test account\" Created>=2026-01"),
            [
                (None, ":", "ada".to_owned()),
                (Some("UserType"), "=", "SharedDevice".to_owned()),
                (Some("DisplayName"), "!:", "test account".to_owned()),
                (Some("Created"), ">=", "2026-01".to_owned()),
            ]
        );
    }

    #[test]
    fn what_is_still_being_typed_filters_nothing() {
        assert_eq!(read("Type ="), []);
        assert_eq!(read("Type"), [(None, ":", "Type".to_owned())]);
        assert_eq!(read("  "), []);
        assert_eq!(read("Type = \"Private"), [(Some("UserType"), "=", "Private".to_owned())]);
        assert_eq!(read("Type = \"\""), [(Some("UserType"), "=", String::new())]);
    }

    #[test]
    fn source_reads_back() {
        for text in ["ada", "UserType = SharedDevice", "DisplayName !: \"test account\" x", "Created <= \"\""] {
            let terms = parse(text, &PROPERTIES);
            assert_eq!(source(&terms), text);
            assert_eq!(parse(&source(&terms), &PROPERTIES), terms);
        }
    }

    #[test]
    fn holds_ignores_case_and_compares_numbers_as_numbers() {
        let holds = |source: &str, text: &str| parse(source, &PROPERTIES)[0].holds(text);
        assert!(holds("ADA", "Ada Lovelace"));
        assert!(holds("Type = private", "Private"));
        assert!(holds("Type != private", ""));
        assert!(holds("Type !: priv", "Shared"));
        assert!(holds("Created > 9", "10"));
        assert!(!holds("Created > 9", ""));
        assert!(holds("Created < 2026-02", "2026-01-08T17:59:18Z"));
        assert!(!holds("Created >= 2027", "2026-01-08T17:59:18Z"));
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        for text in ["\"", "é=ü", "Type=\"é", ": = !=", "Display nam\u{e9} : x", "\u{1f600}"] {
            parse(text, &PROPERTIES);
        }
    }
}
