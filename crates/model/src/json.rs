//! JSON to the generated structures and back, in as little code as there can be: in a browser every byte of it is downloaded by
//! somebody, and there are some thousand members.
//!
//! A member is read and written by one call. Reading never stops halfway: where a value does not fit, that is noted, something stands
//! in for it, and the whole is refused at the end. So no structure needs code for giving up after each of its members.

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::{Map as JsonMap, Value};

use crate::Timestamp;

/// What is wrong with a value: the first that was found.
#[derive(Default)]
pub struct Wrong(Option<String>);

impl Wrong {
    #[inline(never)]
    fn say(&mut self, parts: &[&str]) {
        if self.0.is_none() {
            self.0 = Some(parts.concat());
        }
    }
}

/// What can be read from JSON.
pub trait Read: Sized {
    /// Reads it; where the value does not fit, says so and gives something.
    fn read(value: Value, wrong: &mut Wrong) -> Self;

    /// What stands for a member that is not there.
    fn absent(name: &str, wrong: &mut Wrong) -> Self {
        wrong.say(&["missing field `", name, "`"]);
        Self::read(Value::Null, wrong)
    }
}

/// What can be written as JSON.
pub trait Write {
    /// The value.
    fn write(self) -> Value;
}

/// Reads a structure from a value.
///
/// # Errors
/// What does not fit, in a few words.
pub fn from_value<T: Read>(value: Value) -> Result<T, String> {
    let mut wrong = Wrong::default();
    let read = T::read(value, &mut wrong);
    wrong.0.map_or(Ok(read), Err)
}

/// The value of a structure.
pub fn write<T: Write>(value: T) -> Value {
    value.write()
}

/// Reads a structure from anything.
pub(crate) fn read<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    from_value(Value::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// The members of an object.
pub(crate) struct Members<'a> {
    members: JsonMap<String, Value>,
    wrong: &'a mut Wrong,
}

impl<'a> Members<'a> {
    #[inline(never)]
    pub(crate) fn of(value: Value, wrong: &'a mut Wrong) -> Self {
        let members = match value {
            Value::Object(members) => members,
            _ => {
                wrong.say(&["not an object"]);
                JsonMap::new()
            }
        };
        Self { members, wrong }
    }

    #[inline(never)]
    pub(crate) fn take<T: Read>(&mut self, name: &str) -> T {
        let Some(value) = self.members.remove(name) else { return T::absent(name, self.wrong) };
        let was_right = self.wrong.0.is_none();
        let read = T::read(value, self.wrong);
        if let Some(why) = self.wrong.0.as_mut().filter(|_| was_right) {
            *why = [name, ": ", why].concat();
        }
        read
    }
}

/// The members of an object on its way out.
pub(crate) struct Map(JsonMap<String, Value>);

impl Map {
    pub(crate) fn new() -> Self {
        Self(JsonMap::new())
    }

    #[inline(never)]
    pub(crate) fn put<T: Write>(&mut self, name: &str, value: T) {
        self.0.insert(name.to_owned(), value.write());
    }

    pub(crate) fn value(self) -> Value {
        Value::Object(self.0)
    }
}

/// An enumeration.
pub(crate) trait Word: Copy + 'static {
    const ALL: &[Self];
    fn word(self) -> &'static str;
}

pub(crate) fn read_word<T: Word>(value: &Value, wrong: &mut Wrong) -> T {
    let text = value.as_str().unwrap_or_default();
    if let Some(known) = T::ALL.iter().find(|known| known.word() == text) {
        return *known;
    }
    if value.is_string() {
        wrong.say(&["unknown value `", text, "`"]);
    } else {
        wrong.say(&["not a text"]);
    }
    // The model has no enumeration without values.
    T::ALL[0]
}

impl Read for String {
    fn read(value: Value, wrong: &mut Wrong) -> Self {
        match value {
            Value::String(text) => text,
            _ => {
                wrong.say(&["not a text"]);
                Self::new()
            }
        }
    }
}

impl Read for i64 {
    fn read(value: Value, wrong: &mut Wrong) -> Self {
        value.as_i64().unwrap_or_else(|| {
            wrong.say(&["not a whole number"]);
            0
        })
    }
}

impl Read for bool {
    fn read(value: Value, wrong: &mut Wrong) -> Self {
        value.as_bool().unwrap_or_else(|| {
            wrong.say(&["neither true nor false"]);
            false
        })
    }
}

impl Read for Timestamp {
    fn read(value: Value, wrong: &mut Wrong) -> Self {
        let moment = match &value {
            Value::String(text) => Self::parse(text),
            Value::Number(seconds) => seconds.as_f64().and_then(Self::from_seconds),
            _ => None,
        };
        moment.unwrap_or_else(|| {
            wrong.say(&["not a moment"]);
            Self::default()
        })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Value, wrong: &mut Wrong) -> Self {
        if value.is_null() { None } else { Some(T::read(value, wrong)) }
    }

    fn absent(_: &str, _: &mut Wrong) -> Self {
        None
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value, wrong: &mut Wrong) -> Self {
        match value {
            Value::Array(items) => items.into_iter().map(|item| T::read(item, wrong)).collect(),
            _ => {
                wrong.say(&["not a list"]);
                Self::new()
            }
        }
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(value: Value, wrong: &mut Wrong) -> Self {
        let members = Members::of(value, wrong);
        members.members.into_iter().map(|(name, value)| (name, T::read(value, members.wrong))).collect()
    }
}

/// An operation without input.
impl Read for () {
    fn read(_: Value, _: &mut Wrong) -> Self {}
}

impl Write for String {
    fn write(self) -> Value {
        Value::String(self)
    }
}

impl Write for i64 {
    fn write(self) -> Value {
        self.into()
    }
}

impl Write for f64 {
    fn write(self) -> Value {
        self.into()
    }
}

impl Write for bool {
    fn write(self) -> Value {
        self.into()
    }
}

impl<T: Write> Write for Option<T> {
    fn write(self) -> Value {
        self.map_or(Value::Null, T::write)
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(self) -> Value {
        Value::Array(self.into_iter().map(T::write).collect())
    }
}

impl<T: Write> Write for BTreeMap<String, T> {
    fn write(self) -> Value {
        Value::Object(self.into_iter().map(|(name, value)| (name, value.write())).collect())
    }
}

/// An operation without output.
impl Write for () {
    fn write(self) -> Value {
        Value::Null
    }
}
