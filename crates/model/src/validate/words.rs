//! Limits in plain words, for forms and for error messages.

use crate::schema::{Kind, Member};

/// What a text that matches a pattern looks like. A test holds that every pattern of the model stands here.
const PATTERNS: &[(&str, &str)] = &[
    (r".*\S.*", "text on one line that is not only spaces"),
    ("[A-Z]{2}", "a country as two capital letters, such as US"),
    ("^$|^[A-Z]{2,2}$", "a country as two capital letters, such as US, or nothing"),
    ("^$|^[0-9]{3,3}$", "three digits, or nothing"),
    (r"^arn[\/\:\-\_\.a-zA-Z0-9]+$", "an ARN: it begins with arn and has letters, digits and / : - _ . after it"),
    ("^$|^[a-zA-Z0-9 ]{2,15}$", "2 to 15 letters, digits or spaces, or nothing"),
    (
        r"arn:[a-z0-9-\.]{1,63}:[a-z0-9-\.]{0,63}:[a-z0-9-\.]{0,63}:[a-z0-9-\.]{0,63}:[^/].{0,1023}",
        "a whole ARN, such as arn:aws:chime:us-east-1:111122223333:app-instance/…",
    ),
    ("[-_a-zA-Z0-9]*", "letters, digits, - and _ only"),
    (r"[\s\S]*", "any text"),
    (r"^\+?[1-9]\d{1,14}$", "a phone number with its country code, such as +12065550100"),
    (r".+@.+\..+", "an e-mail address, such as ada@example.com"),
    (
        r"arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\d{1}:\d{12}:function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?",
        "the ARN of a Lambda function, such as arn:aws:lambda:us-east-1:111122223333:function:name",
    ),
    ("[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}", "an id of 32 hexadecimal digits in groups of 8-4-4-4-12"),
    ("^[a-zA-Z0-9+/]+$", "letters, digits, + and / only"),
    (".*", "text on one line"),
    (
        r"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]*",
        "text without control characters and emoji",
    ),
    ("^$|^[a-zA-Z0-9 ]{0,30}$", "up to 30 letters, digits or spaces"),
    ("^8(00|33|44|55|66|77|88)$", "one of 800, 833, 844, 855, 866, 877 and 888"),
    ("^[0-9a-zA-Z._-]+", "letters, digits and . _ - only"),
    ("^[a-zA-Z-,]+", "language codes with commas between them, such as en-US,de-DE"),
    ("^[A-Z_, ]+", "names in capital letters with commas between them, such as NAME,SSN"),
    ("^[a-zA-Z0-9,-._]+", "names with commas between them: letters, digits and . _ - only"),
    (
        r"[A-Za-z0-9]([A-Za-z0-9\:\-\_\.\@]{0,62}[A-Za-z0-9])?",
        "1 to 64 letters, digits and : - _ . @, with a letter or digit at both ends",
    ),
];

/// The limits of a shape, such as "1 to 100 characters"; `None` when it has none worth saying.
#[must_use]
pub fn limit(kind: &Kind) -> Option<String> {
    match kind {
        Kind::String { values, .. } if !values.is_empty() => Some(choice(values)),
        Kind::String { min, max, pattern, .. } => {
            let length = bounds(min.map(i64::from), max.map(i64::from), "character");
            match (length, pattern.and_then(|pattern| words_for(pattern.source()))) {
                (Some(length), Some(words)) => Some(format!("{length}, {words}")),
                (length, words) => length.or_else(|| words.map(str::to_owned)),
            }
        }
        Kind::Integer { min, max } => bounds(*min, *max, ""),
        Kind::List { min, max, .. } => bounds(min.map(i64::from), max.map(i64::from), "item"),
        Kind::Map { min, max, .. } => bounds(min.map(i64::from), max.map(i64::from), "entr"),
        Kind::Structure(_) | Kind::Boolean | Kind::Timestamp(_) => None,
    }
}

/// A sentence that says how to put right a value that breaks a shape's limits.
#[must_use]
pub fn fix(kind: &Kind) -> String {
    limit(kind).map_or_else(|| wrong_type(kind), |limit| format!("Use {limit}."))
}

/// A sentence for a value of another type.
pub(super) fn wrong_type(kind: &Kind) -> String {
    let what = match kind {
        Kind::Structure(_) | Kind::Map { .. } => "a JSON object",
        Kind::List { .. } => "a list",
        Kind::String { .. } => "text",
        Kind::Integer { .. } => "a whole number",
        Kind::Boolean => "true or false",
        Kind::Timestamp(_) => "a moment, such as 2026-01-31T09:30:00Z",
    };
    format!("Use {what}.")
}

/// A sentence for a member that must be there.
pub(super) fn missing(member: &Member) -> String {
    match limit(&member.shape.shape().kind) {
        Some(limit) => format!("A value is needed: {limit}."),
        None => "A value is needed.".to_owned(),
    }
}

fn words_for(pattern: &str) -> Option<&'static str> {
    PATTERNS.iter().find(|(source, _)| *source == pattern).map(|(_, words)| *words)
}

fn choice(values: &[&str]) -> String {
    match values {
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("one of {} and {last}", rest.join(", ")),
        [] => String::new(),
    }
}

/// "1 to 100 characters"; `noun` without its plural ending, `entr` standing for entry and entries.
fn bounds(min: Option<i64>, max: Option<i64>, noun: &str) -> Option<String> {
    let (range, many) = match (min.filter(|min| *min > 0 || noun.is_empty()), max) {
        (Some(min), Some(max)) if min == max => (format!("exactly {min}"), min != 1),
        (Some(min), Some(max)) => (format!("{min} to {max}"), true),
        (Some(min), None) => (format!("at least {min}"), min != 1),
        (None, Some(max)) => (format!("at most {max}"), max != 1),
        (None, None) => return None,
    };
    let ending = match (noun, many) {
        ("", _) => return Some(range),
        ("entr", true) => "ies",
        ("entr", false) => "y",
        (_, true) => "s",
        (_, false) => "",
    };
    Some(format!("{range} {noun}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Pattern, Shape};

    #[test]
    fn every_pattern_has_words() {
        for pattern in Pattern::all() {
            assert!(words_for(pattern.source()).is_some(), "{pattern:?}");
        }
    }

    #[test]
    fn limits_read_as_a_person_would_say_them() {
        let said = |name: &str| Shape::named(name).and_then(|shape| limit(&shape.kind)).unwrap_or_default();
        assert_eq!(said("AccountName"), "1 to 100 characters, text on one line that is not only spaces");
        assert_eq!(said("License"), "one of Basic, Plus, Pro and ProTrial");
        assert_eq!(said("Port"), "0 to 65535");
        assert_eq!(said("UserIdList"), "at most 50 items");
        assert_eq!(said("SipHeadersMap"), "at most 20 entries");
    }
}
