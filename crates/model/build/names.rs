//! Names of the API in Rust's spelling.

/// `PersonalPIN` → `personal_pin`, `E164PhoneNumber` → `e164_phone_number`.
pub fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (i, &letter) in letters.iter().enumerate() {
        let after_lower = i > 0 && !letters[i - 1].is_uppercase();
        let before_lower = letters.get(i + 1).is_some_and(|next| next.is_lowercase());
        if i > 0 && letter.is_uppercase() && (after_lower || before_lower) {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    if out == "type" || out == "match" { format!("r#{out}") } else { out }
}

/// A variant for a value of an enumeration: `us-east-1` → `UsEast1`, `NON_PERSISTENT` → `NonPersistent`,
/// `UpdateInProgress` as it is.
pub fn variant(value: &str) -> String {
    let mut out = String::new();
    for word in value.split(|c: char| !c.is_alphanumeric()) {
        let (first, rest) = word.split_at(word.len().min(1));
        let shouted = !word.contains(|c: char| c.is_lowercase());
        out += &first.to_uppercase();
        out += &if shouted { rest.to_lowercase() } else { rest.to_owned() };
    }
    out
}

/// `BadRequestException` → `BadRequest`.
pub fn exception(name: &str) -> &str {
    name.strip_suffix("Exception").unwrap_or(name)
}
