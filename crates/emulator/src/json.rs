//! JSON text of typed values.
//!
//! In a browser every byte of the program is downloaded by somebody. Operations turn values into structures and back anyway, so
//! text goes the same way there, through a value: one reader and one writer of each structure in place of two. It makes the
//! program a fifth smaller, and a call some microseconds slower.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, Value};

const SMALL: bool = cfg!(target_arch = "wasm32");

/// Reads a structure from its text.
pub(crate) fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, Error> {
    if SMALL { serde_json::from_value(serde_json::from_slice::<Value>(text)?) } else { serde_json::from_slice(text) }
}

/// Writes a structure as text.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<String, Error> {
    if SMALL { Ok(serde_json::to_value(value)?.to_string()) } else { serde_json::to_string(value) }
}
