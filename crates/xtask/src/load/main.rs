//! `load`: the emulator's speed, measured beside what the same machine can do at best, in one run.
//!
//! `load measure EMULATOR DIRECTORY` prints the figures as JSON; `load constant BYTES` is the other server;
//! `load scale DIRECTORY SIZES` measures what calls cost as tables grow.

mod client;
mod constant;
mod emulator;
mod scale;
mod sqlite;

use anyhow::{Context, Result, bail};
use client::Request;
use emulator::Emulator;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// Each round measures both sides one after the other, so that a busy machine slows both; what counts is how they compare in most
/// rounds.
const ROUNDS: usize = 11;
const ROUND: Duration = Duration::from_secs(1);
const STARTS: usize = 15;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["measure", program, directory] => measure(program, Path::new(directory)),
        ["scale", directory, ref sizes @ ..] => {
            let sizes =
                sizes.iter().map(|size| size.parse()).collect::<Result<Vec<_>, _>>().context("SIZES are numbers")?;
            scale::scale(Path::new(directory), &sizes)
        }
        ["constant", bytes] => constant::serve(bytes.parse().context("BYTES is a number")?),
        _ => bail!("usage: load measure EMULATOR DIRECTORY | load constant BYTES | load scale DIRECTORY SIZES"),
    }
}

fn measure(program: &str, directory: &Path) -> Result<()> {
    let (start_ms, idle_kib) = starts(program)?;
    let reads = reads(program)?;
    let writes = writes(program, directory)?;
    let report = json!({
        "start_ms": start_ms, "idle_kib": idle_kib,
        "read_per_s": reads.ours, "constant_per_s": reads.best, "read_ratio": reads.ratio,
        "write_per_s": writes.ours, "commits_by_hand_per_s": writes.best, "write_ratio": writes.ratio,
    });
    println!("{report}");
    Ok(())
}

/// Milliseconds from starting the program to its first answer, and its memory then, in KiB.
fn starts(program: &str) -> Result<(f64, f64)> {
    let (mut times, mut sizes) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let emulator = Emulator::start(program, &["--in-memory"])?;
        times.push(emulator.first_answer.as_secs_f64() * 1000.0);
        sizes.push(emulator.resident_kib()?);
    }
    Ok((median(times), median(sizes)))
}

/// How the emulator compares with the best that this machine can do: medians of all rounds, each by itself.
struct Comparison {
    /// A second.
    ours: f64,
    /// A second.
    best: f64,
    ratio: f64,
}

impl Comparison {
    fn new(mut ours: impl FnMut() -> Result<f64>, mut best: impl FnMut() -> Result<f64>) -> Result<Self> {
        let rounds: Vec<(f64, f64)> = (0..ROUNDS).map(|_| Ok((ours()?, best()?))).collect::<Result<_>>()?;
        let of = |figure: fn(&(f64, f64)) -> f64| median(rounds.iter().map(figure).collect());
        Ok(Self { ours: of(|round| round.0), best: of(|round| round.1), ratio: of(|round| round.0 / round.1) })
    }
}

/// Signed reads a second of one account, and of a constant of the same size.
fn reads(program: &str) -> Result<Comparison> {
    let emulator = Emulator::start(program, &["--in-memory"])?;
    let created = client::once(&emulator.address, &emulator.create_account()?)?;
    let created: serde_json::Value = serde_json::from_slice(&created)?;
    let id = created["Account"]["AccountId"].as_str().context("the created account has no id")?;
    let read = Request::signed(&emulator.address, "GET", &format!("/accounts/{id}"), b"")?;
    let bytes = client::once(&emulator.address, &read)?.len();
    let constant = constant::Constant::start(bytes)?;
    Comparison::new(
        || client::per_second(&emulator.address, &read, ROUND),
        || client::per_second(&constant.address, &read, ROUND),
    )
}

/// Accounts created a second on disk, and single rows committed by hand on the same disk.
fn writes(program: &str, directory: &Path) -> Result<Comparison> {
    std::fs::create_dir_all(directory)?;
    let data = directory.join("emulator.sqlite");
    let by_hand = directory.join("by-hand.sqlite");
    let emulator = Emulator::start(program, &["--data", &data.to_string_lossy()])?;
    let create = emulator.create_account()?;
    Comparison::new(
        || client::per_second(&emulator.address, &create, ROUND),
        || sqlite::commits_per_second(&by_hand, ROUND),
    )
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
