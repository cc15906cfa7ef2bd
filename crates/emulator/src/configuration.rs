//! What a person sets on the emulator. It lives in the store, so that a snapshot carries it; calls read a copy.

mod access;
mod faults;
mod settings;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use access::{AccessKey, Principal};
pub use faults::{Fault, Faults};
pub use settings::Settings;

use crate::clock::Clock;
use crate::json;
use crate::random::Random;
use crate::store::{StoreError, Transaction};

const CLOCK: Single<Clock> = Single::new("emulator/clock");
const SETTINGS: Single<Settings> = Single::new("emulator/settings");
const FAULTS: Single<Faults> = Single::new("emulator/faults");
const ACCESS_KEYS: Single<Vec<AccessKey>> = Single::new("emulator/access-keys");
const TOKEN_KEY: Single<[u8; 32]> = Single::new("emulator/token-key");
const RUNS: Single<u64> = Single::new("emulator/runs");

/// Everything that is set, as the store has it.
#[derive(Clone, Debug, Default)]
pub struct Configuration {
    /// How the service's time follows from the wall clock.
    pub clock: Clock,
    /// Switches and quotas.
    pub settings: Settings,
    /// Errors and delays to give on purpose.
    pub faults: Faults,
    /// Access keys made through the control plane, beside those given at start.
    pub access_keys: Vec<AccessKey>,
    /// Seals NextTokens.
    pub token_key: [u8; 32],
}

impl Configuration {
    /// Reads what is set.
    ///
    /// # Errors
    /// The store's.
    pub fn load(transaction: &dyn Transaction) -> Result<Self, StoreError> {
        Ok(Self {
            clock: CLOCK.get(transaction)?,
            settings: SETTINGS.get(transaction)?,
            faults: FAULTS.get(transaction)?,
            access_keys: ACCESS_KEYS.get(transaction)?,
            token_key: TOKEN_KEY.get(transaction)?,
        })
    }

    /// Writes what is set.
    ///
    /// # Errors
    /// The store's.
    pub fn save(&self, transaction: &dyn Transaction) -> Result<(), StoreError> {
        CLOCK.put(transaction, &self.clock)?;
        SETTINGS.put(transaction, &self.settings)?;
        FAULTS.put(transaction, &self.faults)?;
        ACCESS_KEYS.put(transaction, &self.access_keys)?;
        TOKEN_KEY.put(transaction, &self.token_key)
    }

    /// Counts a start over these rows, draws what they lack, and returns how many starts there were.
    ///
    /// # Errors
    /// The store's.
    pub fn begin(transaction: &dyn Transaction, random: &Random) -> Result<(), StoreError> {
        let run = RUNS.get(transaction)? + 1;
        random.restart(run);
        RUNS.put(transaction, &run)?;
        if TOKEN_KEY.get(transaction)? == [0; 32] {
            TOKEN_KEY.put(transaction, &random.key())?;
        }
        Ok(())
    }
}

/// A row that there is one of.
struct Single<T> {
    key: &'static str,
    row: std::marker::PhantomData<T>,
}

impl<T: Default + Serialize + DeserializeOwned> Single<T> {
    const fn new(key: &'static str) -> Self {
        Self { key, row: std::marker::PhantomData }
    }

    fn get(&self, transaction: &dyn Transaction) -> Result<T, StoreError> {
        let damaged = |source| StoreError::Damaged { key: self.key.to_owned(), source };
        transaction.get(self.key)?.map_or_else(|| Ok(T::default()), |text| json::read(text.as_bytes()).map_err(damaged))
    }

    fn put(&self, transaction: &dyn Transaction, row: &T) -> Result<(), StoreError> {
        let text = json::write(row).map_err(|source| StoreError::Damaged { key: self.key.to_owned(), source })?;
        transaction.put(self.key, &text)
    }
}
