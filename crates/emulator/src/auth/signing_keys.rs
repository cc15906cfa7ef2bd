//! Keys derived from secrets for a day and a Region: four hashes saved at each call.

use std::sync::{Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{SERVICE, TERMINATOR};
use crate::configuration::AccessKey;

/// Regions are the caller's choice: what is kept must not grow with them.
const MOST: usize = 256;

struct Derived {
    secret: String,
    date: String,
    region: String,
    key: Hmac<Sha256>,
}

/// The derived keys that were used lately: few, since most callers have one key and one Region.
#[derive(Default)]
pub struct SigningKeys(Mutex<Vec<Derived>>);

impl SigningKeys {
    /// A hash under the derived key, to which what is signed is still to be added.
    pub(super) fn get(&self, key: &AccessKey, date: &str, region: &str) -> Hmac<Sha256> {
        let secret = &key.secret_access_key;
        let mut derived = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = derived.iter().find(|it| it.region == region && it.date == date && it.secret == *secret);
        if let Some(known) = known {
            return known.key.clone();
        }
        if derived.len() >= MOST {
            derived.clear();
        }
        let key = derive(secret, date, region);
        let (secret, date, region) = (secret.clone(), date.to_owned(), region.to_owned());
        derived.push(Derived { secret, date, region, key: key.clone() });
        key
    }
}

fn derive(secret: &str, date: &str, region: &str) -> Hmac<Sha256> {
    let start = keyed(format!("AWS4{secret}").as_bytes());
    let hash = |key: Hmac<Sha256>, part: &str| keyed(&key.chain_update(part).finalize().into_bytes());
    [date, region, SERVICE, TERMINATOR].into_iter().fold(start, hash)
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
    Hmac::new_from_slice(key).expect("a key of any length")
}
