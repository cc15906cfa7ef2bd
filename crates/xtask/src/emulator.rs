//! Builds the emulator, and waits until a started one answers.

use crate::process::run_aside;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Child;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(10);

/// The profile of the program as it is shipped.
pub const RELEASE: &str = "release";
/// The profile of a program that is there sooner.
const QUICK: &str = "quick";

/// The profile to run with: a release is used where there was one before.
pub fn profile_to_run(project: &Project) -> &'static str {
    if project.emulator().exists() { RELEASE } else { QUICK }
}

/// Builds the program in a profile of Cargo.toml. What the compiler has to say is in the error.
pub fn build(project: &Project, profile: &str) -> Result<()> {
    let flags = ["build", "--quiet", "--locked", "--profile", profile, "--package", "chime-emulator"];
    run_aside(&mut project.cargo(&flags)).map(drop)
}

/// Returns once `GET /_emulator/health` answers 200; fails when the program ends before.
pub fn wait_until_ready(child: &mut Child, address: &str) -> Result<()> {
    let start = Instant::now();
    while !healthy(address) {
        if let Some(status) = child.try_wait()? {
            bail!("the emulator ended at once ({status}); what it printed above says why");
        }
        if start.elapsed() > PATIENCE {
            bail!("the emulator does not answer on http://{address} after {} seconds", PATIENCE.as_secs());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

fn healthy(address: &str) -> bool {
    health(address).is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

fn health(address: &str) -> Result<String> {
    let mut stream = TcpStream::connect(address).with_context(|| format!("cannot connect to {address}"))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET /_emulator/health HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
