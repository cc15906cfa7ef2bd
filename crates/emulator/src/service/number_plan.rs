//! The numbers that there are: fictional, always the same, and the one truth for search, orders and supported countries
//! (SRC-5, CTY-2).

mod countries;
mod search;
mod united_states;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chime_model::types::{
    ListSupportedPhoneNumberCountriesRequest, ListSupportedPhoneNumberCountriesResponse, PhoneNumberCapabilities,
    PhoneNumberCountry, PhoneNumberProductType, PhoneNumberType,
};

use self::countries::COUNTRIES;
use self::united_states::{STATES, TOLL_FREE_PREFIXES};
use crate::context::Context;
use crate::failure::Failure;

pub use self::search::search_available_phone_numbers;

/// The country whose numbers every product type takes.
pub const UNITED_STATES: &str = "US";

/// A hundred numbers in a row, from `00` to `99`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    /// All but the last two digits, `+120655501`.
    pub prefix: String,
    /// Where they ring, ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// Whether calling them costs anything.
    pub kind: PhoneNumberType,
}

/// Every block, by prefix.
static BLOCKS: LazyLock<Vec<Block>> = LazyLock::new(|| {
    let area = |area: &str, kind| Block { prefix: format!("+1{area}55501"), country: UNITED_STATES, kind };
    let local = STATES.iter().flat_map(|state| state.area_codes).map(|code| area(code, PhoneNumberType::Local));
    let toll_free = TOLL_FREE_PREFIXES.iter().map(|code| area(code, PhoneNumberType::TollFree));
    let abroad = COUNTRIES.iter().flat_map(|country| {
        let block = |prefix: &&str, kind| Block { prefix: format!("+{prefix}"), country: country.code, kind };
        let local = country.local.iter().map(move |prefix| block(prefix, PhoneNumberType::Local));
        local.chain(country.toll_free.iter().map(move |prefix| block(prefix, PhoneNumberType::TollFree)))
    });
    let mut blocks: Vec<_> = local.chain(toll_free).chain(abroad).collect();
    blocks.sort();
    blocks
});

/// Whether the plan has this number, written with its `+`.
#[must_use]
pub fn offers(number: &str) -> bool {
    let split = number.len().saturating_sub(2);
    let Some((prefix, last)) = number.split_at_checked(split) else { return false };
    last.bytes().all(|digit| digit.is_ascii_digit())
        && BLOCKS.binary_search_by(|block| block.prefix.as_str().cmp(prefix)).is_ok()
}

/// The blocks of local numbers, for numbers that nobody orders.
pub fn local_blocks() -> impl Iterator<Item = &'static Block> {
    BLOCKS.iter().filter(|block| block.kind == PhoneNumberType::Local)
}

/// The three digits of a number that name its area, in the countries that share the `1`.
#[must_use]
pub fn area_code(number: &str) -> Option<&str> {
    number.strip_prefix("+1")?.get(..3)
}

/// NUM-6: the country that a number's dialling code names, when it is one of the plan's.
#[must_use]
pub fn country(number: &str) -> Option<&'static str> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    let abroad = COUNTRIES.iter().find(|country| country.dialling.iter().any(|code| digits.starts_with(code)));
    abroad.map(|country| country.code).or_else(|| digits.starts_with('1').then_some(UNITED_STATES))
}

/// NUM-6: whether a number is toll-free.
#[must_use]
pub fn kind(number: &str) -> PhoneNumberType {
    let digits = number.strip_prefix('+').unwrap_or(number);
    let american =
        digits.strip_prefix('1').is_some_and(|rest| TOLL_FREE_PREFIXES.iter().any(|it| rest.starts_with(it)));
    let abroad = || COUNTRIES.iter().flat_map(|country| country.toll_free).any(|prefix| digits.starts_with(prefix));
    if american || abroad() { PhoneNumberType::TollFree } else { PhoneNumberType::Local }
}

/// NUM-5: why a number cannot have this product type.
///
/// # Errors
/// BadRequest.
pub fn check_product_type(number: &str, product: PhoneNumberProductType) -> Result<(), Failure> {
    if product == PhoneNumberProductType::SipMediaApplicationDialIn {
        return Ok(());
    }
    if country(number) != Some(UNITED_STATES) {
        let only = "Numbers outside the US must be of product type SipMediaApplicationDialIn";
        return Err(Failure::bad_request(format!("{only}; {number} is one.")));
    }
    if product == PhoneNumberProductType::BusinessCalling && kind(number) == PhoneNumberType::TollFree {
        return Err(Failure::bad_request(format!("{number} is toll-free and cannot be of type BusinessCalling.")));
    }
    Ok(())
}

/// NUM-7: what a number can carry.
#[must_use]
pub fn capabilities(number: &str, product_type: PhoneNumberProductType) -> PhoneNumberCapabilities {
    let calls_only = product_type == PhoneNumberProductType::SipMediaApplicationDialIn;
    let messages = Some(!calls_only && kind(number) == PhoneNumberType::Local);
    PhoneNumberCapabilities {
        inbound_call: Some(true),
        outbound_call: Some(true),
        inbound_sms: messages,
        outbound_sms: messages,
        inbound_mms: messages,
        outbound_mms: messages,
    }
}

/// CTY-1: which countries have numbers for a product type, and of which types.
///
/// # Errors
/// None of its own.
pub fn list_supported_phone_number_countries(
    _context: &Context<'_>,
    input: ListSupportedPhoneNumberCountriesRequest,
) -> Result<ListSupportedPhoneNumberCountriesResponse, Failure> {
    let mut countries: BTreeMap<&str, BTreeSet<PhoneNumberType>> = BTreeMap::new();
    // CTY-2: from the numbers themselves, by the rule that orders follow.
    for block in BLOCKS.iter().filter(|block| check_product_type(&block.prefix, input.product_type).is_ok()) {
        countries.entry(block.country).or_default().insert(block.kind);
    }
    let rows = countries.into_iter().map(|(country, kinds)| PhoneNumberCountry {
        country_code: Some(country.to_owned()),
        supported_phone_number_types: Some(kinds.into_iter().collect()),
    });
    Ok(ListSupportedPhoneNumberCountriesResponse { phone_number_countries: Some(rows.collect()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_block_stands_twice() {
        assert!(BLOCKS.windows(2).all(|pair| pair[0].prefix < pair[1].prefix));
    }

    #[test]
    fn num_6_a_number_tells_its_country_and_type() {
        for block in BLOCKS.iter() {
            let number = format!("{}42", block.prefix);
            assert!(offers(&number), "{number}");
            assert_eq!(country(&number), Some(block.country), "{number}");
            assert_eq!(kind(&number), block.kind, "{number}");
        }
        assert_eq!(country("+9715550100"), None);
    }

    #[test]
    fn numbers_outside_the_blocks_are_not_offered() {
        for number in ["+12065550200", "+1206555010", "+120655501000", "+12065550", "+1", "+", "", "+12065550é"] {
            assert!(!offers(number), "{number}");
        }
    }
}
