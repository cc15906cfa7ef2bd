//! Asking again while something changes by itself.

use std::time::Duration;

use leptos::prelude::*;

const PAUSE: Duration = Duration::from_secs(2);

/// Runs `refresh` two seconds after each answer (`updated` is its moment) while `moving`.
pub(crate) fn poll(updated: Signal<Option<f64>>, moving: Signal<bool>, refresh: Callback<()>) {
    Effect::new(move |_| {
        updated.track();
        if moving.get() {
            let timer = set_timeout_with_handle(move || refresh.run(()), PAUSE).ok();
            on_cleanup(move || {
                if let Some(timer) = timer {
                    timer.clear();
                }
            });
        }
    });
}
