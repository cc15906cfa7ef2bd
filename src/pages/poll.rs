//! Asking again while something changes by itself.

use std::time::Duration;

use leptos::prelude::*;

const FIRST: Duration = Duration::from_secs(2);
const LONGEST: Duration = Duration::from_secs(30);

/// Runs `refresh` two seconds after the first answer (`updated` is its moment) while `moving`, then ever less often: what
/// moves may stand still, as an emulator's clock can. Rests while the page is not seen.
pub(crate) fn poll(updated: Signal<Option<f64>>, moving: Signal<bool>, refresh: Callback<()>) {
    let again = RwSignal::new(());
    Effect::new(move |before: Option<Duration>| {
        updated.track();
        again.track();
        if !moving.get() {
            return FIRST;
        }
        let pause = before.unwrap_or(FIRST);
        let due = move || {
            if document().hidden() {
                again.notify();
            } else {
                refresh.run(());
            }
        };
        let timer = set_timeout_with_handle(due, pause).ok();
        on_cleanup(move || {
            if let Some(timer) = timer {
                timer.clear();
            }
        });
        (pause + pause / 2).min(LONGEST)
    });
}
