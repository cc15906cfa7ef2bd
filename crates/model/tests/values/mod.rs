//! Values of a shape: strategies for values that keep every limit, and texts that match or break each pattern.

use chime_model::{Kind, Member, Shape, Timestamp, TimestampFormat};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// For each pattern of the model: texts that match as a whole, and texts that do not.
pub const TEXTS: &[(&str, &[&str], &[&str])] = &[
    (r".*\S.*", &["Ada", " a ", "µ/+ %"], &["   ", "", "two\nlines"]),
    ("[A-Z]{2}", &["US", "GB"], &["us", "USA", "U"]),
    ("^$|^[A-Z]{2,2}$", &["", "US"], &["USA", "u"]),
    ("^$|^[0-9]{3,3}$", &["", "206"], &["20", "2066", "٢٠٦"]),
    (r"^arn[\/\:\-\_\.a-zA-Z0-9]+$", &["arn:aws:sns:us-east-1:111122223333:topic"], &["arn", "urn:aws", "arn:aws:*"]),
    ("^$|^[a-zA-Z0-9 ]{2,15}$", &["", "Acme 24"], &["A", "Acme & Sons", "Sixteen letters!"]),
    (
        r"arn:[a-z0-9-\.]{1,63}:[a-z0-9-\.]{0,63}:[a-z0-9-\.]{0,63}:[a-z0-9-\.]{0,63}:[^/].{0,1023}",
        &["arn:aws:chime:us-east-1:111122223333:app-instance/a/user/b@c"],
        &["arn:aws:chime", "arn:aws:chime:us-east-1:111122223333:/a"],
    ),
    ("[-_a-zA-Z0-9]*", &["token-1_A", "ab"], &["a b", "a+b"]),
    (r"[\s\S]*", &["any\nthing 🔔"], &[]),
    (r"^\+?[1-9]\d{1,14}$", &["+12065550100", "12065550100"], &["+02065550100", "555-0100", "+1"]),
    (r".+@.+\..+", &["ada@example.com"], &["ada", "ada@example", "@example.com"]),
    (
        r"arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\d{1}:\d{12}:function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?",
        &[
            "arn:aws:lambda:us-east-1:111122223333:function:call",
            "arn:aws:lambda:us-gov-west-1:111122223333:function:call:$LATEST",
        ],
        &["arn:aws:lambda:us-east-1:1111:function:call", "arn:aws:sqs:us-east-1:111122223333:call"],
    ),
    (
        "[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}",
        &["0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"],
        &["0a1b2c3d", "0g1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"],
    ),
    ("^[a-zA-Z0-9+/]+$", &["aB+/9"], &["a-b", "a=="]),
    (".*", &["one line", "a&b=c d"], &["two\nlines"]),
    (
        r"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]*",
        &["General talk", "línea\n2"],
        &["bell\u{7}", "🔔"],
    ),
    ("^$|^[a-zA-Z0-9 ]{0,30}$", &["", "Ride 7"], &["Ride #7", "thirty-one characters is too long"]),
    ("^8(00|33|44|55|66|77|88)$", &["800", "888"], &["811", "900"]),
    ("^[0-9a-zA-Z._-]+", &["model_1.2"], &["model 1", "é"]),
    ("^[a-zA-Z-,]+", &["en-US,de-DE"], &["en US", "1"]),
    ("^[A-Z_, ]+", &["NAME, SSN"], &["name", "A1"]),
    ("^[a-zA-Z0-9,-._]+", &["words,names_2"], &["two words", "é"]),
    (r"[A-Za-z0-9]([A-Za-z0-9\:\-\_\.\@]{0,62}[A-Za-z0-9])?", &["ada", "u:1-2_3.4@5"], &["-ada", "ada-", "a b"]),
];

/// The row of [`TEXTS`] for a pattern.
pub fn texts(pattern: &str) -> (&'static [&'static str], &'static [&'static str]) {
    let row = TEXTS.iter().find(|(source, ..)| *source == pattern);
    row.map_or_else(|| panic!("no texts for {pattern}"), |(_, good, bad)| (*good, *bad))
}

/// Values that keep every limit of the shape; optional members come and go.
pub fn of(shape: &'static Shape) -> BoxedStrategy<Value> {
    match &shape.kind {
        Kind::Structure(members) => structure(members),
        Kind::List { member, min, max } => {
            let most = max.unwrap_or(3).min(min.unwrap_or(0) + 3) as usize;
            prop::collection::vec(of(member.shape()), min.unwrap_or(0) as usize..=most).prop_map(Value::from).boxed()
        }
        Kind::Map { key, value, .. } => prop::collection::vec((of(key.shape()), of(value.shape())), 0..3)
            .prop_map(|pairs| {
                let named = pairs.into_iter().map(|(key, value)| (key.as_str().unwrap_or_default().to_owned(), value));
                Value::Object(named.collect())
            })
            .boxed(),
        Kind::String { values, .. } if !values.is_empty() => {
            prop::sample::select(values.to_vec()).prop_map(Value::from).boxed()
        }
        Kind::String { pattern: Some(pattern), min, max, .. } => {
            let fits = |text: &&&str| {
                let length = text.chars().count();
                length >= min.unwrap_or(0) as usize && max.is_none_or(|max| length <= max as usize)
            };
            let fitting = texts(pattern.source()).0.iter().filter(fits).copied().collect::<Vec<_>>();
            prop::sample::select(fitting).prop_map(Value::from).boxed()
        }
        Kind::String { min, max, .. } => {
            let (min, max) = (min.unwrap_or(0).max(1) as usize, max.unwrap_or(12).min(12) as usize);
            prop::collection::vec(any::<char>(), min..=max)
                .prop_map(|text| json!(text.into_iter().collect::<String>()))
                .boxed()
        }
        Kind::Integer { min, max } => (min.unwrap_or(-9)..=max.unwrap_or(1 << 40)).prop_map(Value::from).boxed(),
        Kind::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Timestamp(format) => moment(*format),
    }
}

fn structure(members: &'static [Member]) -> BoxedStrategy<Value> {
    let parts = members.iter().map(|member| {
        let value = member.timestamp_format().map_or_else(|| of(member.shape.shape()), moment);
        let there = if member.required { Just(true).boxed() } else { any::<bool>().boxed() };
        (Just(member.name), there, value)
    });
    let object = |parts: Vec<(&str, bool, Value)>| {
        let there = parts.into_iter().filter(|(_, there, _)| *there);
        Value::Object(there.map(|(name, _, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
    };
    parts.collect::<Vec<_>>().prop_map(object).boxed()
}

fn moment(format: TimestampFormat) -> BoxedStrategy<Value> {
    let written = move |ms: i64| match format {
        TimestampFormat::Iso8601 => Value::from(Timestamp(ms).iso8601()),
        TimestampFormat::Unix => Value::from(Timestamp(ms).seconds()),
    };
    (0..4_102_444_800_000_i64).prop_map(written).boxed()
}
