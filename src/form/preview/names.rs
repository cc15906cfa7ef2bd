//! Names of operations and members as botocore makes them for Python and for options of the AWS CLI.

/// `E164PhoneNumbers` as `e164_phone_numbers`, with `separator` between the words.
pub fn words(name: &str, separator: char) -> String {
    let letters: Vec<char> = name.chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| letters.get(place)).copied().unwrap_or(' ');
    let mut words = String::with_capacity(name.len() + 4);
    for (place, letter) in letters.iter().enumerate() {
        let (before, after) = (at(place.checked_sub(1)), at(place.checked_add(1)));
        let begins = letter.is_ascii_uppercase()
            && (after.is_ascii_lowercase() || before.is_ascii_lowercase() || before.is_ascii_digit());
        if place > 0 && begins {
            words.push(separator);
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_are_those_of_botocore() {
        // What botocore's `xform_name` gives for the model's difficult names.
        let expected = [
            ("AccountId", "account-id"),
            ("UserEmailList", "user-email-list"),
            ("E164PhoneNumber", "e164-phone-number"),
            ("E164PhoneNumbers", "e164-phone-numbers"),
            ("PersonalPIN", "personal-pin"),
            ("ResetPersonalPIN", "reset-personal-pin"),
            ("ValidateE911Address", "validate-e911-address"),
            ("postalCodePlus4", "postal-code-plus4"),
            ("ResourceARN", "resource-arn"),
            ("SnsTopicArn", "sns-topic-arn"),
            ("DNIS", "dnis"),
            ("DNISEmergencyCallingConfiguration", "dnis-emergency-calling-configuration"),
            ("EnableSIPLogs", "enable-sip-logs"),
            ("OutboundEventsHTTPSEndpoint", "outbound-events-https-endpoint"),
            ("OutboundSMS", "outbound-sms"),
            ("AppInstanceArns", "app-instance-arns"),
        ];
        for (name, option) in expected {
            assert_eq!(words(name, '-'), option);
        }
        assert_eq!(words("CreateSipMediaApplication", '_'), "create_sip_media_application");
    }
}
