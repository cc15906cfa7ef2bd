//! The service's clock: read, move, stop (F-9).

use chime_model::Timestamp;
use http::Method;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Request, Route};
use crate::Emulator;
use crate::clock::{Clock, LATEST};
use crate::failure::Failure;

pub(super) const ROUTES: &[Route] = &[
    Route { method: Method::GET, path: "/_emulator/clock", about: "Tells the service's time.", run: get },
    Route {
        method: Method::POST,
        path: "/_emulator/clock",
        about: "Moves the service's clock and does what falls due: {\"Advance\": \"90d\"} (also h, m, s), {\"Set\": \"2030-01-01T00:00:00Z\"}, \
                {\"Stop\": true}, {\"Start\": true} or {\"Reset\": true} (back to the wall clock).",
        run: post,
    },
];

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Move {
    advance: Option<String>,
    set: Option<Timestamp>,
    #[serde(default)]
    stop: bool,
    #[serde(default)]
    start: bool,
    #[serde(default)]
    reset: bool,
}

fn get(emulator: &Emulator, _: &Request<'_>) -> Result<Value, Failure> {
    let stopped = matches!(emulator.configuration().clock, Clock::Stopped { .. });
    Ok(json!({ "Time": emulator.now(), "WallTime": Timestamp(emulator.wall()), "Stopped": stopped }))
}

fn post(emulator: &Emulator, request: &Request<'_>) -> Result<Value, Failure> {
    let moved: Move = request.json()?;
    let asked = [moved.advance.is_some(), moved.set.is_some(), moved.stop, moved.start, moved.reset];
    if asked.into_iter().filter(|asked| *asked).count() != 1 {
        return Err(Failure::bad_request("Ask for exactly one of Advance, Set, Stop, Start and Reset."));
    }
    let advance = moved.advance.map(|text| duration(&text)).transpose()?;
    let set = moved.set.map(in_range).transpose()?;
    emulator.configure(|configuration| {
        let wall = emulator.wall();
        let (clock, now) = (configuration.clock, configuration.clock.now(wall));
        configuration.clock = match (advance, set, clock) {
            (Some(advance), ..) => clock.advanced(advance),
            (None, Some(at), Clock::Stopped { .. }) => Clock::Stopped { at: at.0 },
            (None, Some(at), Clock::Running { .. }) => Clock::showing(at, wall),
            _ if moved.stop => Clock::Stopped { at: now.0 },
            _ if moved.start => Clock::showing(now, wall),
            _ => Clock::default(),
        };
        Ok(())
    })?;
    let done = emulator.run_due()?;
    let mut answer = get(emulator, request)?;
    answer["ActionsDone"] = done.into();
    Ok(answer)
}

/// `90d`, `36h`, `5m`, `10s`, in milliseconds.
fn duration(text: &str) -> Result<i64, Failure> {
    let wrong = || Failure::bad_request("Advance must be a whole number with d, h, m or s behind it, as in \"90d\".");
    let unit = text.chars().next_back().ok_or_else(wrong)?;
    let seconds = match unit {
        'd' => 86_400,
        'h' => 3_600,
        'm' => 60,
        's' => 1,
        _ => return Err(wrong()),
    };
    let count: u32 = text[..text.len() - unit.len_utf8()].parse().map_err(|_| wrong())?;
    Ok(i64::from(count) * seconds * 1000)
}

fn in_range(moment: Timestamp) -> Result<Timestamp, Failure> {
    let wrong = || Failure::bad_request("Set must be a moment from 1970 to 9999.");
    Some(moment).filter(|moment| (0..=LATEST).contains(&moment.0)).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_a_unit() {
        assert_eq!(duration("90d").ok(), Some(90 * 86_400_000));
        assert_eq!(duration("10s").ok(), Some(10_000));
        for wrong in ["", "d", "90", "-1d", "1.5h", "1w", "9999999999d", "1é"] {
            assert!(duration(wrong).is_err(), "{wrong:?}");
        }
    }
}
