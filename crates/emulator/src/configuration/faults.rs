//! Errors and delays given on purpose, so that a client's handling of them can be seen.

use std::time::Duration;

use chime_model::{Exception, Operation};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::random::Random;

/// The longest delay that can be asked for.
const LONGEST_DELAY_MS: u64 = 120_000;

/// The faults in force.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Faults(pub Vec<Fault>);

/// Something that goes wrong with some calls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Fault {
    /// Name of the operation that it befalls; every operation when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// The exception to answer with, `ThrottledClientException`; only a delay when both this and the status are absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
    /// A status that the API does not know, as a proxy on the way may give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Which part of the calls it befalls, 0 to 1.
    #[serde(default = "always")]
    pub rate: f64,
    /// How long the answer is held back, in milliseconds.
    #[serde(default, rename = "LatencyMs")]
    pub latency_ms: u64,
}

/// What befalls one call.
#[derive(Debug, Default)]
pub struct Drawn {
    /// How long the answer is held back.
    pub delay: Duration,
    /// What is answered in place of success.
    pub failure: Option<Failure>,
}

impl Faults {
    /// Draws what befalls a call: the delays of every fault drawn, the error of the first.
    #[must_use]
    pub fn draw(&self, operation: Operation, random: &Random) -> Drawn {
        let mut drawn = Drawn::default();
        let here = self.0.iter().filter(|fault| fault.operation.as_deref().is_none_or(|name| name == operation.name()));
        for fault in here.filter(|fault| random.chance(fault.rate)) {
            drawn.delay += Duration::from_millis(fault.latency_ms.min(LONGEST_DELAY_MS));
            drawn.failure = drawn.failure.or_else(|| fault.failure());
        }
        drawn
    }
}

impl Fault {
    /// What is wrong with this description of a fault, in plain words.
    #[must_use]
    pub fn mistake(&self) -> Option<String> {
        if let Some(name) = self.operation.as_ref().filter(|name| Operation::from_name(name).is_none()) {
            return Some(format!("{name:?} is no operation of the API."));
        }
        if let Some(name) = self.exception.as_ref().filter(|name| Exception::from_name_or_code(name).is_none()) {
            let names: Vec<_> = Exception::ALL.iter().map(|exception| exception.name()).collect();
            return Some(format!("{name:?} is no exception of the API; it has {}.", names.join(", ")));
        }
        if self.status.is_some_and(|status| !(400..600).contains(&status)) {
            return Some("Status must be from 400 to 599.".to_owned());
        }
        if !(0.0..=1.0).contains(&self.rate) {
            return Some("Rate must be from 0 to 1.".to_owned());
        }
        (self.latency_ms > LONGEST_DELAY_MS).then(|| format!("LatencyMs must be at most {LONGEST_DELAY_MS}."))
    }

    fn failure(&self) -> Option<Failure> {
        let message = "This fault was asked for at /_emulator/faults.";
        let named = self.exception.as_deref().and_then(Exception::from_name_or_code);
        let status = |status| Failure::Http { status, code: "InjectedFault", message: message.to_owned() };
        named.map(|exception| Failure::refused(exception, message)).or_else(|| self.status.map(status))
    }
}

fn always() -> f64 {
    1.0
}
