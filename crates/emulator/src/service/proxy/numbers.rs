//! Which number a proxy session shows (PRX-12): fictional, and the same for the same question.

use std::collections::BTreeSet;

use chime_model::types::{GeoMatchLevel, GeoMatchParams, NumberSelectionBehavior, ProxySessionStatus};
use sha2::{Digest, Sha256};

use super::row::{SESSIONS, SESSIONS_BY_PAIR};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::number_plan::{self, Block};
use crate::service::phone_numbers::inventory;
use crate::store::Key;

/// What is wanted of the number.
pub struct Wish<'a> {
    /// Countries of the connector's pool.
    pub countries: Vec<String>,
    /// The participant that was named first.
    pub first: String,
    /// Whether to be near the first participant.
    pub level: Option<GeoMatchLevel>,
    /// Where to be instead.
    pub params: Option<&'a GeoMatchParams>,
    /// Whether to repeat what the two had before.
    pub behavior: Option<NumberSelectionBehavior>,
}

/// A number of the pool that is nobody's, and not open between these two already.
///
/// # Errors
/// BadRequest when the pool has none.
pub fn choose(
    context: &Context<'_>,
    connector_id: &str,
    participants: &[String; 2],
    wish: &Wish<'_>,
) -> Result<String, Failure> {
    let [one, other] = participants;
    let pair = Key::of([&context.principal().account_id, connector_id, one, other]);
    let past = SESSIONS.all(context, &SESSIONS_BY_PAIR, pair)?;
    let open = past.iter().filter(|session| session.status != ProxySessionStatus::Closed);
    let open: BTreeSet<&str> = open.map(|session| session.proxy_phone_number.as_str()).collect();
    let blocks = blocks(wish);
    if wish.behavior == Some(NumberSelectionBehavior::PreferSticky) {
        let again = past.iter().rev().map(|session| session.proxy_phone_number.as_str()).find(|number| {
            !open.contains(number) && blocks.iter().any(|block| number.starts_with(block.prefix.as_str()))
        });
        if let Some(number) = again {
            return Ok(number.to_owned());
        }
    }
    let mut fresh = open;
    if wish.behavior == Some(NumberSelectionBehavior::AvoidSticky) {
        fresh.extend(past.iter().map(|session| session.proxy_phone_number.as_str()));
    }
    let all = blocks.len() * 100;
    let begin = start(participants, all);
    for index in (0..all).map(|index| (begin + index) % all) {
        let number = format!("{}{:02}", blocks[index / 100].prefix, index % 100);
        let used = fresh.contains(number.as_str()) || participants.contains(&number);
        if !used && !inventory::is_held(context, &number)? {
            return Ok(number);
        }
    }
    Err(Failure::bad_request("The pool of this voice connector has no number for these two."))
}

/// The part of the pool that fits best. A match is a preference: where nothing matches, the wider part counts.
fn blocks(wish: &Wish<'_>) -> Vec<&'static Block> {
    let named = |part: fn(&GeoMatchParams) -> &str| wish.params.map(part).filter(|text| !text.is_empty());
    let country =
        named(|params| &params.country).or_else(|| wish.level.and_then(|_| number_plan::country(&wish.first)));
    let near = (wish.level == Some(GeoMatchLevel::AreaCode)).then(|| number_plan::area_code(&wish.first)).flatten();
    let area = named(|params| &params.area_code).or(near).filter(|_| wish.level != Some(GeoMatchLevel::Country));
    let pool = number_plan::local_blocks().filter(|block| wish.countries.iter().any(|it| it == block.country));
    let pool = narrowed(pool.collect(), |block| country.is_none_or(|country| country == block.country));
    narrowed(pool, |block| area.is_none_or(|area| number_plan::area_code(&block.prefix) == Some(area)))
}

fn narrowed(blocks: Vec<&'static Block>, fits: impl Fn(&Block) -> bool) -> Vec<&'static Block> {
    let fitting: Vec<_> = blocks.iter().copied().filter(|block| fits(block)).collect();
    if fitting.is_empty() { blocks } else { fitting }
}

/// Where the search begins, so that different pairs see different numbers.
fn start(participants: &[String; 2], all: usize) -> usize {
    let digest = Sha256::digest(participants.concat());
    let number = digest.iter().take(4).fold(0, |number, byte| number << 8 | usize::from(*byte));
    number % all.max(1)
}
