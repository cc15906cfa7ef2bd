//! What the digits of a number tell: country, kind, and what it can be used for.

use chime_model::types::{PhoneNumberCapabilities, PhoneNumberProductType};

use crate::failure::Failure;

/// NUM-6: the prefixes of numbers whose owner pays.
const TOLL_FREE: &[&str] = &["800", "833", "844", "855", "866", "877", "888"];

/// Dialling codes of the countries that numbers are offered in.
const COUNTRIES: &[(&str, &str)] = &[
    ("1", "US"),
    ("39", "IT"),
    ("41", "CH"),
    ("43", "AT"),
    ("44", "GB"),
    ("45", "DK"),
    ("46", "SE"),
    ("49", "DE"),
    ("61", "AU"),
    ("64", "NZ"),
    ("82", "KR"),
    ("234", "NG"),
    ("353", "IE"),
    ("358", "FI"),
];

/// The country of a number, two letters; none outside the countries that numbers are offered in.
#[must_use]
pub fn country(e164: &str) -> Option<&'static str> {
    let digits = e164.strip_prefix('+')?;
    COUNTRIES.iter().find(|(code, _)| digits.starts_with(code)).map(|(_, country)| *country)
}

/// Whether the owner of the number pays for calls to it.
#[must_use]
pub fn is_toll_free(e164: &str) -> bool {
    e164.strip_prefix("+1").is_some_and(|number| TOLL_FREE.iter().any(|prefix| number.starts_with(prefix)))
}

/// What the number can carry (NUM-7).
#[must_use]
pub fn capabilities(e164: &str, product_type: PhoneNumberProductType) -> PhoneNumberCapabilities {
    let messages = product_type != PhoneNumberProductType::SipMediaApplicationDialIn && !is_toll_free(e164);
    PhoneNumberCapabilities {
        inbound_call: Some(true),
        outbound_call: Some(true),
        inbound_sms: Some(messages),
        outbound_sms: Some(messages),
        inbound_mms: Some(messages),
        outbound_mms: Some(messages),
    }
}

/// Refuses a product type that the number cannot have (NUM-5).
///
/// # Errors
/// BadRequest with the reason.
pub fn check_product_type(e164: &str, product_type: PhoneNumberProductType) -> Result<(), Failure> {
    if country(e164) != Some("US") && product_type != PhoneNumberProductType::SipMediaApplicationDialIn {
        return Err(Failure::bad_request("A number outside the US can only be SipMediaApplicationDialIn."));
    }
    if is_toll_free(e164) && product_type == PhoneNumberProductType::BusinessCalling {
        return Err(Failure::bad_request("A toll-free number cannot be BusinessCalling."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_tell_country_and_kind() {
        assert_eq!((country("+12065550100"), is_toll_free("+12065550100")), (Some("US"), false));
        assert_eq!((country("+18005550100"), is_toll_free("+18005550100")), (Some("US"), true));
        assert_eq!((country("+448005550100"), is_toll_free("+448005550100")), (Some("GB"), false));
        assert_eq!(country("+9995550100"), None);
    }

    #[test]
    fn product_types_follow_the_number() {
        use PhoneNumberProductType::{BusinessCalling, SipMediaApplicationDialIn, VoiceConnector};
        assert!(check_product_type("+12065550100", BusinessCalling).is_ok());
        assert!(check_product_type("+18005550100", BusinessCalling).is_err(), "NUM-5");
        assert!(check_product_type("+18005550100", VoiceConnector).is_ok());
        assert!(check_product_type("+442012345600", VoiceConnector).is_err(), "NUM-5");
        assert!(check_product_type("+442012345600", SipMediaApplicationDialIn).is_ok());
    }
}
