//! Moments in a `datetime-local` input, which knows no zone: that of the browser is meant, and said below the input.

use chime_model::{Timestamp, TimestampFormat};
use serde_json::{Number, Value};
use wasm_bindgen::JsValue;

/// The moment of a text such as `2026-01-31T09:30` in the browser's zone.
pub fn moment(text: &str) -> Option<Timestamp> {
    let milliseconds = js_sys::Date::new(&JsValue::from_str(text)).get_time();
    Timestamp::from_seconds(milliseconds / 1000.0)
}

/// The value to send for such a text.
pub fn to_value(text: &str, format: TimestampFormat) -> Option<Value> {
    if text.is_empty() {
        return None;
    }
    let moment = moment(text)?;
    match format {
        TimestampFormat::Iso8601 => Some(Value::from(moment.iso8601())),
        TimestampFormat::Unix => Number::from_f64(moment.seconds()).map(Value::Number),
    }
}

/// The text of the input for a moment as the API writes it.
pub fn to_text(value: &Value) -> String {
    let moment = match value {
        Value::String(text) => Timestamp::parse(text),
        Value::Number(seconds) => seconds.as_f64().and_then(Timestamp::from_seconds),
        _ => None,
    };
    let Some(Timestamp(milliseconds)) = moment else { return String::new() };
    // Shifted by the zone's offset, the clock of UTC shows the local time.
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this era fit in 53 bits")]
    let offset = js_sys::Date::new(&JsValue::from_f64(milliseconds as f64)).get_timezone_offset();
    #[expect(clippy::cast_possible_truncation, reason = "an offset is below a day")]
    let local = Timestamp(milliseconds - (offset * 60_000.0) as i64);
    local.iso8601().trim_end_matches('Z').trim_end_matches(".000").to_owned()
}
