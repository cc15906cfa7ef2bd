//! `test`: every check, one summary. A failure does not stop the others.

use crate::console::{self, FirstLoad};
use crate::prerequisites::chromium;
use crate::process::{run, seconds, step, timed};
use crate::project::Project;
use crate::{emulator, setup};
use anyhow::{Result, ensure};
use std::panic::resume_unwind;
use std::process::ExitCode;
use std::thread::{self, ScopedJoinHandle};
use std::time::Duration;

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
    let ((), took) = timed(|| match extent {
        Extent::Quick => code(project, &mut report),
        Extent::Everything => everything(project, &mut report),
    });
    Ok(report.print(took))
}

fn everything(project: &Project, report: &mut Report) {
    thread::scope(|scope| {
        // Most of this build runs on one core, so it goes on beside what needs no console.
        let console = scope.spawn(|| timed(|| console::build_aside(project)));
        code(project, report);
        wasm(project, report);
        let emulator = report.check("emulator", || emulator::build(project, emulator::RELEASE));
        clients(project, report, emulator);
        let dist = report.aside("console", console);
        report.check("console: first load", || {
            ensure!(dist, "not run: there is no console");
            FirstLoad::measure(project)?.check()
        });
        report.check("browser", || {
            ensure!(emulator && dist, "not run: there is no emulator or no console");
            let mut playwright = project.command("playwright");
            playwright.args(["test", "--config", "tests/browser/playwright.config.ts"]);
            run(playwright.env("CHIME_EMULATOR", project.emulator()).env("CHROMIUM", chromium()?))
        });
    });
}

/// What needs no more than the compiler.
fn code(project: &Project, report: &mut Report) {
    let cargo = |arguments: &[&str]| run(&mut project.cargo(arguments));
    let lints = ["clippy", "--workspace", "--all-targets", "--all-features", "--locked", "--quiet"];
    report.check("format", || cargo(&["fmt", "--all", "--check"]));
    report.check("lints", || cargo(&[&lints[..], &["--", "--deny=warnings"]].concat()));
    report.check("unit tests", || cargo(&["test", "--workspace", "--locked", "--quiet"]));
}

fn wasm(project: &Project, report: &mut Report) {
    report.check("lints, wasm", || {
        let packages =
            ["--package=chime-console", "--package=chime-emulator", "--package=chime-sandbox", "--no-default-features"];
        let flags = ["--target", WASM, "--locked", "--quiet", "--", "--deny=warnings"];
        run(&mut project.cargo(&[&["clippy"], &packages[..], &flags[..]].concat()))
    });
    // In Node, by wasm-bindgen's own test runner.
    report.check("unit tests, wasm", || {
        let mut tests =
            project.cargo(&["test", "--package=chime-console", "--test=wasm_sign", "--target", WASM, "--locked"]);
        run(tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
    });
}

/// Clients that we did not write, at the emulator.
fn clients(project: &Project, report: &mut Report, emulator: bool) {
    report.check("clients: boto3, AWS CLI", || {
        ensure!(emulator, "not run: there is no emulator");
        let python = setup::python(project)?;
        // It writes the calls down that the console shows; the clients run them.
        run(&mut project.cargo(&["build", "--locked", "--quiet", "--example=calls"]))?;
        let mut pytest = project.command(python);
        pytest.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "tests/clients"]);
        pytest.env("CHIME_CALLS", project.example("calls")).env("CHIME_EMULATOR", project.emulator());
        run(pytest.env("PYTHONDONTWRITEBYTECODE", "1"))
    });
    report.check("clients: AWS SDK for JavaScript", || {
        ensure!(emulator, "not run: there is no emulator");
        run(project.node("--test").arg("tests/clients/").env("CHIME_EMULATOR", project.emulator()))
    });
}

#[derive(Default)]
struct Report {
    lines: Vec<(&'static str, bool, Duration)>,
}

impl Report {
    /// Runs one check; true when it passed.
    fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> bool {
        let (result, took) = timed(|| step(name, work));
        self.note(name, &result, took)
    }

    /// Waits for a check that was begun before; its time is its own.
    fn aside(&mut self, name: &'static str, work: ScopedJoinHandle<'_, (Result<String>, Duration)>) -> bool {
        println!("\n==> {name}, begun before");
        let (result, took) = work.join().unwrap_or_else(|panic| resume_unwind(panic));
        self.note(name, &result.map(|printed| print!("{printed}")), took)
    }

    fn note(&mut self, name: &'static str, result: &Result<()>, took: Duration) -> bool {
        if let Err(error) = result {
            println!("    {error:#}");
        }
        self.lines.push((name, result.is_ok(), took));
        result.is_ok()
    }

    fn print(&self, all: Duration) -> ExitCode {
        println!();
        for (name, passed, took) in &self.lines {
            println!("  {:<7} {name:<34} {:>8}", if *passed { "passed" } else { "FAILED" }, seconds(*took));
        }
        let failed = self.lines.iter().filter(|(_, passed, _)| !passed).count();
        println!("\n{} passed, {failed} failed in {}", self.lines.len() - failed, seconds(all));
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
