//! What a machine must have before we start, each with the command that brings it.

use crate::process::{run, version};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
const NODE_MAJOR: u32 = 20;

/// Node, npm, a C compiler and Rust's WebAssembly target.
pub fn for_building(project: &Project) -> Result<()> {
    let node =
        version(&mut Command::new("node")).with_context(|| missing("Node.js 20 or newer", "node", "nodejs npm"))?;
    let major = node.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_MAJOR) {
        bail!("Node.js {node} is too old; install version {NODE_MAJOR} or newer from https://nodejs.org");
    }
    version(&mut Command::new("npm")).with_context(|| missing("npm", "node", "npm"))?;
    // SQLite is compiled into the emulator.
    let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
    if cfg!(unix) && version(&mut Command::new(compiler)).is_none() {
        bail!("{}", missing("A C compiler", "gcc", "build-essential"));
    }
    wasm_target(project)
}

/// Python with venv, and a Chromium.
pub fn for_testing() -> Result<()> {
    python()?;
    chromium().map(|_| ())
}

/// The Python that makes the virtual environment of the client tests.
pub fn python() -> Result<&'static str> {
    let found = ["python3", "python"].into_iter().find(|name| {
        Command::new(name).args(["-c", "import ensurepip, venv"]).output().is_ok_and(|output| output.status.success())
    });
    found.with_context(|| missing("Python 3 with venv", "python", "python3 python3-venv"))
}

/// The browser of the tests: what CHROMIUM names, or the first that is installed.
pub fn chromium() -> Result<PathBuf> {
    const MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).flat_map(|directory| NAMES.map(|name| directory.join(name)));
    on_path
        .chain([MACOS.into()])
        .find(|candidate| candidate.is_file())
        .with_context(|| missing("Chromium", "--cask chromium", "chromium"))
}

fn wasm_target(project: &Project) -> Result<()> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = crate::process::output(project.command(rustc).args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    println!("Rust's {TARGET} target is missing; adding it.");
    run(project.command("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("Rust's {TARGET} target is missing; `rustup target add {TARGET}` brings it"))
}

fn missing(what: &str, homebrew: &str, debian: &str) -> String {
    if cfg!(target_os = "macos") {
        format!("{what} is missing; `brew install {homebrew}` brings it")
    } else {
        format!("{what} is missing; on Debian and Ubuntu `sudo apt-get install {debian}` brings it")
    }
}
