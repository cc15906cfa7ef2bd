//! Moments: relative in lists, absolute with the zone in details.

use std::cell::RefCell;
use std::time::Duration;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

const TICK: Duration = Duration::from_secs(20);

/// This moment in milliseconds since 1970, moving every 20 seconds.
pub fn now() -> Signal<f64> {
    thread_local! {
        static NOW: ArcRwSignal<f64> = {
            let now = ArcRwSignal::new(Date::now());
            let moving = now.clone();
            // Without a timer the texts stay as drawn.
            drop(set_interval_with_handle(move || moving.set(Date::now()), TICK));
            now
        };
    }
    NOW.with(|now| Signal::from(now.clone()))
}

/// "2 min ago", "in 3 days": `then` as seen at `now`, both in milliseconds since 1970.
pub fn relative_time(then: f64, now: f64) -> String {
    const UNITS: [(f64, &str, &str); 6] = [
        (31_557_600.0, "year", "years"),
        (2_629_800.0, "month", "months"),
        (86_400.0, "day", "days"),
        (3_600.0, "hour", "hours"),
        (60.0, "min", "min"),
        (10.0, "s", "s"),
    ];
    let seconds = (now - then) / 1000.0;
    // `now` moves in steps, so what has just happened may lie ahead of it.
    let seconds = if seconds < 0.0 && seconds > -TICK.as_secs_f64() { 0.0 } else { seconds };
    let distance = seconds.abs();
    let Some((unit, one, many)) = UNITS.into_iter().find(|(unit, ..)| distance >= *unit) else {
        return "just now".to_owned();
    };
    let seconds_unit = unit < 60.0;
    let number = (distance / if seconds_unit { 1.0 } else { unit }) as u64;
    let word = if number > 1 { many } else { one };
    if seconds > 0.0 { format!("{number} {word} ago") } else { format!("in {number} {word}") }
}

/// The date and time in the person's own format, with the zone.
pub fn absolute_time(ms: f64) -> String {
    formatted(ms, ABSOLUTE)
}

/// Makes what writes the moments of a list before there is one to write: on a slow machine that takes as long as to draw some rows.
pub(crate) fn prepare_times() {
    format(ABSOLUTE);
}

/// The day in the person's own format.
pub fn day_of(ms: f64) -> String {
    formatted(ms, &[("dateStyle", "full")])
}

/// The time of the day in the person's own format.
pub fn time_of_day(ms: f64) -> String {
    formatted(ms, &[("timeStyle", "short")])
}

type Style = &'static [(&'static str, &'static str)];

const ABSOLUTE: Style = &[("dateStyle", "medium"), ("timeStyle", "long")];

fn formatted(ms: f64, style: Style) -> String {
    let format = format(style);
    format.call1(&JsValue::UNDEFINED, &Date::new(&ms.into())).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// The function that writes in a style. To make one costs a browser more than to use it a hundred times.
fn format(style: Style) -> Function {
    thread_local! {
        static MADE: RefCell<Vec<(Style, Function)>> = const { RefCell::new(Vec::new()) };
    }
    MADE.with_borrow_mut(|made| {
        if let Some((_, format)) = made.iter().find(|(known, _)| *known == style) {
            return format.clone();
        }
        let options = Object::new();
        for (key, value) in style {
            // Setting a property of a plain object does not fail.
            drop(Reflect::set(&options, &(*key).into(), &(*value).into()));
        }
        let format = Intl::DateTimeFormat::new(&Array::new(), &options).format();
        made.push((style, format.clone()));
        format
    })
}

/// A moment. In a list it is relative, with the absolute on hover; with `absolute` both stand there.
#[component]
pub fn Time(#[prop(into)] ms: Signal<f64>, #[prop(optional)] absolute: bool) -> AnyView {
    let now = now();
    let exact = Memo::new(move |_| absolute_time(ms.get()));
    let relative = move || relative_time(ms.get(), now.get());
    let machine = move || Date::new(&ms.get().into()).to_iso_string().as_string();
    if absolute {
        view! {
            <time class="time" datetime=machine>
                {exact}
                " "
                <span class="muted nowrap">"(" {relative} ")"</span>
            </time>
        }
        .into_any()
    } else {
        view! { <time class="time nowrap" datetime=machine title=exact>{relative}</time> }.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::relative_time;

    #[test]
    fn speaks_of_the_past_and_the_future() {
        let at = |seconds: f64| relative_time(0.0, seconds * 1000.0);
        assert_eq!(at(3.0), "just now");
        assert_eq!(at(12.0), "12 s ago");
        assert_eq!(at(60.0), "1 min ago");
        assert_eq!(at(2.5 * 3600.0), "2 hours ago");
        assert_eq!(at(86_400.0), "1 day ago");
        assert_eq!(at(400.0 * 86_400.0), "1 year ago");
        assert_eq!(at(-7.0 * 86_400.0), "in 7 days");
        assert_eq!(at(-19.0), "just now");
        assert_eq!(at(-25.0), "in 25 s");
    }
}
