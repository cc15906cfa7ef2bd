//! Builds the console, and holds its first load to the budget.

use crate::process::{run, run_aside, step};
use crate::project::{Project, newest};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::Command;

/// Bytes that a first visit downloads, everything counted.
pub const SIZE_BUDGET: u64 = 300 * 1024;
/// The most that a visit with keys downloads that has nothing in its cache: it begins with a list and the client. With more than
/// this its rows are too late. Lower it with each gain.
pub const KEYS_CEILING: u64 = 348 * 1024;
/// Requests of either visit, before the first call to the API.
pub const REQUEST_BUDGET: usize = 6;

/// Bytes of the sandbox's worker, which is loaded when somebody wants it.
pub const SANDBOX_BUDGET: u64 = 450 * 1024;
/// The parts that a visit without keys begins with, and those for a visit with keys; start.js asks for the one or the others.
const WITHOUT_KEYS: [&str; 1] = ["entry-"];
const WITH_KEYS: [&str; 2] = ["client-", "list-"];
/// What the files of the worker begin with.
const SANDBOX: &str = "chime-sandbox-";
/// The page names it, and asks for it long after it is shown.
const SERVICE_WORKER: &str = "service-worker.js";

/// What the console is made from.
const INPUTS: [&str; 12] = [
    "src",
    "style",
    "public",
    "crates/emulator",
    "crates/model",
    "crates/sandbox",
    "crates/xtask/js",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
];

/// Builds `dist/` as it is shipped.
pub fn build(project: &Project) -> Result<()> {
    step("console: dist/", || {
        run(&mut trunk(project))?;
        Ok(fs::write(stamp(project), index(project)?)?)
    })
}

/// The same beside other work; gives what was printed.
pub fn build_aside(project: &Project) -> Result<String> {
    let printed = run_aside(&mut trunk(project))?;
    fs::write(stamp(project), index(project)?)?;
    Ok(printed)
}

fn trunk(project: &Project) -> Command {
    let mut trunk = project.command("trunk");
    trunk.env_remove("NO_COLOR").args(["build", "--release", "--log=warn"]);
    trunk
}

/// Compiles both programs as Trunk will ask for them: that needs no tools.
pub fn compile(project: &Project) -> Result<()> {
    for (program, manifest) in [("chime-sandbox", "crates/sandbox/Cargo.toml"), ("chime-console", "Cargo.toml")] {
        let flags =
            ["build", "--quiet", "--locked", "--target=wasm32-unknown-unknown", "--profile=wasm", "--bin", program];
        run_aside(project.cargo(&flags).args(["--manifest-path", manifest]))?;
    }
    Ok(())
}

/// Whether `dist/` is newer than all it is made from.
pub fn is_built(project: &Project) -> bool {
    let built = newest(&stamp(project));
    let changed = INPUTS.iter().filter_map(|input| newest(&project.root.join(input))).max();
    // A development build by hand leaves another index.html than the one we remember.
    let ours = index(project).is_ok_and(|index| fs::read_to_string(stamp(project)).is_ok_and(|stamp| stamp == index));
    ours && built >= changed
}

/// What one first visit costs.
pub struct FirstLoad {
    /// Name and bytes as sent, the biggest first.
    pub files: Vec<(String, u64)>,
    /// The same for a visit with keys.
    pub with_keys: Vec<(String, u64)>,
    /// Bytes of the sandbox, which is no part of it.
    pub sandbox: u64,
}

impl FirstLoad {
    /// Reads `dist/`: index.html and each file it names, as compressed beside them.
    pub fn measure(project: &Project) -> Result<Self> {
        let dist = project.dist();
        let index = index(project)?;
        let mut files = vec![("index.html".to_owned(), dist.join("index.html.br").metadata()?.len())];
        let (mut with_keys, mut sandbox) = (files.clone(), 0);
        for entry in fs::read_dir(&dist).with_context(|| format!("cannot read {}", dist.display()))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let of_sandbox = name.starts_with(SANDBOX);
            let counts = of_sandbox || index.contains(&name) && name != SERVICE_WORKER;
            if name.ends_with(".br") || name.ends_with(".gz") || !counts {
                continue;
            }
            let compressed = dist.join(format!("{name}.br"));
            let sent = if compressed.is_file() { &compressed } else { &path };
            let bytes = sent.metadata()?.len();
            if of_sandbox {
                sandbox += bytes;
                continue;
            }
            let part_of = |parts: &[&str]| parts.iter().any(|part| name.starts_with(part));
            if !part_of(&WITH_KEYS) {
                files.push((name.clone(), bytes));
            }
            if !part_of(&WITHOUT_KEYS) {
                with_keys.push((name, bytes));
            }
        }
        let more = WITH_KEYS.len() - WITHOUT_KEYS.len();
        ensure!(files.len() + more == with_keys.len(), "index.html does not name the parts of either visit");
        files.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
        Ok(Self { files, with_keys, sandbox })
    }

    /// All bytes sent.
    pub fn bytes(&self) -> u64 {
        total(&self.files)
    }

    /// All bytes sent to a visit with keys.
    pub fn bytes_with_keys(&self) -> u64 {
        total(&self.with_keys)
    }

    /// Prints the files and fails when there is more than there may be.
    pub fn check(&self) -> Result<()> {
        for (name, bytes) in &self.files {
            println!("    {bytes:>8}  {name}");
        }
        println!("    {:>8}  of {SIZE_BUDGET} bytes, {} of {REQUEST_BUDGET} requests", self.bytes(), self.files.len());
        ensure!(self.bytes() <= SIZE_BUDGET, "the first load has grown to {} bytes, past its budget", self.bytes());
        let with_keys = self.bytes_with_keys();
        let requests = self.with_keys.len();
        println!("    {with_keys:>8}  of {KEYS_CEILING} bytes, {requests} requests of a visit with keys");
        ensure!(with_keys <= KEYS_CEILING, "a visit with keys has grown to {with_keys} bytes");
        ensure!(requests <= REQUEST_BUDGET, "a visit with keys is {requests} requests, over its budget");
        println!("    {:>8}  of {SANDBOX_BUDGET} bytes of the sandbox, when it is wanted", self.sandbox);
        ensure!(self.sandbox <= SANDBOX_BUDGET, "the sandbox has grown to {} bytes, past its budget", self.sandbox);
        ensure!(self.files.len() <= REQUEST_BUDGET, "the first load is {} requests, over its budget", self.files.len());
        Ok(())
    }
}

fn total(files: &[(String, u64)]) -> u64 {
    files.iter().map(|(_, bytes)| bytes).sum()
}

fn index(project: &Project) -> Result<String> {
    let path = project.dist().join("index.html");
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn stamp(project: &Project) -> std::path::PathBuf {
    project.target.join("console-release.html")
}
