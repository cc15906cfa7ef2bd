//! Installs the pinned tools into the project, so that nothing of the machine is touched.

use crate::prerequisites;
use crate::process::{run, step, version};
use crate::project::{Project, newest};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

// 0.22 needs a newer Rust than rust-toolchain.toml names.
const TRUNK: &str = "0.21.14";
// It reads what the library of the same project, wasm_split_helpers, leaves in the program.
const WASM_SPLIT: &str = "0.2.4";

/// The packages and programs that make the console, where the machine has what they need.
pub fn tools(project: &Project) -> Result<()> {
    npm_packages(project)?;
    // Its version must equal the library's, to the last digit. TLS is for test browsers on other machines.
    let wasm_bindgen = project.locked_version("wasm-bindgen")?;
    cargo_tool(project, "wasm-bindgen", "wasm-bindgen-cli", &wasm_bindgen, "--no-default-features")?;
    cargo_tool(project, "wasm-split-cli", "wasm_split_cli_support", WASM_SPLIT, "--features=build-binary")?;
    cargo_tool(project, "trunk", "trunk", TRUNK, "--no-default-features")
}

/// What the whole of `test` needs.
pub fn for_testing(project: &Project) -> Result<()> {
    prerequisites::for_testing()?;
    prerequisites::for_building(project)?;
    tools(project)?;
    python(project).map(|_| ())
}

/// The Python of the client tests, in an environment of its own with the pinned packages.
pub fn python(project: &Project) -> Result<PathBuf> {
    let environment = project.tools.join("python");
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let requirements = project.root.join("tests/clients/requirements.txt");
    let wanted =
        fs::read_to_string(&requirements).with_context(|| format!("cannot read {}", requirements.display()))?;
    let stamp = environment.join("requirements.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted)
        && version(&mut project.command(&python)).is_some()
    {
        return Ok(python);
    }
    step("Python packages of the client tests", || {
        run(project.command(prerequisites::python()?).args(["-m", "venv", "--clear"]).arg(&environment))?;
        run(project.command(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&requirements))?;
        Ok(fs::write(&stamp, &wanted)?)
    })?;
    Ok(python)
}

fn npm_packages(project: &Project) -> Result<()> {
    let installed = newest_file(project, "node_modules/.package-lock.json");
    if installed.is_some() && installed >= newest_file(project, "package-lock.json") {
        return Ok(());
    }
    step("npm packages: wasm-opt, esbuild, Playwright", || {
        // The tests use the browser of the system; no package needs a script of its own to install.
        let flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        run(project.command("npm").args(flags))
    })
}

fn newest_file(project: &Project, path: &str) -> Option<std::time::SystemTime> {
    newest(&project.root.join(path))
}

/// A published program, unless PATH has that version. Compiled for speed of compiling: all of them take three minutes on two cores so,
/// and more than ten as released.
fn cargo_tool(project: &Project, program: &str, package: &str, wanted: &str, features: &str) -> Result<()> {
    let found = version(&mut project.command(program));
    let ours = fs::read_to_string(project.tools.join(".crates.toml"));
    // Not every tool tells its version; cargo notes what it installed.
    if found.is_some_and(|found| found.split(' ').nth(1) == Some(wanted))
        || ours.is_ok_and(|ours| ours.contains(&format!("\"{package} {wanted} ")))
    {
        return Ok(());
    }
    step(&format!("{package} {wanted}, once: a minute or two"), || {
        let build = project.tools.join("build");
        let mut install = project.cargo(&["install", "--quiet", "--locked", package, "--version", wanted, features]);
        install.arg("--root").arg(&project.tools).arg("--target-dir").arg(&build);
        install
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64");
        run(&mut install)?;
        Ok(fs::remove_dir_all(build)?)
    })
}
