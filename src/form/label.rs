//! A member's name as words, for fields that a page gives no label.

/// Words that the field writes in capitals and the model does not.
const ACRONYMS: &[&str] = &["Arn", "Aws", "Cidr", "Cps", "Https", "Sip", "Sns", "Sqs", "Uri", "Url"];

/// `PrimaryProvisionedNumber` as "Primary provisioned number"; runs of capitals stay: `PersonalPIN` is "Personal PIN".
pub fn of(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for (place, letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(place + 1);
        let begins = letter.is_uppercase()
            && before.is_some_and(|before| !before.is_uppercase() || after.is_some_and(|after| after.is_lowercase()));
        match words.last_mut().filter(|_| !begins) {
            Some(word) => word.push(*letter),
            None => words.push(letter.to_string()),
        }
    }
    for (place, word) in words.iter_mut().enumerate() {
        let capitals = word.chars().skip(1).any(|letter| letter.is_uppercase() || letter.is_numeric());
        if ACRONYMS.contains(&word.as_str()) {
            *word = word.to_uppercase();
        } else if place > 0 && !capitals {
            *word = word.to_lowercase();
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn names_read_as_words() {
        assert_eq!(of("Name"), "Name");
        assert_eq!(of("AccountId"), "Account id");
        assert_eq!(of("PersonalPIN"), "Personal PIN");
        assert_eq!(of("E164PhoneNumbers"), "E164 phone numbers");
        assert_eq!(of("OutboundEventsHTTPSEndpoint"), "Outbound events HTTPS endpoint");
        assert_eq!(of("DNIS"), "DNIS");
        assert_eq!(of("SnsTopicArn"), "SNS topic ARN");
        assert_eq!(of("SipMediaApplicationId"), "SIP media application id");
        assert_eq!(of("EnableSIPLogs"), "Enable SIP logs");
    }
}
