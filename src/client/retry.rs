//! When to try again, and after what pause.

use std::time::Duration;

use chime_model::{Operation, Verb};
use serde_json::Value;

use super::ErrorKind;

/// The most tries of one call, the first included.
pub(super) const TRIES: u32 = 4;

const BASE: Duration = Duration::from_millis(400);
const LONGEST: Duration = Duration::from_secs(8);
/// A server that asks for a longer pause than this is not waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whether doing `operation` twice is doing it once: by its method, or by the idempotency token in `input`.
pub(super) fn may_repeat(operation: Operation, input: &Value) -> bool {
    let has_token = || {
        operation
            .input_members()
            .iter()
            .any(|member| member.idempotency_token && input.get(member.name).is_some_and(Value::is_string))
    };
    operation.spec().verb != Verb::Post || has_token()
}

/// Whether a failure may pass by itself.
pub(super) fn may_pass(kind: &ErrorKind) -> bool {
    match kind {
        ErrorKind::Api(error) => matches!(error.status, 429 | 500 | 502 | 503 | 504),
        ErrorKind::Unreachable
        | ErrorKind::Guarded { .. }
        | ErrorKind::Relay(_)
        | ErrorKind::TimedOut
        | ErrorKind::Stopped => true,
        _ => false,
    }
}

/// The pause after the try number `tries` (from 1), with full jitter from `random` in 0..1; `asked` is the server's
/// `Retry-After`, which is kept to. None: give up.
pub(super) fn pause(tries: u32, random: f64, asked: Option<&str>) -> Option<Duration> {
    if tries >= TRIES {
        return None;
    }
    let jittered = LONGEST.min(BASE * 2u32.saturating_pow(tries)).mul_f64(random);
    match asked.and_then(|text| text.trim().parse().ok()).map(Duration::from_secs) {
        Some(asked) if asked > PATIENCE => None,
        Some(asked) => Some(asked + jittered.min(BASE)),
        None => Some(jittered),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chime_model::ApiError;
    use serde_json::json;

    fn status(status: u16) -> ErrorKind {
        ErrorKind::Api(ApiError {
            status,
            exception: String::new(),
            code: String::new(),
            message: String::new(),
            request_id: None,
            operation: None,
        })
    }

    #[test]
    fn pauses_grow_are_jittered_and_end() {
        assert_eq!(pause(1, 1.0, None), Some(Duration::from_millis(800)));
        assert_eq!(pause(2, 1.0, None), Some(Duration::from_millis(1600)));
        assert_eq!(pause(3, 0.5, None), Some(Duration::from_millis(1600)));
        assert_eq!(pause(1, 0.0, None), Some(Duration::ZERO));
        assert_eq!(pause(4, 1.0, None), None);
    }

    #[test]
    fn the_servers_pause_is_kept_to() {
        assert_eq!(pause(1, 0.0, Some("3")), Some(Duration::from_secs(3)));
        assert_eq!(pause(1, 0.0, Some("3600")), None);
        assert_eq!(pause(1, 0.0, Some("Sun, 30 Aug 2015 12:36:00 GMT")), Some(Duration::ZERO));
    }

    #[test]
    fn only_passing_failures_are_tried_again() {
        for code in [429, 500, 502, 503, 504] {
            assert!(may_pass(&status(code)), "{code}");
        }
        for code in [400, 401, 403, 404, 409, 422, 501] {
            assert!(!may_pass(&status(code)), "{code}");
        }
        assert!(may_pass(&ErrorKind::Unreachable));
        assert!(may_pass(&ErrorKind::TimedOut));
        assert!(!may_pass(&ErrorKind::Offline));
        assert!(!may_pass(&ErrorKind::Cors(None)));
    }

    #[test]
    fn a_write_is_repeated_only_where_that_is_safe() {
        let none = json!({});
        assert!(may_repeat(Operation::ListAccounts, &none));
        assert!(may_repeat(Operation::DeleteAccount, &none));
        assert!(may_repeat(Operation::UpdateAccountSettings, &none));
        assert!(!may_repeat(Operation::CreateAccount, &none));
        assert!(!may_repeat(Operation::CreateMeeting, &none));
        assert!(may_repeat(Operation::CreateMeeting, &json!({ "ClientRequestToken": "one" })));
    }
}
