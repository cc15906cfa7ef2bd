//! Whatever comes, in whatever order: no panic, and no 5xx but the 501 of an operation without behaviour.
//!
//! `CHIME_FUZZ_SECONDS` sets how long; `cargo xtask stress` runs it for ten minutes.

mod requests;
mod support;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use bytes::Bytes;
use chime_emulator::Options;
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Request, Uri};
use rand::Rng;
use rand::rngs::StdRng;
use requests::{Client, Step};
use support::Machine;

/// Calls to one emulator, before a fresh one with the next seed.
const LIFE: u32 = 3000;

#[test]
fn nothing_makes_it_fail() {
    let seconds = std::env::var("CHIME_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(5);
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut statuses, mut succeeded) = (BTreeMap::<u16, u64>::new(), BTreeMap::<&str, u64>::new());
    for seed in 0.. {
        let machine = Machine::with(Options { allow_unsigned: true, seed: [1; 32], ..Options::default() });
        let mut client = Client::new(seed, 120, &machine.emulator);
        for number in 0..LIFE {
            if Instant::now() > end {
                println!("{seed} emulators, answers by status: {statuses:?}");
                println!("{} operations succeeded: {succeeded:?}", succeeded.len());
                return;
            }
            let step = client.step();
            let garbled = client.random().random_bool(0.1).then(|| garble(client.random(), &step)).flatten();
            let answer = catch_unwind(AssertUnwindSafe(|| match &garbled {
                Some(request) => Some(machine.emulator.handle(request.clone())),
                None => client.perform(&machine.emulator, &step),
            }));
            let asked = garbled.map_or_else(|| format!("{step:?}"), |request| format!("{request:?}"));
            let answer = answer.unwrap_or_else(|_| panic!("seed {seed}, step {number} panicked: {asked}"));
            let Some(answer) = answer else { continue };
            let status = answer.status().as_u16();
            assert!(status < 500 || status == 501, "seed {seed}, step {number}: {asked} gave {answer:?}");
            *statuses.entry(status).or_default() += 1;
            if let Step::Call(operation, _) = step
                && answer.status().is_success()
            {
                *succeeded.entry(operation.name()).or_default() += 1;
            }
        }
    }
}

/// The request with some bytes changed; `None` when HTTP itself would not carry it.
fn garble(random: &mut StdRng, step: &Step) -> Option<Request<Bytes>> {
    let (mut parts, body) = step.request()?.into_parts();
    let mut body = body.to_vec();
    match random.random_range(0..4) {
        0 => disturb(random, &mut body),
        1 => {
            let mut target = parts.uri.to_string().into_bytes();
            disturb(random, &mut target);
            parts.uri = Uri::from(PathAndQuery::from_maybe_shared(Bytes::from(target)).ok()?);
        }
        2 => parts
            .method
            .clone_from(&[Method::PATCH, Method::HEAD, Method::PUT, Method::OPTIONS][random.random_range(0..4)]),
        _ => {
            let mut value: Vec<u8> = b"AWS4-HMAC-SHA256 Credential=emulator/20200913/us-east-1/chime/aws4_request, \
                SignedHeaders=host;x-amz-date, Signature=00"
                .to_vec();
            disturb(random, &mut value);
            let name = ["authorization", "x-amz-date", "x-amz-chime-bearer", "host"][random.random_range(0..4)];
            parts.headers.insert(name, HeaderValue::from_bytes(&value).ok()?);
        }
    }
    Some(Request::from_parts(parts, body.into()))
}

/// Changes, removes, doubles or inserts a few bytes.
fn disturb(random: &mut StdRng, bytes: &mut Vec<u8>) {
    for _ in 0..random.random_range(1..6) {
        let at = random.random_range(0..=bytes.len());
        match random.random_range(0..4) {
            0 if at < bytes.len() => bytes[at] = random.random(),
            1 => bytes.truncate(at),
            2 => bytes.extend_from_within(at..),
            _ => bytes.insert(at, b"\"{}[]:,%/&=?\\\0\xff"[random.random_range(0..14)]),
        }
    }
}
