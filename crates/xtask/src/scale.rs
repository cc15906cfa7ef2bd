//! `bench --scale`: what a call costs as its table grows, and whether that stays within the budget.

use crate::bench::{last_line, load_generator};
use crate::process::step;
use crate::project::Project;
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const SIZES: [&str; 3] = ["1000", "100000", "1000000"];
/// How often a call may take the time that it takes on the smallest table.
const BUDGET: f64 = 2.0;
/// A file system in memory: flushes of a disk take milliseconds, or nothing, and would hide what grows.
const MEMORY: &str = "/dev/shm";

/// Measures, prints a table, writes `target/scale.json`, and fails when a call grows beyond the budget.
pub fn scale(project: &Project) -> Result<ExitCode> {
    let mut generator = load_generator(project)?;
    let base = if Path::new(MEMORY).is_dir() { Path::new(MEMORY) } else { project.target.as_path() };
    let directory = base.join(format!("chime-scale-{}", std::process::id()));
    let report = step("emulator: three million rows", || last_line(generator.arg("scale").arg(&directory).args(SIZES)));
    let _ = fs::remove_dir_all(&directory);
    let report = report?;
    fs::write(project.target.join("scale.json"), serde_json::to_vec_pretty(&report)?)?;
    println!("\n  {:<34} {:>9} {:>9} {:>9} {:>7}   µs by rows", "", SIZES[0], SIZES[1], SIZES[2], "ratio");
    let mut kept = true;
    for (family, calls) in report.as_object().into_iter().flatten() {
        for (call, times) in calls.as_object().into_iter().flatten() {
            let [small, middle, large] = SIZES.map(|size| times[size].as_f64().unwrap_or(f64::INFINITY));
            let ratio = large / small;
            kept &= ratio <= BUDGET;
            let verdict = if ratio <= BUDGET { "kept" } else { "BROKEN" };
            let what = format!("{family}: {call}");
            println!("  {what:<34} {small:>9.0} {middle:>9.0} {large:>9.0} {ratio:>7.2}   {verdict}");
        }
    }
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
