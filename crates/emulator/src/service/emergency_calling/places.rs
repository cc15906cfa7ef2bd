//! Some postal codes, for suggestions.

use chime_model::types::CandidateAddress;

use super::address::Normalized;

/// Postal code, city, state.
const PLACES: &[(&str, &str, &str)] = &[
    ("02108", "Boston", "MA"),
    ("04352", "Mount Vernon", "ME"),
    ("10001", "New York", "NY"),
    ("20001", "Washington", "DC"),
    ("30303", "Atlanta", "GA"),
    ("60601", "Chicago", "IL"),
    ("78701", "Austin", "TX"),
    ("80202", "Denver", "CO"),
    ("94105", "San Francisco", "CA"),
    ("97204", "Portland", "OR"),
    ("98101", "Seattle", "WA"),
    ("98109", "Seattle", "WA"),
];

/// E911-3: what may have been meant by an address that is not valid: the same street where its postal code is.
pub fn candidates(address: &Normalized) -> Vec<CandidateAddress> {
    let here = PLACES.iter().filter(|(postal_code, ..)| *postal_code == address.postal_code);
    let candidate = |(postal_code, city, state): &(&str, &str, &str)| CandidateAddress {
        street_info: Some(address.street.to_string()),
        street_number: Some(address.number.clone()).filter(|_| address.has_number()),
        city: Some((*city).to_owned()),
        state: Some((*state).to_owned()),
        postal_code: Some((*postal_code).to_owned()),
        postal_code_plus4: None,
        country: Some("US".to_owned()),
    };
    here.map(candidate).collect()
}
