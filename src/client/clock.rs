//! The time that requests are signed with: this machine's clock, corrected from the server's where it is wrong.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use crate::session::Endpoint;

/// Signatures stay valid for 15 minutes; a smaller difference cannot have been the fault.
const TOLERATED_MS: i64 = 60_000;

/// How far this machine's clock is off, by endpoint.
#[derive(Default, Debug)]
pub(super) struct Clock {
    /// Server time minus local time, in milliseconds.
    skew: BTreeMap<Endpoint, i64>,
}

impl Clock {
    /// The time to sign with, at `local` milliseconds since 1970.
    pub(super) fn signing_time(&self, endpoint: &Endpoint, local: i64) -> SystemTime {
        let corrected = local + self.skew.get(endpoint).copied().unwrap_or_default();
        SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(corrected).unwrap_or_default())
    }

    /// Takes the server's time over; whether that changes anything, so that a retry makes sense.
    pub(super) fn correct(&mut self, endpoint: &Endpoint, local: i64, server: i64) -> bool {
        let skew = server - local;
        let known = self.skew.insert(endpoint.clone(), skew).unwrap_or_default();
        (skew - known).abs() > TOLERATED_MS
    }
}

/// Whether an error may come from a clock that is wrong.
pub(super) fn blames_the_clock(code: &str) -> bool {
    let code = code.trim_end_matches("Exception");
    matches!(
        code,
        "RequestExpired" | "RequestTimeTooSkewed" | "RequestInTheFuture" | "InvalidSignature" | "SignatureDoesNotMatch"
    )
}

/// Reads a `Date` header, in milliseconds since 1970. Every browser does so by itself: no program for it need be loaded.
pub(super) fn read(date: &str) -> Option<i64> {
    Some(js_sys::Date::parse(date)).filter(|ms| ms.is_finite()).map(|ms| ms as i64)
}

/// The milliseconds since 1970 that this machine believes in.
pub(crate) fn now() -> i64 {
    js_sys::Date::now() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: i64 = 1_440_938_160_000;

    #[test]
    fn a_wrong_clock_is_corrected_once() {
        let endpoint = Endpoint::parse(Endpoint::AMAZON).unwrap();
        let mut clock = Clock::default();
        let local = SERVER - 3_600_000;
        assert!(clock.correct(&endpoint, local, SERVER), "an hour is too much");
        assert!(!clock.correct(&endpoint, local + 500, SERVER), "nothing new to learn");
        let signed = clock.signing_time(&endpoint, local + 2000);
        assert_eq!(signed.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_millis(), 1_440_938_161_500);
    }

    #[test]
    fn a_right_clock_gives_no_retry() {
        let endpoint = Endpoint::parse(Endpoint::EMULATOR).unwrap();
        let mut clock = Clock::default();
        assert!(!clock.correct(&endpoint, SERVER + 30_000, SERVER));
    }

    #[test]
    fn codes_that_blame_the_clock() {
        assert!(blames_the_clock("RequestExpired"));
        assert!(blames_the_clock("InvalidSignatureException"));
        assert!(!blames_the_clock("Forbidden"));
    }
}
