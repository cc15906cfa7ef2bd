//! `run`: from a checkout to an open console, with the emulator behind it.

use crate::project::Project;
use crate::{build, emulator};
use anyhow::{Context, Result, bail};
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long a stopping emulator may take before it is killed; what it acknowledged is on disk anyway.
const GRACE: Duration = Duration::from_secs(5);

/// The flags of `cargo xtask run`.
pub struct Options {
    open: bool,
    api: String,
    console: String,
}

impl Options {
    /// Reads the flags that follow `run`.
    pub fn parse(flags: &[&str]) -> Result<Self> {
        let mut options = Self { open: true, api: "127.0.0.1:8000".to_owned(), console: "127.0.0.1:8080".to_owned() };
        let mut flags = flags.iter();
        while let Some(flag) = flags.next() {
            match *flag {
                "--no-open" => options.open = false,
                "--listen" => options.api = value(flag, flags.next())?,
                "--console-listen" => options.console = value(flag, flags.next())?,
                other => bail!("`run` does not take `{other}`; `cargo xtask --help` lists what it takes"),
            }
        }
        Ok(options)
    }
}

/// Builds what changed, starts everything, and waits for Ctrl-C.
pub fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    // Before minutes of building, not after.
    must_be_free("--listen", &options.api)?;
    must_be_free("--console-listen", &options.console)?;
    let profile = emulator::profile_to_run(project);
    build::with_emulator(project, profile)?;

    let (send, stop) = channel();
    ctrlc::set_handler(move || {
        // The receiver is gone only when we are already leaving.
        let _ = send.send(());
    })?;
    let data = project.target.join("run/chime.sqlite");
    println!("\n==> start");
    // It prints its addresses and keys itself.
    let mut child = start(project, options, &project.emulator_of(profile), &data)?;
    println!("\nOpen http://{}/ · Ctrl-C stops · data: {}, delete it to begin anew", options.console, data.display());
    if options.open {
        open_browser(&format!("http://{}/", options.console));
    }
    wait(&mut child, &stop)
}

fn start(project: &Project, options: &Options, emulator: &Path, data: &Path) -> Result<Child> {
    if let Some(directory) = data.parent() {
        fs::create_dir_all(directory)?;
    }
    let mut command = Command::new(emulator);
    command.args(["--listen", &options.api, "--console-listen", &options.console]);
    command.arg("--console").arg(project.dist()).arg("--data").arg(data);
    if !data.exists() {
        command.arg("--demo");
    }
    let mut child = command.stdin(Stdio::null()).spawn().context("cannot start the emulator")?;
    if let Err(error) = emulator::wait_until_ready(&mut child, &options.api) {
        let _ = child.kill();
        return Err(error);
    }
    Ok(child)
}

/// Returns when the emulator ends by itself, or after stopping it when asked to.
fn wait(child: &mut Child, stop: &Receiver<()>) -> Result<ExitCode> {
    while stop.recv_timeout(Duration::from_millis(100)).is_err() {
        if let Some(status) = child.try_wait()? {
            bail!("the emulator ended ({status})");
        }
    }
    println!("\nStopping.");
    // Ctrl-C reached the emulator too; a signal sent to us alone did not.
    #[cfg(unix)]
    let _ = Command::new("kill").arg(child.id().to_string()).stderr(Stdio::null()).status();
    let asked = Instant::now();
    while child.try_wait()?.is_none() {
        if asked.elapsed() > GRACE {
            child.kill()?;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(ExitCode::SUCCESS)
}

fn must_be_free(flag: &str, address: &str) -> Result<()> {
    TcpListener::bind(address)
        .map(|_| ())
        .with_context(|| format!("cannot listen on {address}; stop what uses it or choose another address with {flag}"))
}

fn open_browser(url: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if std::env::var_os("DISPLAY").or_else(|| std::env::var_os("WAYLAND_DISPLAY")).is_some() {
        "xdg-open"
    } else {
        return;
    };
    // The address is on the screen already: without an opener nothing is lost.
    let _ = Command::new(opener).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

fn value(flag: &str, value: Option<&&str>) -> Result<String> {
    value.map(|value| (*value).to_owned()).with_context(|| format!("`{flag}` takes an address, as 127.0.0.1:8000"))
}
