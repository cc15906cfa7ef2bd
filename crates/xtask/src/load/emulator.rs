//! An emulator started for a measurement.

use crate::client::Request;
use anyhow::{Context, Result, ensure};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(10);

/// A running emulator; ends when dropped.
pub struct Emulator {
    child: Child,
    /// Where its API listens.
    pub address: String,
    /// From starting the program to its first answer.
    pub first_answer: Duration,
}

impl Emulator {
    /// Starts the program on a free port and waits for its first answer.
    pub fn start(program: &str, flags: &[&str]) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let mut command = Command::new(program);
        command.args(["--listen", &address]).args(flags).stdout(Stdio::null()).stderr(Stdio::inherit());
        let start = Instant::now();
        let child = command.spawn().with_context(|| format!("cannot start {program}"))?;
        let mut emulator = Self { child, address, first_answer: Duration::ZERO };
        while !emulator.answers() {
            ensure!(start.elapsed() < PATIENCE, "the emulator does not answer");
            std::thread::sleep(Duration::from_micros(500));
        }
        emulator.first_answer = start.elapsed();
        Ok(emulator)
    }

    /// A signed CreateAccount.
    pub fn create_account(&self) -> Result<Request> {
        Request::signed(&self.address, "POST", "/accounts", br#"{"Name":"Measured"}"#)
    }

    /// Resident memory, in KiB.
    pub fn resident_kib(&self) -> Result<f64> {
        let output = Command::new("ps").args(["-o", "rss=", "-p", &self.child.id().to_string()]).output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        text.trim().parse().context("`ps` does not tell the emulator's memory")
    }

    fn answers(&self) -> bool {
        let ask = || -> std::io::Result<String> {
            let mut stream = TcpStream::connect(&self.address)?;
            write!(stream, "GET /_emulator/health HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address)?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok(answer)
        };
        ask().is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
