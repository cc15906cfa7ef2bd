//! The program: its log, and what keeps it from starting.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};

use crate::support::program::{command, send};
use crate::upstream::{EMPTY, upstream};
use crate::{HOST, ORIGIN};

/// The program itself; killed when dropped.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the program, which logs all that it can; gives its address.
pub fn started(options: &[&str]) -> (String, Running) {
    let mut command = command(&["relay", "--allow", HOST, "--listen", "127.0.0.1:0", "--origin", ORIGIN.1]);
    command.args(options).env("RUST_LOG", "trace").stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = Running(command.spawn().expect("the binary starts"));
    let mut greeting = String::new();
    BufReader::new(running.0.stdout.take().expect("a pipe")).read_line(&mut greeting).expect("a line");
    let address = greeting.trim().rsplit("http://").next().expect("an address");
    (address.to_owned(), running)
}

#[test]
fn the_log_holds_no_secret() {
    let (upstream, _told) = upstream(EMPTY);
    let (address, mut running) = started(&["--upstream", &format!("{HOST}=http://{upstream}")]);
    let sent = [ORIGIN, ("authorization", "secret-signature"), ("x-amz-security-token", "secret-token")];
    let path = format!("/{HOST}/users/secret-path?name=secret-query");
    assert_eq!(send(&address, "POST", &path, &sent, b"secret-body").expect("an answer").status, 200);
    running.0.kill().expect("is killed");
    let mut log = String::new();
    running.0.stderr.take().expect("a pipe").read_to_string(&mut log).expect("text");
    assert!(log.contains(HOST) && log.contains("POST"), "{log}");
    assert!(!log.contains("secret"), "{log}");
}

#[test]
fn what_the_relay_cannot_be_is_said_in_one_sentence() {
    for (arguments, sentence) in [
        (["relay", "--allow", "169.254.169.254"].as_slice(), "not a host name"),
        (&["relay", "--allow", HOST, "--origin", "*"], "not an origin"),
        (&["relay", "--allow", HOST, "--upstream", "chime.example.com=http://10.0.0.1:80"], "must be"),
        (&["relay", "--allow", HOST, "--ca", "no/such.pem"], "cannot use no/such.pem"),
        (&["relay", "--allow", HOST, "--ca", "Cargo.toml"], "no file of certificates"),
    ] {
        let output = command(arguments).output().expect("the binary starts");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && said.contains(sentence) && said.lines().count() == 1, "{said}");
    }
    assert_eq!(
        command(&["relay"]).output().expect("the binary starts").status.code(),
        Some(2),
        "--allow must be given"
    );
}
