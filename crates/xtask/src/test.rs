//! `test`: every check, one summary. A failure does not stop the others.

use crate::console::{self, FirstLoad};
use crate::prerequisites::chromium;
use crate::process::{run, seconds, step};
use crate::project::Project;
use crate::{emulator, setup};
use anyhow::{Result, ensure};
use std::process::ExitCode;
use std::time::{Duration, Instant};

const WASM: &str = "wasm32-unknown-unknown";

/// How much to check.
#[derive(Clone, Copy, PartialEq)]
pub enum Extent {
    /// Format, lints, unit tests: the inner loop.
    Quick,
    /// All there is.
    Everything,
}

/// Runs the checks and prints the summary.
pub fn test(project: &Project, extent: Extent) -> Result<ExitCode> {
    if extent == Extent::Everything {
        setup::for_testing(project)?;
    }
    let mut report = Report::default();
    let cargo = |arguments: &[&str]| run(&mut project.cargo(arguments));

    report.check("format", || cargo(&["fmt", "--all", "--check"]));
    report.check("lints", || {
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--locked",
            "--quiet",
            "--",
            "--deny=warnings",
        ])
    });
    report.check("unit tests", || cargo(&["test", "--workspace", "--locked", "--quiet"]));
    if extent == Extent::Everything {
        report.check("lints, wasm", || {
            let packages = [
                "--package=chime-console",
                "--package=chime-emulator",
                "--package=chime-sandbox",
                "--no-default-features",
            ];
            let flags = ["--target", WASM, "--locked", "--quiet", "--", "--deny=warnings"];
            cargo(&[&["clippy"], &packages[..], &flags[..]].concat())
        });
        report.check("unit tests, wasm", || wasm_tests(project));
        let built = report.check("emulator", || emulator::build(project));
        report.check("clients: boto3, AWS CLI", || {
            ensure!(built, "not run: there is no emulator");
            let python = setup::python(project)?;
            // It writes the calls down that the console shows; the clients run them.
            cargo(&["build", "--locked", "--quiet", "--example=calls"])?;
            let mut pytest = project.command(python);
            pytest.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "tests/clients"]);
            pytest.env("CHIME_CALLS", project.example("calls")).env("CHIME_EMULATOR", project.emulator());
            run(pytest.env("PYTHONDONTWRITEBYTECODE", "1"))
        });
        report.check("clients: AWS SDK for JavaScript", || {
            ensure!(built, "not run: there is no emulator");
            run(project.node("--test").arg("tests/clients/").env("CHIME_EMULATOR", project.emulator()))
        });
        let dist = report.check("console", || console::build(project));
        report.check("console: first load", || {
            ensure!(dist, "not run: there is no console");
            FirstLoad::measure(project)?.check()
        });
        report.check("browser", || {
            ensure!(built && dist, "not run: there is no emulator or no console");
            let mut playwright = project.command("playwright");
            playwright.args(["test", "--config", "tests/browser/playwright.config.ts"]);
            run(playwright.env("CHIME_EMULATOR", project.emulator()).env("CHROMIUM", chromium()?))
        });
    }
    Ok(report.print())
}

/// In Node, by wasm-bindgen's own test runner.
fn wasm_tests(project: &Project) -> Result<()> {
    let mut tests =
        project.cargo(&["test", "--package=chime-console", "--test=wasm_sign", "--target", WASM, "--locked"]);
    run(tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
}

#[derive(Default)]
struct Report {
    lines: Vec<(&'static str, bool, Duration)>,
}

impl Report {
    /// Runs one check; true when it passed.
    fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> bool {
        let start = Instant::now();
        let result = step(name, work);
        if let Err(error) = &result {
            println!("    {error:#}");
        }
        self.lines.push((name, result.is_ok(), start.elapsed()));
        result.is_ok()
    }

    fn print(&self) -> ExitCode {
        println!();
        for (name, passed, took) in &self.lines {
            println!("  {:<7} {name:<34} {:>8}", if *passed { "passed" } else { "FAILED" }, seconds(*took));
        }
        let failed = self.lines.iter().filter(|(_, passed, _)| !passed).count();
        println!("\n{} passed, {failed} failed", self.lines.len() - failed);
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
