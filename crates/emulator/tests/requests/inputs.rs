//! Values by shape and name: mostly good ones, with ids that exist.

use chime_model::{Kind, Shape, Timestamp, TimestampFormat};
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use serde_json::{Map, Value, json};

use super::facts::{Fact, Facts, class};
use super::values;

const WORDS: [&str; 6] = ["Ada", "Grace", "Night shift", "ops", "a/b%c", "Ünïcode 🔔"];
pub const DOMAINS: [&str; 3] = ["example.com", "example.org", "sub.example.net"];
/// Texts that have no place anywhere.
const ODD: [&str; 9] = ["", " ", "\u{0}", "../..", "%2F", "'; DROP TABLE entry; --", "\u{202e}\u{feff}", "🔔🔔", "٣"];

/// A value of the shape, for a member of this name.
pub fn value(random: &mut StdRng, facts: &Facts, fact: &Fact, shape: &'static Shape, name: &str) -> Value {
    match &shape.kind {
        Kind::Structure(members) => {
            let mut object = Map::new();
            for member in *members {
                let rate = if member.required || member.mandatory_by_note { 0.995 } else { rate(member.name) };
                if random.random_bool(rate) {
                    let part = match member.timestamp_format() {
                        Some(format) => moment(random, format),
                        None => value(random, facts, fact, member.shape.shape(), member.name),
                    };
                    object.insert(member.name.to_owned(), part);
                }
            }
            object.into()
        }
        Kind::List { member, min, max } => {
            let min = min.unwrap_or(0).max(u32::from(random.random_bool(0.95)));
            let count = random.random_range(min..=max.unwrap_or(3).min(min + 2).max(min));
            (0..count).map(|_| value(random, facts, fact, member.shape(), name)).collect()
        }
        Kind::Map { key, value: part, .. } => {
            let name = value(random, facts, fact, key.shape(), "");
            let part = value(random, facts, fact, part.shape(), "");
            Value::Object(Map::from_iter([(name.as_str().unwrap_or("k").to_owned(), part)]))
        }
        Kind::String { values, .. } if !values.is_empty() => json!(values.choose(random).expect("one of them")),
        Kind::String { .. } => json!(text(random, facts, fact, shape, name)),
        Kind::Integer { min, max } => {
            let min = min.unwrap_or(0);
            json!(random.random_range(min..=max.unwrap_or(1000).min(min + 1000)))
        }
        Kind::Boolean => json!(random.random_bool(0.5)),
        Kind::Timestamp(format) => moment(random, *format),
    }
}

/// How often a member that need not be there is: tokens and filters seldom, since both make answers empty.
fn rate(name: &str) -> f64 {
    match name {
        "NextToken" => 0.1,
        "ClientRequestToken" => 0.2,
        _ => 0.4,
    }
}

fn text(random: &mut StdRng, facts: &Facts, fact: &Fact, shape: &'static Shape, name: &str) -> String {
    let class = class(name);
    if let Some(id) = fact.get(&class).filter(|_| random.random_bool(0.9)) {
        return id.clone();
    }
    if class == "resourcearn"
        && let Some(arn) = fact.iter().find(|(name, _)| name.ends_with("arn"))
    {
        return arn.1.clone();
    }
    if let Some(id) = facts.any(random, &class).filter(|_| random.random_bool(0.8)) {
        return id;
    }
    let Kind::String { min, max, pattern, .. } = &shape.kind else { unreachable!("a string") };
    let number = random.random_range(0..40);
    match class.as_str() {
        "email" => return format!("user{number}@{}", DOMAINS.choose(random).expect("one of them")),
        "awsregion" => return "us-east-1".to_owned(),
        "cidrallowed" => return "10.24.34.0/28".to_owned(),
        "callingregion" | "callingcountry" | "phonenumberpoolcountrie" => return "US".to_owned(),
        "sinkarn" => return "arn:aws:s3:::recordings".to_owned(),
        "sourcearn" => {
            return format!("arn:aws:chime::111122223333:meeting:{}", fact.get("meetingid").map_or("", String::as_str));
        }
        "domain" => return (*DOMAINS.choose(random).expect("one of them")).to_owned(),
        "e164phonenumber" => return format!("+120655501{number:02}"),
        "accountid" | "userid" => return "00000000-0000-4000-8000-000000000000".to_owned(),
        _ => {}
    }
    let least = min.unwrap_or(0) as usize;
    let fits = |text: &&&str| {
        let length = text.chars().count();
        length >= least && max.is_none_or(|max| length <= max as usize)
    };
    let texts = pattern.map(|pattern| values::texts(pattern.source()).0).filter(|_| random.random_bool(0.95));
    let words: Vec<&str> = texts.unwrap_or(&WORDS).iter().filter(fits).copied().collect();
    words.choose(random).map_or_else(|| "a".repeat(least.max(1)), |word| (*word).to_owned())
}

fn moment(random: &mut StdRng, format: TimestampFormat) -> Value {
    let at = Timestamp(1_600_000_000_000 + random.random_range(-40_000_000_000..40_000_000_000_i64));
    match format {
        TimestampFormat::Iso8601 => json!(at.iso8601()),
        TimestampFormat::Unix => json!(at.seconds()),
    }
}

/// Makes one part of a value wrong.
pub fn spoil(random: &mut StdRng, value: &mut Value) {
    let parts: Vec<&mut Value> = match value {
        Value::Object(members) => members.values_mut().collect(),
        Value::Array(items) => items.iter_mut().collect(),
        _ => Vec::new(),
    };
    let count = parts.len();
    match parts.into_iter().nth(random.random_range(0..count.max(1))) {
        Some(part) if random.random_bool(0.8) => spoil(random, part),
        _ => *value = odd(random),
    }
}

fn odd(random: &mut StdRng) -> Value {
    match random.random_range(0..9) {
        0 => Value::Null,
        1 => json!([]),
        2 => json!({}),
        3 => json!([[null, {"Name": true}]]),
        4 => json!(random.random::<i64>()),
        5 => json!(random.random::<f64>() * 1e30),
        6 => json!("x".repeat(random.random_range(1..5000))),
        7 => json!(random.random_bool(0.5)),
        _ => json!(ODD.choose(random).expect("one of them")),
    }
}
