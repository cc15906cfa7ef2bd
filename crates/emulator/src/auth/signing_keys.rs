//! Keys derived from secrets for a day and a Region: four hashes saved at each call.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use hmac::Mac;

use super::{SERVICE, TERMINATOR, mac};
use crate::configuration::AccessKey;

/// Regions are the caller's choice: what is kept must not grow with them.
const MOST: usize = 256;

/// The derived key under day, Region and secret, with the length of the Region so that no two names run into one.
type Derived = HashMap<String, [u8; 32]>;

/// The derived keys that were used lately.
#[derive(Default)]
pub struct SigningKeys(Mutex<Derived>);

impl SigningKeys {
    pub(super) fn get(&self, key: &AccessKey, date: &str, region: &str) -> [u8; 32] {
        let name = format!("{date} {} {region}{}", region.len(), key.secret_access_key);
        let mut derived = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if derived.len() >= MOST && !derived.contains_key(&name) {
            derived.clear();
        }
        *derived.entry(name).or_insert_with(|| derive(&key.secret_access_key, date, region))
    }
}

fn derive(secret: &str, date: &str, region: &str) -> [u8; 32] {
    let start = format!("AWS4{secret}").into_bytes();
    let key = [date, region, SERVICE, TERMINATOR]
        .into_iter()
        .fold(start, |key, part| mac(&key, part).finalize().into_bytes().to_vec());
    let mut derived = [0; 32];
    derived.copy_from_slice(&key);
    derived
}
