//! `stress`: the tests that look for rare faults, for as long as it takes to find them.

use crate::process::{run, step};
use crate::project::Project;
use anyhow::Result;
use std::process::ExitCode;

/// Test, the variable that says how much of it, and how much the figures in the README stand for.
const TESTS: [(&str, &str, &str, &str); 3] = [
    ("fuzz", "CHIME_FUZZ_SECONDS", "600", "fuzzing for ten minutes"),
    ("durability", "CHIME_KILLS", "200", "kill -9 under writers, 200 times"),
    ("concurrent", "CHIME_CLIENT_SECONDS", "60", "sixteen clients for a minute"),
];

/// Runs them one after the other. A variable that is set already is kept.
pub fn stress(project: &Project) -> Result<ExitCode> {
    for (test, variable, full, what) in TESTS {
        step(what, || {
            let mut command =
                project.cargo(&["test", "--quiet", "--locked", "--release", "--package", "chime-emulator"]);
            command.args(["--test", test, "--", "--nocapture"]);
            run(command.env(variable, std::env::var(variable).unwrap_or_else(|_| full.to_owned())))
        })?;
    }
    Ok(ExitCode::SUCCESS)
}
