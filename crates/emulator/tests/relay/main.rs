//! The relay from outside: what it passes on, what it refuses, and who may read the answers.
#![cfg(feature = "server")]

mod origins;
mod passing_on;
mod program;
mod refusals;
#[path = "../support/mod.rs"]
mod support;
mod tls;
mod upstream;

use std::sync::mpsc::channel;
use std::thread;

use chime_emulator::relay::Relay;
use support::program::{Answer, send};

const ORIGIN: (&str, &str) = ("origin", "https://console.example.com");
const HOST: &str = "chime.example.com";

fn relay(allowed: &str) -> Relay {
    Relay::new(&[allowed], &[ORIGIN.1]).expect("a relay")
}

/// Serves in this process until the test ends.
fn start(relay: Relay) -> String {
    let (tell, told) = channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
            tell.send(listener.local_addr().expect("an address").to_string()).expect("is told");
            relay.run(listener, std::future::pending()).await;
        });
    });
    told.recv().expect("an address")
}

fn ask(relay: &str, path: &str) -> Answer {
    send(relay, "GET", path, &[ORIGIN], b"").expect("an answer")
}

fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{answer:?}");
    let error: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
    assert_eq!(error["Code"], code);
    assert!(error["Message"].as_str().is_some_and(|message| message.ends_with('.')), "{error}");
    assert_eq!(answer.header("access-control-allow-origin"), Some(ORIGIN.1), "the console can tell why");
}
