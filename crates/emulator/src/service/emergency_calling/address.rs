//! An address as emergency services write it.

use chime_model::types::{Address, ValidateE911AddressRequest};
use sha2::{Digest, Sha256};
use uuid::Builder;

use super::street::Street;

/// The parts of an address after trimming, upper-casing and expanding (E911-3).
pub struct Normalized {
    /// `400`, `12A`.
    pub number: String,
    /// Where in the city.
    pub street: Street,
    /// `Seattle`.
    pub city: String,
    /// `WA`.
    pub state: String,
    /// `US`.
    pub country: String,
    /// `98109`.
    pub postal_code: String,
    /// The four digits behind it.
    pub plus4: Option<String>,
}

impl Normalized {
    /// What the input comes to.
    pub fn of(input: &ValidateE911AddressRequest) -> Self {
        let postal = input.postal_code.trim();
        let (postal_code, plus4) = match postal.split_once('-') {
            Some((postal_code, plus4)) => (postal_code, Some(plus4.to_owned())),
            None => (postal, None),
        };
        Self {
            number: input.street_number.trim().to_owned(),
            street: Street::parse(&input.street_info),
            city: input.city.split_whitespace().collect::<Vec<_>>().join(" "),
            state: input.state.trim().to_uppercase(),
            country: input.country.trim().to_uppercase(),
            postal_code: postal_code.to_owned(),
            plus4,
        }
    }

    /// Whether there can be such an address.
    pub fn is_valid(&self) -> bool {
        let digits = |text: &str, length| text.len() == length && text.bytes().all(|digit| digit.is_ascii_digit());
        self.country == "US"
            && self.state.len() == 2
            && self.state.bytes().all(|letter| letter.is_ascii_uppercase())
            && digits(&self.postal_code, 5)
            && self.plus4.as_ref().is_none_or(|plus4| digits(plus4, 4))
            && self.has_number()
    }

    /// Whether the house has a number.
    pub fn has_number(&self) -> bool {
        self.number.bytes().any(|digit| digit.is_ascii_digit())
    }

    /// Whether nothing had to be corrected.
    pub fn is_what_was_sent(&self, input: &ValidateE911AddressRequest) -> bool {
        self.number == input.street_number
            && self.street.to_string() == input.street_info
            && self.city == input.city
            && self.state == input.state
            && self.country == input.country
            && self.postal() == input.postal_code
    }

    /// The same for the same address, however it was written.
    pub fn external_id(&self) -> String {
        let parts = [&self.number, &self.street.to_string(), &self.city, &self.state, &self.postal()];
        let digest = Sha256::digest(parts.map(|part| part.to_lowercase()).join("\n"));
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Builder::from_random_bytes(bytes).into_uuid().to_string()
    }

    fn postal(&self) -> String {
        self.plus4.as_ref().map_or_else(|| self.postal_code.clone(), |plus4| format!("{}-{plus4}", self.postal_code))
    }
}

impl From<Normalized> for Address {
    fn from(address: Normalized) -> Self {
        Self {
            street_name: Some(address.street.name),
            street_suffix: address.street.suffix,
            post_directional: address.street.after,
            pre_directional: address.street.before,
            street_number: Some(address.number),
            city: Some(address.city),
            state: Some(address.state),
            postal_code: Some(address.postal_code),
            postal_code_plus4: address.plus4,
            country: Some(address.country),
        }
    }
}
