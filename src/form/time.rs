//! Moments in a `datetime-local` input, which knows no zone: that of the browser is meant, and said below the input.

use chime_model::{Timestamp, TimestampFormat};
use serde_json::{Number, Value};

/// The moment of a text such as `2026-01-31T09:30` in the browser's zone.
pub fn moment(text: &str) -> Option<Timestamp> {
    Timestamp::from_seconds(zone::read(text) / 1000.0)
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
    #[expect(clippy::cast_possible_truncation, reason = "an offset is below a day")]
    let local = Timestamp(milliseconds - (zone::behind(milliseconds) * 60_000.0) as i64);
    local.iso8601().trim_end_matches('Z').trim_end_matches(".000").to_owned()
}

/// The zone of the browser.
#[cfg(target_family = "wasm")]
mod zone {
    use wasm_bindgen::JsValue;

    /// Milliseconds since 1970 of a local time.
    pub fn read(text: &str) -> f64 {
        js_sys::Date::new(&JsValue::from_str(text)).get_time()
    }

    /// How many minutes it is behind UTC at a moment.
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this era fit in 53 bits")]
    pub fn behind(milliseconds: i64) -> f64 {
        js_sys::Date::new(&JsValue::from_f64(milliseconds as f64)).get_timezone_offset()
    }
}

/// Without a browser, UTC.
#[cfg(not(target_family = "wasm"))]
mod zone {
    use chime_model::Timestamp;

    pub fn read(text: &str) -> f64 {
        Timestamp::parse(&[text, "Z"].concat()).map_or(f64::NAN, |moment| moment.seconds() * 1000.0)
    }

    pub fn behind(_milliseconds: i64) -> f64 {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_moment_is_typed_and_sent_in_either_form() {
        for (value, text, format) in [
            (json!("2026-01-31T09:30:05.250Z"), "2026-01-31T09:30:05.250", TimestampFormat::Iso8601),
            (json!(1_769_851_800.0), "2026-01-31T09:30:00", TimestampFormat::Unix),
        ] {
            assert_eq!(to_text(&value), text);
            assert_eq!(to_value(text, format), Some(value));
        }
        assert_eq!(to_value("soon", TimestampFormat::Unix), None);
    }
}
