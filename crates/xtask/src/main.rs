//! `cargo xtask`: sets up, runs, tests and measures this project.

mod bench;
mod build;
mod console;
mod emulator;
mod prerequisites;
mod process;
mod project;
mod run;
mod scale;
mod screenshots;
mod setup;
mod stress;
mod test;

use anyhow::{Result, bail};
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND

Commands:
  run           Build everything, start the emulator with demo data, serve the console
                  --no-open                 do not open the browser
                  --listen ADDRESS          the API's address       [127.0.0.1:8000]
                  --console-listen ADDRESS  the console's address   [127.0.0.1:8080]
  test          Format, lints, unit, wasm, client and browser tests, size budget
                  --quick                   format, lints and unit tests only
  bench         Measure the budgets, print a table, write target/bench.json
                  --scale                   what calls cost at a thousand rows, and at a million
  stress        Fuzz the emulator, kill it and crowd it, for some fifteen minutes
  build         Build the console into dist/ and the emulator, both optimised
  screenshots   Take the pictures of the README from the demo data
  setup         Install the pinned tools; every other command does so by itself

Tools go into target/tools, or into the directory that CHIME_TOOLS_DIR names.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some((command, flags)) = arguments.split_first() else {
        bail!("name a command; `cargo xtask --help` lists them");
    };
    if matches!(*command, "help" | "-h" | "--help") || flags.iter().any(|flag| matches!(*flag, "-h" | "--help")) {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    let project = Project::find()?;
    match (*command, flags) {
        ("run", flags) => run::run(&project, &run::Options::parse(flags)?),
        ("test", []) => test::test(&project, test::Extent::Everything),
        ("test", ["--quick"]) => test::test(&project, test::Extent::Quick),
        ("stress", []) => stress::stress(&project),
        ("bench", ["--scale"]) => scale::scale(&project),
        ("bench", []) => bench::bench(&project),
        ("build", []) => {
            build::both(&project)?;
            Ok(ExitCode::SUCCESS)
        }
        ("screenshots", []) => screenshots::screenshots(&project),
        ("setup", []) => setup::for_testing(&project).map(|()| ExitCode::SUCCESS),
        ("test" | "bench" | "stress" | "build" | "screenshots" | "setup", [flag, ..]) => {
            bail!("`{command}` does not take `{flag}`; `cargo xtask --help` lists what it takes")
        }
        _ => bail!("there is no command `{command}`; `cargo xtask --help` lists them"),
    }
}
