//! The service's time, which a person can move (G-70). Signatures and `Date` headers keep to the wall clock.

use chime_model::Timestamp;
use serde::{Deserialize, Serialize};

/// The last moment that the clock can show: the end of the year 9999, since later ones have no ISO 8601 form.
pub const LATEST: i64 = 253_402_300_799_999;

/// How the service's time follows from the wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clock {
    /// Runs, this many milliseconds ahead of the wall clock.
    Running {
        /// Milliseconds ahead; negative behind.
        ahead: i64,
    },
    /// Stands still at this moment, in milliseconds since 1970.
    Stopped {
        /// The moment.
        at: i64,
    },
}

impl Default for Clock {
    fn default() -> Self {
        Self::Running { ahead: 0 }
    }
}

impl Clock {
    /// The service's time when the wall clock shows `wall`, both in milliseconds since 1970.
    #[must_use]
    pub fn now(self, wall: i64) -> Timestamp {
        Timestamp(match self {
            Self::Running { ahead } => wall.saturating_add(ahead).clamp(0, LATEST),
            Self::Stopped { at } => at.clamp(0, LATEST),
        })
    }

    /// This clock moved on, running or stopped as it was.
    #[must_use]
    pub fn advanced(self, milliseconds: i64) -> Self {
        match self {
            Self::Running { ahead } => Self::Running { ahead: ahead.saturating_add(milliseconds) },
            Self::Stopped { at } => Self::Stopped { at: at.saturating_add(milliseconds).clamp(0, LATEST) },
        }
    }

    /// A clock that shows `moment` when the wall clock shows `wall`, and runs on from there.
    #[must_use]
    pub fn showing(moment: Timestamp, wall: i64) -> Self {
        Self::Running { ahead: moment.0.saturating_sub(wall) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_clock_runs_on() {
        let clock = Clock::showing(Timestamp(5_000), 1_000);
        assert_eq!(clock.now(1_000), Timestamp(5_000));
        assert_eq!(clock.now(1_700), Timestamp(5_700));
        assert_eq!(clock.advanced(300).now(1_000), Timestamp(5_300));
    }

    #[test]
    fn a_stopped_clock_moves_only_when_told() {
        let clock = Clock::Stopped { at: 5_000 };
        assert_eq!(clock.now(1), clock.now(99_999));
        assert_eq!(clock.advanced(300).now(1), Timestamp(5_300));
    }

    #[test]
    fn no_move_leaves_the_years_that_can_be_written() {
        assert_eq!(Clock::default().advanced(i64::MAX).now(i64::MAX), Timestamp(LATEST));
        assert_eq!(Clock::default().advanced(i64::MIN).now(0), Timestamp(0));
        assert_eq!(Clock::Stopped { at: 0 }.advanced(i64::MAX).now(0), Timestamp(LATEST));
    }
}
