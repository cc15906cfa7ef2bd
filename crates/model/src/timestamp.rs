//! Moments, and the two ways the API writes them.

use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

/// A moment, in milliseconds since 1970 in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Reads ISO 8601 as RFC 3339 narrows it; fractions finer than a millisecond are cut.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        i64::try_from(moment.unix_timestamp_nanos().div_euclid(1_000_000)).ok().map(Self)
    }

    /// From seconds since 1970 with a fraction; `None` outside the years 0 to 9999.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked before")]
    pub fn from_seconds(seconds: f64) -> Option<Self> {
        let moment = Self((seconds * 1000.0).round() as i64);
        (seconds.is_finite() && moment.date_time().is_some()).then_some(moment)
    }

    /// Seconds since 1970, three decimals.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this era fit in 53 bits")]
    pub fn seconds(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// `2019-01-08T17:59:18.006Z`, always with milliseconds (G-20).
    #[must_use]
    pub fn iso8601(self) -> String {
        let Some(moment) = self.date_time() else { return self.0.to_string() };
        let (date, time) = (moment.date(), moment.time());
        let parts = [
            (date.year().unsigned_abs(), 4, '-'),
            (u32::from(u8::from(date.month())), 2, '-'),
            (u32::from(date.day()), 2, 'T'),
            (u32::from(time.hour()), 2, ':'),
            (u32::from(time.minute()), 2, ':'),
            (u32::from(time.second()), 2, '.'),
            (u32::from(time.millisecond()), 3, 'Z'),
        ];
        // By hand: nearly every answer holds a moment, and `format!` takes ten times as long.
        let mut text = String::with_capacity(24);
        for (number, digits, end) in parts {
            for place in (0..digits).rev() {
                let digit = number / 10_u32.pow(place) % 10;
                text.push(char::from_digit(digit, 10).unwrap_or('0'));
            }
            text.push(end);
        }
        text
    }

    fn date_time(self) -> Option<OffsetDateTime> {
        let moment = OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000).ok()?;
        (0..=9999).contains(&moment.year()).then(|| moment.to_offset(UtcOffset::UTC))
    }
}

/// Reads either form wherever a moment stands: the query always has ISO 8601 (G-22).
fn either<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Form {
        Text(String),
        Seconds(f64),
    }
    match Option::<Form>::deserialize(deserializer)? {
        None => Ok(None),
        Some(Form::Text(text)) => {
            let wrong = || D::Error::invalid_value(Unexpected::Str(&text), &"a moment in ISO 8601");
            Timestamp::parse(&text).map(Some).ok_or_else(wrong)
        }
        Some(Form::Seconds(seconds)) => {
            let wrong = || D::Error::invalid_value(Unexpected::Float(seconds), &"seconds since 1970");
            Timestamp::from_seconds(seconds).map(Some).ok_or_else(wrong)
        }
    }
}

macro_rules! form {
    ($(#[$doc:meta])* $name:ident, $written:expr) => {
        $(#[$doc])*
        pub mod $name {
            use serde::de::{Deserializer, Error};
            use serde::ser::{Serialize, Serializer};

            use super::{Timestamp, either};

            /// Writes a required moment.
            ///
            /// # Errors
            /// Those of the serializer.
            pub fn serialize<S: Serializer>(moment: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
                $written(*moment).serialize(serializer)
            }

            /// Reads a required moment, in either form.
            ///
            /// # Errors
            /// When there is none, or it is no moment.
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
                either(deserializer)?.ok_or_else(|| D::Error::custom("a moment is missing"))
            }

            /// The same for a moment that may be absent.
            pub mod option {
                use super::{Deserializer, Serialize, Serializer, Timestamp, either};

                /// Writes the moment, or null.
                ///
                /// # Errors
                /// Those of the serializer.
                pub fn serialize<S: Serializer>(moment: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
                    moment.map($written).serialize(serializer)
                }

                /// Reads a moment in either form, or null.
                ///
                /// # Errors
                /// When what stands there is no moment.
                pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
                    either(deserializer)
                }
            }
        }
    };
}

form!(
    /// A JSON string, `2019-01-08T17:59:18.006Z`: the classic families (G-20).
    iso8601,
    Timestamp::iso8601
);
form!(
    /// A JSON number of seconds with three decimals: the messaging families (G-21).
    unix,
    Timestamp::seconds
);

impl serde::Serialize for Timestamp {
    /// As ISO 8601, for rows of a store and for logs.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        iso8601::serialize(self, serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        iso8601::deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_milliseconds_and_reads_them_back() {
        let moment = Timestamp::parse("2019-01-08T17:59:18.006Z").expect("a moment");
        assert_eq!(moment.iso8601(), "2019-01-08T17:59:18.006Z");
        assert_eq!(Timestamp::parse("2019-01-08T18:59:18.006+01:00"), Some(moment));
        assert_eq!(Timestamp::from_seconds(moment.seconds()), Some(moment));
    }

    #[test]
    fn refuses_what_is_no_moment() {
        assert_eq!(Timestamp::parse("yesterday"), None);
        assert_eq!(Timestamp::from_seconds(f64::NAN), None);
        assert_eq!(Timestamp::from_seconds(1e300), None);
    }
}
