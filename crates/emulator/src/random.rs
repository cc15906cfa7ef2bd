//! Ids, PINs and keys: unpredictable, or the same in each run when the emulator is given a seed.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};
use uuid::Builder;

/// So many row ids, drawn one after the other, begin with the same three digits. Keys begin with ids: calls that share a commit then
/// change few pages of the file, which is most of what a durable write costs.
const NEIGHBOURS: u8 = 64;

/// Where randomness comes from.
#[derive(Debug)]
pub struct Random {
    seed: [u8; 32],
    /// For what is stored.
    rows: Mutex<Rows>,
    /// For request ids and faults, so that reads do not change which ids the next write draws.
    calls: Mutex<StdRng>,
}

#[derive(Debug)]
struct Rows {
    random: StdRng,
    /// The first two bytes of the present neighbours; twelve bits of them count.
    near: [u8; 2],
    /// How many more there may be.
    left: u8,
}

impl Random {
    /// Randomness for the `run`th start over the same rows: a repeated seed must not repeat the ids that are already there.
    #[must_use]
    pub fn new(seed: [u8; 32], run: u64) -> Self {
        Self { seed, rows: Mutex::new(Rows::new(&seed, run)), calls: Mutex::new(stream(&seed, "calls", run)) }
    }

    /// Starts again, as [`Random::new`] does.
    pub fn restart(&self, run: u64) {
        *lock(&self.rows) = Rows::new(&self.seed, run);
    }

    /// An id of a row: UUID version 4 in lower case.
    #[must_use]
    pub fn uuid(&self) -> String {
        lock(&self.rows).uuid()
    }

    /// An id of a request.
    #[must_use]
    pub fn request_id(&self) -> String {
        uuid(lock(&self.calls).random())
    }

    /// Text of `length` characters of `alphabet`, each as likely as the others.
    #[must_use]
    pub fn text(&self, alphabet: &str, length: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        let mut rows = lock(&self.rows);
        (0..length).filter_map(|_| letters.get(rows.random.random_range(0..letters.len().max(1)))).collect()
    }

    /// 32 bytes for a key.
    #[must_use]
    pub fn key(&self) -> [u8; 32] {
        lock(&self.rows).random.random()
    }

    /// True in `rate` of the cases, where 1 is always.
    #[must_use]
    pub fn chance(&self, rate: f64) -> bool {
        rate >= 1.0 || lock(&self.calls).random::<f64>() < rate
    }
}

impl Rows {
    fn new(seed: &[u8; 32], run: u64) -> Self {
        Self { random: stream(seed, "rows", run), near: [0; 2], left: 0 }
    }

    fn uuid(&mut self) -> String {
        let mut bytes: [u8; 16] = self.random.random();
        if self.left == 0 {
            (self.near, self.left) = ([bytes[0], bytes[1]], NEIGHBOURS);
        }
        self.left -= 1;
        bytes[0] = self.near[0];
        bytes[1] = self.near[1] & 0xf0 | bytes[1] & 0x0f;
        uuid(bytes)
    }
}

fn stream(seed: &[u8; 32], name: &str, run: u64) -> StdRng {
    let digest = Sha256::new().chain_update(seed).chain_update(name).chain_update(run.to_be_bytes()).finalize();
    StdRng::from_seed(digest.into())
}

fn uuid(random: [u8; 16]) -> String {
    Builder::from_random_bytes(random).into_uuid().to_string()
}

/// Locks, also after a panic: any state of a generator is as good as another.
fn lock<T>(random: &Mutex<T>) -> MutexGuard<'_, T> {
    random.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_seed_repeats_ids_and_the_next_run_does_not() {
        let draw = |run| Random::new([7; 32], run).uuid();
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }

    #[test]
    fn ids_drawn_together_begin_alike_and_differ() {
        let random = Random::new([7; 32], 1);
        let ids: Vec<_> = (0..10 * usize::from(NEIGHBOURS)).map(|_| random.uuid()).collect();
        let whole: BTreeSet<_> = ids.iter().collect();
        let beginnings: BTreeSet<_> = ids.iter().map(|id| &id[..3]).collect();
        assert_eq!((whole.len(), beginnings.len()), (ids.len(), 10));
        let version_4 = |id: &String| Uuid::parse_str(id).is_ok_and(|id| id.get_version_num() == 4);
        assert!(ids.iter().all(version_4), "{ids:?}");
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
