//! Ids, PINs and keys: unpredictable, or the same in each run when the emulator is given a seed.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};
use sha2::{Digest, Sha256};
use uuid::Builder;

/// Where randomness comes from.
#[derive(Debug)]
pub struct Random {
    seed: [u8; 32],
    /// For what is stored.
    rows: Mutex<StdRng>,
    /// For request ids and faults, so that reads do not change which ids the next write draws.
    calls: Mutex<StdRng>,
}

impl Random {
    /// Randomness for the `run`th start over the same rows: a repeated seed must not repeat the ids that are already there.
    #[must_use]
    pub fn new(seed: [u8; 32], run: u64) -> Self {
        Self { seed, rows: stream(&seed, "rows", run), calls: stream(&seed, "calls", run) }
    }

    /// Starts again, as [`Random::new`] does.
    pub fn restart(&self, run: u64) {
        *lock(&self.rows) = lock(&stream(&self.seed, "rows", run)).clone();
    }

    /// An id of a row: UUID version 4 in lower case.
    #[must_use]
    pub fn uuid(&self) -> String {
        uuid(&self.rows)
    }

    /// An id of a request.
    #[must_use]
    pub fn request_id(&self) -> String {
        uuid(&self.calls)
    }

    /// Text of `length` characters of `alphabet`, each as likely as the others.
    #[must_use]
    pub fn text(&self, alphabet: &str, length: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        let mut random = lock(&self.rows);
        (0..length).filter_map(|_| letters.get(random.random_range(0..letters.len().max(1)))).collect()
    }

    /// 32 bytes for a key.
    #[must_use]
    pub fn key(&self) -> [u8; 32] {
        lock(&self.rows).random()
    }

    /// True in `rate` of the cases, where 1 is always.
    #[must_use]
    pub fn chance(&self, rate: f64) -> bool {
        rate >= 1.0 || lock(&self.calls).random::<f64>() < rate
    }
}

fn stream(seed: &[u8; 32], name: &str, run: u64) -> Mutex<StdRng> {
    let digest = Sha256::new().chain_update(seed).chain_update(name).chain_update(run.to_be_bytes()).finalize();
    Mutex::new(StdRng::from_seed(digest.into()))
}

fn uuid(random: &Mutex<StdRng>) -> String {
    let mut bytes = [0; 16];
    lock(random).fill_bytes(&mut bytes);
    Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// Locks, also after a panic: any state of a generator is as good as another.
fn lock(random: &Mutex<StdRng>) -> MutexGuard<'_, StdRng> {
    random.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_ids_and_the_next_run_does_not() {
        let draw = |run| Random::new([7; 32], run).uuid();
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }

    #[test]
    fn request_ids_leave_row_ids_alone() {
        let (one, other) = (Random::new([7; 32], 1), Random::new([7; 32], 1));
        let _ = one.request_id();
        assert_eq!(one.uuid(), other.uuid());
    }

    #[test]
    fn restarting_repeats() {
        let random = Random::new([7; 32], 1);
        let first = random.text("0123456789", 10);
        random.restart(1);
        assert_eq!(random.text("0123456789", 10), first);
        assert_eq!(first.len(), 10);
    }
}
