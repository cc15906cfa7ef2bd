//! What was answered with success is on disk.
#![cfg(feature = "server")]

mod support;

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;
use support::program::{Program, get, send};

/// Creates an account; its id when the program said that it is there.
fn create(address: &str, name: &str) -> Option<String> {
    let answer = send(address, "POST", "/accounts", &[], format!("{{\"Name\": \"{name}\"}}").as_bytes())?;
    let body: Value = serde_json::from_str(&answer.body).ok()?;
    (answer.status == 201).then(|| body["Account"]["AccountId"].as_str().expect("an id").to_owned())
}

fn listed(address: &str) -> BTreeSet<String> {
    let (mut ids, mut path) = (BTreeSet::new(), "/accounts?max-results=200".to_owned());
    loop {
        let answer = get(address, &path);
        let page: Value = serde_json::from_str(&answer.body).expect("JSON");
        let accounts = page["Accounts"].as_array().expect("accounts");
        ids.extend(accounts.iter().map(|account| account["AccountId"].as_str().expect("an id").to_owned()));
        match page["NextToken"].as_str() {
            Some(token) => path = format!("/accounts?max-results=200&next-token={token}"),
            None => return ids,
        }
    }
}

/// Kills come after a number of answers and some microseconds more, different each time, so that they hit every part of a write.
/// `CHIME_KILLS` sets how many; `cargo xtask stress` does two hundred. All are of one file, which is opened again each time.
#[test]
fn kill_9_during_writes_loses_nothing_acknowledged() {
    const WRITERS: usize = 16;
    let kills = std::env::var("CHIME_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(5);
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("data");
    let arguments = ["--allow-unsigned", "--data", file.to_str().expect("text")];
    let mut random = StdRng::seed_from_u64(kills);
    let mut acknowledged = BTreeSet::new();
    for kill in 1..=kills {
        let program = Mutex::new(Some(Program::start(&arguments)));
        let address = program.lock().expect("no panic").as_ref().expect("runs").api.clone();
        let (enough, pause) = (random.random_range(0..200), Duration::from_micros(random.random_range(0..3000)));
        let (made, count) = (Mutex::new(BTreeSet::new()), AtomicUsize::new(0));
        std::thread::scope(|threads| {
            for writer in 0..WRITERS {
                let (made, count, program, address) = (&made, &count, &program, &address);
                // Every writer goes on until the program no longer answers.
                threads.spawn(move || {
                    while let Some(id) = create(address, &format!("writer {writer}")) {
                        made.lock().expect("no panic").insert(id);
                        if count.fetch_add(1, Ordering::SeqCst) == enough {
                            std::thread::sleep(pause);
                            program.lock().expect("no panic").take().expect("killed once").kill();
                        }
                    }
                });
            }
        });
        let made = made.into_inner().expect("no panic");
        assert!(made.len() > enough);
        acknowledged.extend(made);
        let again = Program::start(&arguments);
        let listed = listed(&again.api);
        let lost = acknowledged.difference(&listed).count();
        assert_eq!(lost, 0, "{lost} of {} lost at kill {kill}", acknowledged.len());
        again.kill();
    }
    println!("{kills} kills, {} writes acknowledged, none lost", acknowledged.len());
}

#[test]
fn a_restart_keeps_data_clock_and_tokens() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("data");
    let arguments = ["--allow-unsigned", "--seed", "one", "--data", file.to_str().expect("text")];
    let first = Program::start(&arguments);
    let ids = [create(&first.api, "a").expect("is made"), create(&first.api, "b").expect("is made")];
    send(&first.api, "POST", "/_emulator/clock", &[], b"{\"Set\": \"2031-05-05T00:00:00Z\"}").expect("an answer");
    let page: Value = serde_json::from_str(&get(&first.api, "/accounts?max-results=1").body).expect("JSON");
    assert!(first.terminate(), "SIGTERM ends it in order");

    let second = Program::start(&arguments);
    let token = page["NextToken"].as_str().expect("a token");
    let rest: Value =
        serde_json::from_str(&get(&second.api, &format!("/accounts?next-token={token}")).body).expect("JSON");
    let mut seen = [&page, &rest].map(|page| page["Accounts"][0]["AccountId"].as_str().expect("an id"));
    seen.sort_unstable();
    let mut made = ids.clone();
    made.sort_unstable();
    assert_eq!(seen, made.each_ref().map(String::as_str));
    assert!(get(&second.api, "/_emulator/clock").body.contains("2031-05-05T00:00:"));
    let third = create(&second.api, "c").expect("is made");
    assert!(!ids.contains(&third), "the same seed does not repeat ids over the same data");
}
