//! `bench`: the budgets, measured. Ratios compare two sides in one run, so that a slow machine is no excuse.

use crate::build;
use crate::console::{FirstLoad, KEYS_CEILING, REQUEST_BUDGET, SIZE_BUDGET};
use crate::prerequisites::chromium;
use crate::process::{output, step};
use crate::project::Project;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::process::{Command, ExitCode};

/// Builds, measures everything, and fails when a budget is broken.
pub fn bench(project: &Project) -> Result<ExitCode> {
    let browser = chromium()?;
    build::both(project)?;

    let script = |script: &str, about: &[&str]| -> Result<Value> {
        step(&[&[script], about].concat().join(" "), || {
            let mut node = project.node(script);
            last_line(node.args(about).env("CHIME_EMULATOR", project.emulator()).env("CHROMIUM", &browser))
        })
    };
    let first_load = FirstLoad::measure(project)?;
    let page = script("tests/bench/page-load.mjs", &[])?;
    let sandbox = script("tests/bench/sandbox-load.mjs", &[])?;
    let accounts = script("tests/bench/filter.mjs", &["accounts"])?;
    let numbers = script("tests/bench/filter.mjs", &["numbers"])?;
    let load = load(project)?;

    let rows = [
        Row::at_most("first load, compressed", "KiB", kib(first_load.bytes()), kib(SIZE_BUDGET)),
        Row::at_most(
            "the same with keys, to the accounts",
            "KiB",
            kib(first_load.bytes_with_keys()),
            kib(KEYS_CEILING),
        ),
        Row::at_most("first load, requests", "", count(first_load.files.len()), count(REQUEST_BUDGET)),
        Row::at_most("rows on screen, cold, slow 4G, CPU / 4", "s", number(&page, "rows_s")?, 2.5),
        Row::at_most("demo rows by link to the sandbox, same line", "s", number(&sandbox, "rows_s")?, 4.0),
        Row::at_most("10,000 accounts: filter keystroke to paint", "ms", number(&accounts, "paint_ms")?, 50.0),
        Row::at_most("10,000 numbers: filter keystroke to paint", "ms", number(&numbers, "paint_ms")?, 50.0),
        Row::at_least("signed read / constant of the same size", "", number(&load, "read_ratio")?, 0.5),
        Row::at_least("durable write / single-row commit by hand", "", number(&load, "write_ratio")?, 1.0),
        Row::at_most("emulator, start to first answer", "ms", number(&load, "start_ms")?, 50.0),
        Row::at_most("emulator, idle memory", "MiB", number(&load, "idle_kib")? / 1024.0, 25.0),
    ];
    println!("\n  {:<44} {:>10} {:>14}", "", "measured", "budget");
    for row in &rows {
        println!(
            "  {:<44} {:>10} {:>14}  {}",
            row.what,
            row.show(row.value),
            row.limit(),
            if row.kept() { "kept" } else { "BROKEN" }
        );
    }
    let path = project.target.join("bench.json");
    let rows_as_json: Vec<Value> = rows.iter().map(Row::json).collect();
    let filter = json!({ "accounts": accounts, "numbers": numbers });
    let report =
        json!({ "budgets": rows_as_json, "page_load": page, "sandbox_load": sandbox, "filter": filter, "load": load });
    fs::write(&path, serde_json::to_vec_pretty(&report)?)?;
    println!("\nAll figures: {}", path.display());
    Ok(if rows.iter().all(Row::kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn load(project: &Project) -> Result<Value> {
    let mut generator = load_generator(project)?;
    step("emulator: start, reads, writes", || {
        let directory = project.target.join("bench");
        let _ = fs::remove_dir_all(&directory);
        last_line(generator.arg("measure").arg(project.emulator()).arg(&directory))
    })
}

/// Compiled only here: it brings an HTTP server and SQLite.
pub(crate) fn load_generator(project: &Project) -> Result<Command> {
    step("load generator", || {
        let flags =
            ["build", "--quiet", "--locked", "--release", "--package", "xtask", "--bin", "load", "--features", "load"];
        crate::process::run(&mut project.cargo(&flags))
    })?;
    Ok(project.command(project.target.join("release").join(format!("load{}", std::env::consts::EXE_SUFFIX))))
}

pub(crate) fn last_line(command: &mut Command) -> Result<Value> {
    let printed = output(command)?;
    let line = printed.trim().lines().last().unwrap_or_default();
    println!("    {line}");
    serde_json::from_str(line).context("the measurement printed no JSON")
}

fn number(report: &Value, name: &str) -> Result<f64> {
    report[name].as_f64().with_context(|| format!("the measurement has no `{name}`"))
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files, for a person to read")]
fn kib(bytes: u64) -> f64 {
    bytes as f64 / 1024.0
}

#[expect(clippy::cast_precision_loss, reason = "a handful of requests")]
fn count(requests: usize) -> f64 {
    requests as f64
}

enum Bound {
    AtMost,
    AtLeast,
}

struct Row {
    what: &'static str,
    unit: &'static str,
    value: f64,
    bound: Bound,
    budget: f64,
}

impl Row {
    fn at_most(what: &'static str, unit: &'static str, value: f64, budget: f64) -> Self {
        Self { what, unit, value, bound: Bound::AtMost, budget }
    }

    fn at_least(what: &'static str, unit: &'static str, value: f64, budget: f64) -> Self {
        Self { what, unit, value, bound: Bound::AtLeast, budget }
    }

    fn kept(&self) -> bool {
        match self.bound {
            Bound::AtMost => self.value <= self.budget,
            Bound::AtLeast => self.value >= self.budget,
        }
    }

    fn show(&self, value: f64) -> String {
        let digits = if value.fract() == 0.0 || value >= 100.0 { 0 } else { 2 };
        format!("{value:.digits$} {}", self.unit).trim_end().to_owned()
    }

    fn limit(&self) -> String {
        let sign = match self.bound {
            Bound::AtMost => "≤",
            Bound::AtLeast => "≥",
        };
        format!("{sign} {}", self.show(self.budget))
    }

    fn json(&self) -> Value {
        json!({ "what": self.what, "unit": self.unit, "measured": self.value, "budget": self.budget, "kept": self.kept() })
    }
}
