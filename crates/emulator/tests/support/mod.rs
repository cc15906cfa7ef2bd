//! An emulator in memory, on a clock that stands still, and requests to it.
#![allow(dead_code, reason = "each test file uses its part")]

#[cfg(feature = "server")]
pub mod program;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use bytes::Bytes;
use chime_emulator::store::MemoryStore;
use chime_emulator::{Emulator, Options};
use http::{Request, Response};
use serde_json::Value;

/// The wall clock at the start of each test: 2020-09-13T12:26:40Z.
pub const START: i64 = 1_600_000_000_000;

/// An emulator that takes unsigned calls, and the wall clock it follows.
pub struct Machine {
    pub emulator: Emulator,
    pub wall: Arc<AtomicI64>,
}

impl Machine {
    pub fn new() -> Self {
        Self::with(Options { allow_unsigned: true, ..Options::default() })
    }

    pub fn with(options: Options) -> Self {
        let wall = Arc::new(AtomicI64::new(START));
        let clock = wall.clone();
        let emulator = Emulator::open(Box::new(MemoryStore::new()), move || clock.load(Ordering::SeqCst), options);
        Self { emulator: emulator.expect("opens"), wall }
    }

    /// One that is not complete.
    pub fn incomplete() -> Self {
        let wall = Arc::new(AtomicI64::new(START));
        let clock = wall.clone();
        let (store, options) = (Box::new(MemoryStore::new()), Options { allow_unsigned: true, ..Options::default() });
        let emulator = Emulator::open_incomplete(store, move || clock.load(Ordering::SeqCst), options);
        Self { emulator: emulator.expect("opens"), wall }
    }

    /// Lets time pass on the wall clock.
    pub fn pass(&self, milliseconds: i64) {
        self.wall.fetch_add(milliseconds, Ordering::SeqCst);
    }

    /// Status and body of an answer; the body is JSON or nothing.
    pub fn ask(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let body = if body.is_null() { Bytes::new() } else { body.to_string().into() };
        let request = Request::builder().method(method).uri(path).body(body).expect("a request");
        let response = self.emulator.handle(request);
        (response.status().as_u16(), json(&response))
    }

    /// The body of an answer that must be a success.
    pub fn done(&self, method: &str, path: &str, body: &Value) -> Value {
        let (status, answer) = self.ask(method, path, body);
        assert!((200..300).contains(&status), "{method} {path}: {status} {answer}");
        answer
    }
}

pub fn json(response: &Response<Bytes>) -> Value {
    if response.body().is_empty() { Value::Null } else { serde_json::from_slice(response.body()).expect("JSON") }
}

pub fn error_type(response: &Response<Bytes>) -> &str {
    response.headers().get("x-amzn-errortype").map_or("", |value| value.to_str().expect("text"))
}
