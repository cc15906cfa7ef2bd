//! What a call costs as its table grows: the same calls over a thousand, a hundred thousand and a million rows on disk.
//!
//! Rows are made by calls, and calls are made without HTTP, which would hide what grows.

mod families;

use crate::median;
use anyhow::{Context, Result, ensure};
use chime_emulator::store::SqliteStore;
use chime_emulator::{Emulator, Options};
use chime_model::Operation;
use families::{FAMILIES, Family};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// All kinds of calls take turns, and the best turn of each counts: what else runs on the machine can only make it slower.
const ROUNDS: u64 = 10;
/// Calls of each kind in a turn, whose median counts.
const CALLS: u64 = 25;
/// The first of them, which do not count.
const WARM: usize = 5;
/// Writers that fill a table together, so that they share flushes of the disk.
const WRITERS: u64 = 64;

/// Measures every family at every size, and prints JSON: microseconds by family, call and size.
pub fn scale(directory: &Path, sizes: &[u64]) -> Result<()> {
    let mut report = json!({});
    for family in FAMILIES {
        let directory = directory.join(family.name);
        fs::create_dir_all(&directory)?;
        let path = directory.join("data");
        let mut table = Table::open(family, &path)?;
        for size in sizes {
            table.grow(*size)?;
            table = table.reopened(&path)?;
            for (call, microseconds) in table.measure()? {
                eprintln!("    {:<10} {call:<24} {size:>9} rows {microseconds:>9.0} µs", family.name);
                report[family.name][call][size.to_string()] = json!(microseconds);
            }
        }
        drop(table);
        fs::remove_dir_all(&directory)?;
    }
    println!("{report}");
    Ok(())
}

/// Makes the call of a number.
type Call<'a> = Box<dyn Fn(u64) -> (Operation, Value) + 'a>;

/// An emulator whose file holds mostly the rows of one family.
struct Table<'a> {
    family: &'a Family,
    emulator: Emulator,
    /// What contains the rows: an account, a channel.
    home: Value,
    rows: AtomicU64,
}

impl<'a> Table<'a> {
    fn open(family: &'a Family, path: &Path) -> Result<Self> {
        let emulator = open(path)?;
        let home = (family.home)(&emulator)?;
        Ok(Self { family, emulator, home, rows: AtomicU64::new(0) })
    }

    /// The same after a restart, which puts in its place what was written in haste.
    fn reopened(self, path: &Path) -> Result<Self> {
        let Self { family, emulator, home, rows } = self;
        drop(emulator);
        Ok(Self { family, emulator: open(path)?, home, rows })
    }

    fn grow(&self, size: u64) -> Result<()> {
        std::thread::scope(|threads| {
            let writer = |_| {
                threads.spawn(|| -> Result<()> {
                    while self.rows.load(Ordering::SeqCst) < size {
                        let first = self.rows.fetch_add(self.family.batch, Ordering::SeqCst);
                        (self.family.fill)(&self.emulator, &self.home, first)?;
                    }
                    Ok(())
                })
            };
            let writers: Vec<_> = (0..WRITERS).map(writer).collect();
            writers.into_iter().try_for_each(|it| it.join().expect("a writer does not panic"))
        })
    }

    /// The family's calls, and what each takes in microseconds.
    fn measure(&self) -> Result<Vec<(&'static str, f64)>> {
        let ids = self.spread()?;
        let last = self.far_page()?;
        let list = |name, input: Value| -> (&'static str, Call<'_>) {
            (name, Box::new(move |_| (self.family.list.0, input.clone())))
        };
        let get = |number: u64| (self.family.get)(&self.home, &ids[(number as usize * 7) % ids.len()]);
        let create = |_| (self.family.create)(&self.home, self.rows.fetch_add(1, Ordering::SeqCst));
        let mut calls: Vec<(&'static str, Call<'_>)> = vec![("get", Box::new(get)), ("create", Box::new(create))];
        calls.push(list("page, first", with(&self.home, &json!({ "MaxResults": 50 }))));
        calls.push(list("page, far behind", last));
        for (name, filter) in self.family.filters {
            calls.push(list(name, with(&self.home, &filter(&ids[0]))));
        }
        let mut found: Vec<_> = calls.iter().map(|(name, _)| (*name, f64::INFINITY)).collect();
        for round in 0..ROUNDS {
            for ((_, call), (_, best)) in calls.iter().zip(&mut found) {
                *best = best.min(self.time(call, round * CALLS)?);
            }
        }
        Ok(found)
    }

    /// Median time of some calls, after a few that warm up.
    fn time(&self, call: &Call<'_>, first: u64) -> Result<f64> {
        let mut times = Vec::new();
        for number in first..first + CALLS {
            let (operation, input) = call(number);
            let start = Instant::now();
            self.ask(operation, &input)?;
            times.push(start.elapsed().as_secs_f64() * 1e6);
        }
        Ok(median(times.split_off(WARM)))
    }

    /// Rows from all over the table: the first of pages that are read through to the end.
    fn spread(&self) -> Result<Vec<Value>> {
        let mut rows = Vec::new();
        self.pages(|page, _| rows.push(page[self.family.list.1][0].clone()))?;
        Ok(rows)
    }

    /// The input for a page of 50 near the end.
    fn far_page(&self) -> Result<Value> {
        let mut token = Value::Null;
        self.pages(|_, before| token = before.clone())?;
        Ok(with(&self.home, &json!({ "MaxResults": 50, "NextToken": token })))
    }

    /// Reads the list, with the token that each full page was asked by.
    fn pages(&self, mut see: impl FnMut(&Value, &Value)) -> Result<()> {
        let (operation, rows) = self.family.list;
        let mut token = Value::Null;
        loop {
            let page = self.ask(operation, &with(&self.home, &json!({ "MaxResults": 50, "NextToken": token })))?;
            let count = page[rows].as_array().context("the list has rows")?.len();
            ensure!(count > 0, "{operation} gave an empty page");
            if count == 50 {
                see(&page, &token);
            }
            if page["NextToken"].is_null() {
                return Ok(());
            }
            token = page["NextToken"].clone();
        }
    }

    fn ask(&self, operation: Operation, input: &Value) -> Result<Value> {
        self.emulator.call(operation, input.clone()).with_context(|| format!("{operation} {input}"))
    }
}

fn open(path: &Path) -> Result<Emulator> {
    let wall = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64);
    Ok(Emulator::open(Box::new(SqliteStore::open(path)?), wall, Options::default())?)
}

/// The members of both.
fn with(one: &Value, other: &Value) -> Value {
    let members = |value: &Value| value.as_object().cloned().unwrap_or_default();
    members(one).into_iter().chain(members(other)).collect()
}
