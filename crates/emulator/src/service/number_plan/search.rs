//! Searching for numbers that can be ordered.

use chime_model::types::{PhoneNumberType, SearchAvailablePhoneNumbersRequest, SearchAvailablePhoneNumbersResponse};

use super::united_states::{CITIES, STATES};
use super::{BLOCKS, Block, UNITED_STATES};
use crate::context::{Context, page_size};
use crate::failure::Failure;
use crate::service::phone_numbers::inventory;

/// SRC-1: free numbers, ascending (G-42). Searching keeps none of them for the caller (SRC-4).
///
/// # Errors
/// BadRequest for filters that do not go together (SRC-2).
pub fn search_available_phone_numbers(
    context: &Context<'_>,
    input: SearchAvailablePhoneNumbersRequest,
) -> Result<SearchAvailablePhoneNumbersResponse, Failure> {
    check(&input)?;
    let after = open(context, input.next_token.as_deref())?;
    let limit = page_size(input.max_results, 500);
    let mut numbers = Vec::new();
    for block in BLOCKS.iter().filter(|block| matches(block, &input)) {
        // Nothing behind the cursor in this block.
        if format!("{}99", block.prefix) <= after {
            continue;
        }
        let taken = inventory::held(context, &block.prefix)?;
        let block = (0..100).map(|last| format!("{}{last:02}", block.prefix));
        numbers.extend(block.filter(|number| *number > after && !taken.contains(number)));
        if numbers.len() > limit {
            break;
        }
    }
    let more = numbers.len() > limit;
    numbers.truncate(limit);
    let next_token = numbers.last().filter(|_| more).and_then(|last| seal(context, last));
    Ok(SearchAvailablePhoneNumbersResponse { e164_phone_numbers: Some(numbers), next_token })
}

/// The number that a NextToken was given behind; the empty text on the first page.
fn open(context: &Context<'_>, token: Option<&str>) -> Result<String, Failure> {
    let Some(token) = token else { return Ok(String::new()) };
    let cursor = context.binding.as_ref().and_then(|binding| binding.open(&context.configuration.token_key, token));
    cursor.ok_or_else(|| Failure::bad_request("NextToken is not a token that this search gave for these filters."))
}

fn seal(context: &Context<'_>, cursor: &str) -> Option<String> {
    context.binding.as_ref().map(|binding| binding.seal(&context.configuration.token_key, cursor))
}

/// SRC-2: which filters a country takes.
fn check(input: &SearchAvailablePhoneNumbersRequest) -> Result<(), Failure> {
    let american = [&input.area_code, &input.city, &input.state, &input.toll_free_prefix];
    let some = american.iter().any(|filter| filter.is_some());
    let wrong = if input.country.as_deref().is_none_or(|country| country == UNITED_STATES) {
        match input {
            _ if !some => Some("A search in the US needs AreaCode, City, State or TollFreePrefix."),
            _ if input.city.is_some() && input.state.is_none() => Some("A search by City needs the State too."),
            _ => None,
        }
    } else {
        match input.phone_number_type {
            _ if some => Some("Outside the US, PhoneNumberType is the only filter."),
            None => Some("A search outside the US needs PhoneNumberType."),
            Some(_) => None,
        }
    };
    wrong.map_or(Ok(()), |wrong| Err(Failure::bad_request(wrong)))
}

/// Whether a block has what all filters ask for.
fn matches(block: &Block, input: &SearchAvailablePhoneNumbersRequest) -> bool {
    let country = input.country.as_deref().unwrap_or(UNITED_STATES);
    let kind = input.phone_number_type.is_none_or(|wanted| wanted == block.kind);
    if block.country != country || !kind {
        return false;
    }
    // Behind the `+1`; other countries have none of these filters.
    let area = block.prefix.get(2..5).unwrap_or_default();
    let prefix =
        input.toll_free_prefix.as_ref().is_none_or(|wanted| block.kind == PhoneNumberType::TollFree && wanted == area);
    prefix
        && input.area_code.as_ref().is_none_or(|wanted| block.kind == PhoneNumberType::Local && wanted == area)
        && input.state.as_ref().is_none_or(|wanted| {
            STATES.iter().any(|state| state.code.eq_ignore_ascii_case(wanted) && state.area_codes.contains(&area))
        })
        && input.city.as_ref().is_none_or(|wanted| {
            // SRC-2: a city never comes without its state.
            let here = input.state.as_deref().unwrap_or_default();
            CITIES.iter().any(|city| {
                city.name.eq_ignore_ascii_case(wanted)
                    && city.state.eq_ignore_ascii_case(here)
                    && city.area_codes.contains(&area)
            })
        })
}
