//! Where things are, and how to call a program so that it finds the pinned tools.

use crate::process::output;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The directories of this checkout.
pub struct Project {
    /// The repository's root.
    pub root: PathBuf,
    /// Cargo's target directory.
    pub target: PathBuf,
    /// Where the pinned tools are installed.
    pub tools: PathBuf,
}

impl Project {
    /// Finds the checkout that this program was built from.
    pub fn find() -> Result<Self> {
        let manifest =
            std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = manifest.ancestors().nth(2).context("this program is not inside its project")?.to_path_buf();
        let metadata =
            output(Command::new(cargo()).current_dir(&root).args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let target = PathBuf::from(metadata["target_directory"].as_str().context("cargo names no target directory")?);
        let tools = std::env::var_os("CHIME_TOOLS_DIR").map_or_else(|| target.join("tools"), PathBuf::from);
        Ok(Self { root, target, tools })
    }

    /// A command that runs in the root, with the pinned tools first on PATH.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.path());
        command
    }

    /// The cargo that runs this program.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(cargo());
        command.args(arguments);
        command
    }

    /// A script of this crate's `js` folder, or of `tests`, run by Node.
    pub fn node(&self, script: &str) -> Command {
        let mut command = self.command("node");
        command.arg(script);
        command
    }

    /// The program that a release build of the emulator makes.
    pub fn emulator(&self) -> PathBuf {
        self.emulator_of(crate::emulator::RELEASE)
    }

    /// The program that a build of the emulator makes in a profile of Cargo.toml.
    pub fn emulator_of(&self, profile: &str) -> PathBuf {
        self.target.join(profile).join(format!("chime-emulator{}", std::env::consts::EXE_SUFFIX))
    }

    /// The program that a debug build of one of the console's examples makes.
    pub fn example(&self, name: &str) -> PathBuf {
        self.target.join("debug").join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// The built console.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The version Cargo.lock holds a package at.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
        lines
            .nth(1)
            .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
            .map(str::to_owned)
            .with_context(|| format!("Cargo.lock does not name {package}"))
    }

    fn path(&self) -> OsString {
        let first = [self.tools.join("bin"), self.root.join("node_modules/.bin")];
        let rest = std::env::var_os("PATH").unwrap_or_default();
        let all = first.iter().cloned().chain(std::env::split_paths(&rest));
        std::env::join_paths(all).unwrap_or(rest)
    }
}

fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// When a file was last changed; the newest below it for a folder. Nothing when it does not exist.
pub fn newest(path: &Path) -> Option<std::time::SystemTime> {
    let own = path.metadata().ok()?.modified().ok()?;
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.filter_map(|entry| newest(&entry.path())).chain([own]).max()
}
