//! What people paste into lists of addresses and countries.

use std::net::Ipv4Addr;

use chime_model::validate::{Rule, Violation};
use serde_json::Value;

/// Whether a text is a block of IPv4 addresses, such as `203.0.113.0/28` (VC-52).
pub fn is_cidr(text: &str) -> bool {
    let Some((address, length)) = text.split_once('/') else { return false };
    let digits = !length.is_empty() && length.bytes().all(|digit| digit.is_ascii_digit());
    address.parse::<Ipv4Addr>().is_ok() && digits && length.parse().is_ok_and(|length: u8| length <= 32)
}

/// Whether a text is the code of a country: two capital letters.
pub fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// The entries of the list at `path` that are not what they should be.
pub fn faults(list: &Value, path: &str, fits: fn(&str) -> bool, message: &str) -> Vec<Violation> {
    let entries = list.as_array().into_iter().flatten().enumerate();
    let wrong = entries.filter(|(_, entry)| !entry.as_str().is_some_and(fits));
    let fault = |(place, _): (usize, &Value)| Violation {
        path: [path, "[", &place.to_string(), "]"].concat(),
        rule: Rule::Pattern,
        message: message.to_owned(),
    };
    wrong.map(fault).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn blocks_and_countries_are_told_from_other_texts() {
        for block in ["10.24.34.0/23", "0.0.0.0/0", "203.0.113.7/32"] {
            assert!(is_cidr(block), "{block}");
        }
        for other in ["10.24.34.0", "10.24.34.0/33", "10.24.34/23", "::/0", "10.0.0.0/+8", "10.0.0.0/"] {
            assert!(!is_cidr(other), "{other}");
        }
        assert!(is_country("US") && !is_country("us") && !is_country("USA"));
    }

    #[test]
    fn each_wrong_entry_is_named_by_its_place() {
        let faults = faults(&json!(["US", "usa", "GB", 1]), "Regions", is_country, "No.");
        assert_eq!(faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), ["Regions[1]", "Regions[3]"]);
    }
}
