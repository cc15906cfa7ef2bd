//! Asking again and again while something goes on, with growing pauses.

use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

const FIRST_MS: u32 = 1_500;
const LONGEST_MS: u32 = 30_000;

/// Runs `ask` while `active`, first soon, then ever less often: what goes on may stand still, as an emulator's clock can.
/// Rests while the page is not seen, and ends with the component.
pub(crate) fn poll(active: Signal<bool>, ask: impl Fn() + Clone + 'static) {
    let run = StoredValue::new(0_u32);
    Effect::new(move |before: Option<bool>| {
        let now = active.get();
        if now && before != Some(true) {
            let this = run.get_value() + 1;
            run.set_value(this);
            let ask = ask.clone();
            spawn_local(async move {
                let mut pause = FIRST_MS;
                loop {
                    TimeoutFuture::new(pause).await;
                    if active.try_get_untracked() != Some(true) || run.try_get_value() != Some(this) {
                        return;
                    }
                    if !document().hidden() {
                        ask();
                        pause = (pause + pause / 2).min(LONGEST_MS);
                    }
                }
            });
        }
        now
    });
}
