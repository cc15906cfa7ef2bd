//! E-mail addresses as people paste them: which can be invited, which cannot, which stand there twice.

use chime_model::{Operation, validate};
use serde_json::json;

use crate::form::split;

/// What was pasted, told apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Addresses {
    /// Each once, in the order given.
    pub good: Vec<String>,
    /// What is no e-mail address.
    pub bad: Vec<String>,
    /// How many stood there again.
    pub repeated: usize,
}

impl Addresses {
    /// Reads pasted text. Upper and lower case make no difference (USR-21).
    pub fn read(text: &str) -> Self {
        let mut addresses = Self::default();
        for entry in split(text) {
            if !valid(&entry) {
                addresses.bad.push(entry);
            } else if addresses.good.iter().any(|known| known.eq_ignore_ascii_case(&entry)) {
                addresses.repeated += 1;
            } else {
                addresses.good.push(entry);
            }
        }
        addresses
    }

    /// The sentence below the field: "3 addresses, 1 left out because it stands there twice".
    pub fn summary(&self) -> String {
        let plural = |count: usize| if count == 1 { "" } else { "es" };
        let mut text = format!("{} address{}", self.good.len(), plural(self.good.len()));
        if self.repeated > 0 {
            text += &format!(", {} left out: there already", self.repeated);
        }
        text
    }

    /// What is wrong, when something is.
    pub fn fault(&self) -> Option<String> {
        match self.bad.as_slice() {
            [] if self.good.is_empty() => Some("Enter at least one e-mail address.".to_owned()),
            [] => None,
            [only] => Some(format!("“{only}” is not an e-mail address.")),
            [first, rest @ ..] => Some(format!("“{first}” and {} more are not e-mail addresses.", rest.len())),
        }
    }
}

fn valid(address: &str) -> bool {
    let input = json!({ "AccountId": "a", "UserEmailList": [address] });
    // The pattern takes blanks; nobody means them in an address.
    validate::input(Operation::InviteUsers, &input).is_empty() && !address.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_text_is_told_apart() {
        let addresses =
            Addresses::read("ada@example.com; Ada@Example.com\ngrace@example.com, grace\nalan turing@x.org");
        assert_eq!(addresses.good, ["ada@example.com", "grace@example.com"]);
        assert_eq!(addresses.bad, ["grace", "alan turing@x.org"]);
        assert_eq!(addresses.summary(), "2 addresses, 1 left out: there already");
        assert_eq!(addresses.fault().as_deref(), Some("“grace” and 1 more are not e-mail addresses."));
    }

    #[test]
    fn nothing_pasted_is_a_fault() {
        assert!(Addresses::read(" \n").fault().is_some());
        assert_eq!(Addresses::read("ada@example.com").fault(), None);
    }
}
