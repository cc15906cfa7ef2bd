//! The real binary, and a client of plain HTTP for it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running `chime-emulator`; killed when dropped.
pub struct Program {
    child: Child,
    /// Where the API is, `127.0.0.1:40123`.
    pub api: String,
    /// Where the console is, when it is served.
    pub console: String,
}

impl Program {
    /// Starts the binary on free ports, and waits for its greeting, which it prints when it listens.
    pub fn start(arguments: &[&str]) -> Self {
        let mut child = command(&["--listen", "127.0.0.1:0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let (mut api, mut console) = (String::new(), String::new());
        // The greeting ends with an example for boto3.
        for line in lines.by_ref().map_while(Result::ok).take_while(|line| !line.contains("boto3")) {
            let address = line.rsplit("http://").next().unwrap_or_default().to_owned();
            match line.split("  ").next() {
                Some("Amazon Chime API") => api = address,
                Some("Console") => console = address,
                _ => {}
            }
        }
        assert!(!api.is_empty(), "the program greets with its address");
        Self { child, api, console }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends the program as `kill -9` does.
    pub fn kill(mut self) {
        self.child.kill().expect("is killed");
        self.child.wait().expect("ends");
    }

    /// Asks the program to end, and tells whether it did so in order.
    pub fn terminate(mut self) -> bool {
        let signalled = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill runs");
        assert!(signalled.success());
        self.child.wait().expect("ends").success()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chime-emulator"));
    command.args(arguments);
    command
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Sends a request on a connection of its own; `None` when the other side does not answer.
pub fn send(address: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Option<Answer> {
    send_to(address, address, method, path, headers, body)
}

/// The same, for a host of another name than the address.
pub fn send_to(
    address: &str,
    host: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Option<Answer> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let mut head =
        format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(b"\r\n").ok()?;
    stream.write_all(body).ok()?;
    let mut text = Vec::new();
    stream.read_to_end(&mut text).ok()?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

pub fn get(address: &str, path: &str) -> Answer {
    send(address, "GET", path, &[], b"").expect("an answer")
}
