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

/// Each round measures both sides one after the other, so that a busy machine slows both.
const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_secs(2);
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
    let (read, constant) = reads(program)?;
    let (write, by_hand) = writes(program, directory)?;
    let report = json!({
        "start_ms": start_ms, "idle_kib": idle_kib,
        "read_per_s": read, "constant_per_s": constant, "read_ratio": read / constant,
        "write_per_s": write, "commits_by_hand_per_s": by_hand, "write_ratio": write / by_hand,
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

/// Signed reads a second of one account, and of a constant of the same size.
fn reads(program: &str) -> Result<(f64, f64)> {
    let emulator = Emulator::start(program, &["--in-memory"])?;
    let created = client::once(&emulator.address, &emulator.create_account()?)?;
    let created: serde_json::Value = serde_json::from_slice(&created)?;
    let id = created["Account"]["AccountId"].as_str().context("the created account has no id")?;
    let read = Request::signed(&emulator.address, "GET", &format!("/accounts/{id}"), b"")?;
    let bytes = client::once(&emulator.address, &read)?.len();
    let constant = constant::Constant::start(bytes)?;
    let (mut ours, mut best) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(client::per_second(&emulator.address, &read, ROUND)?);
        best.push(client::per_second(&constant.address, &read, ROUND)?);
    }
    Ok((median(ours), median(best)))
}

/// Accounts created a second on disk, and single rows committed by hand on the same disk.
fn writes(program: &str, directory: &Path) -> Result<(f64, f64)> {
    std::fs::create_dir_all(directory)?;
    let data = directory.join("emulator.sqlite");
    let by_hand = directory.join("by-hand.sqlite");
    let emulator = Emulator::start(program, &["--data", &data.to_string_lossy()])?;
    let create = emulator.create_account()?;
    let (mut ours, mut hand) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(client::per_second(&emulator.address, &create, ROUND)?);
        hand.push(sqlite::commits_per_second(&by_hand, ROUND)?);
    }
    Ok((median(ours), median(hand)))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
