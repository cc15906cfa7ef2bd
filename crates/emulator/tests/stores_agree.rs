//! The same calls with the same seed get the same answers, byte for byte, from rows in memory and rows in SQLite.
#![cfg(feature = "server")]

mod requests;
mod support;

use chime_emulator::store::{MemoryStore, SqliteStore, Store};
use chime_emulator::{Emulator, Options};
use requests::Client;
use support::START;

const SEEDS: u64 = 4;
const CALLS: u32 = 700;

fn emulator(store: Box<dyn Store>) -> Emulator {
    Emulator::open(store, || START, Options { allow_unsigned: true, ..Options::default() }).expect("opens")
}

#[test]
fn memory_and_sqlite_give_the_same_answers() {
    for seed in 0..SEEDS {
        let directory = tempfile::tempdir().expect("a directory");
        let sqlite = emulator(Box::new(SqliteStore::open(&directory.path().join("data")).expect("opens")));
        let memory = emulator(Box::new(MemoryStore::new()));
        let mut client = Client::new(seed, 60, &memory);
        let mut successes = 0;
        for number in 0..CALLS {
            let step = client.step();
            let Some(answer) = client.perform(&memory, &step) else { continue };
            let other = sqlite.handle(step.request().expect("as before"));
            let same =
                (answer.status(), answer.headers(), answer.body()) == (other.status(), other.headers(), other.body());
            assert!(same, "seed {seed}, step {number}: {step:?}\nmemory: {answer:?}\nSQLite: {other:?}");
            successes += u32::from(answer.status().is_success());
        }
        assert!(successes > CALLS / 10, "{successes} calls of {CALLS} went well");
    }
}
