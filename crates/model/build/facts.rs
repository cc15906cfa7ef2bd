//! The facts file as serde reads it. An absent key means "no such limit" or "false".

use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
pub struct Facts {
    pub operations: Ordered<Operation>,
    pub shapes: Ordered<Shape>,
    pub errors: Ordered<Status>,
    #[serde(rename = "commonErrors")]
    pub common_errors: Ordered<Status>,
}

/// A JSON object in the order of the file.
pub struct Ordered<T>(pub Vec<(String, T)>);

impl<T> Ordered<T> {
    pub fn get(&self, name: &str) -> &T {
        let found = self.0.iter().find(|(key, _)| key == name);
        &found.unwrap_or_else(|| panic!("{name} is named but not defined")).1
    }

    pub fn position(&self, name: &str) -> usize {
        let found = self.0.iter().position(|(key, _)| key == name);
        found.unwrap_or_else(|| panic!("{name} is named but not defined"))
    }
}

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: for<'a> Deserialize<'a>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let object = Map::<String, Value>::deserialize(deserializer)?;
        let entries = object.into_iter().map(|(key, value)| {
            let value = T::deserialize(value).map_err(|error| serde::de::Error::custom(format!("{key}: {error}")))?;
            Ok((key, value))
        });
        entries.collect::<Result<_, _>>().map(Self)
    }
}

#[derive(Deserialize)]
pub struct Operation {
    pub method: String,
    pub uri: String,
    pub status: u16,
    pub input: Option<String>,
    pub output: Option<String>,
    #[serde(rename = "responseBody")]
    pub response_body: String,
    pub errors: Vec<String>,
    #[serde(rename = "hostPrefix")]
    pub host_prefix: Option<String>,
    pub pagination: Option<Pagination>,
    pub deprecated: Option<Deprecated>,
}

impl Operation {
    /// The path template without the fixed query.
    pub fn path(&self) -> &str {
        self.uri.split('?').next().unwrap_or_default()
    }

    /// The fixed query, part of the operation's identity.
    pub fn query(&self) -> Option<(&str, &str)> {
        self.uri.split_once('?').and_then(|(_, query)| query.split_once('='))
    }
}

#[derive(Deserialize)]
pub struct Pagination {
    #[serde(rename = "inputToken")]
    pub input_token: String,
    #[serde(rename = "limitKey")]
    pub limit_key: Option<String>,
    #[serde(rename = "outputToken")]
    pub output_token: String,
    #[serde(rename = "resultKey")]
    pub result_key: Option<String>,
}

#[derive(Deserialize)]
pub struct Deprecated {
    #[serde(rename = "replacedBy")]
    pub replaced_by: Option<String>,
    pub namespaces: Vec<String>,
}

#[derive(Deserialize)]
pub struct Shape {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub members: Ordered<Member>,
    pub member: Option<String>,
    pub key: Option<String>,
    pub value: Option<String>,
    #[serde(rename = "minItems", alias = "minEntries", alias = "minLength")]
    pub min_size: Option<u32>,
    #[serde(rename = "maxItems", alias = "maxEntries", alias = "maxLength")]
    pub max_size: Option<u32>,
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub pattern: Option<String>,
    #[serde(rename = "enum", default)]
    pub values: Vec<String>,
    #[serde(default)]
    pub sensitive: bool,
    #[serde(rename = "timestampFormat")]
    pub timestamp_format: Option<String>,
}

#[derive(Deserialize)]
pub struct Member {
    pub shape: String,
    #[serde(default)]
    pub location: Option<String>,
    #[serde(rename = "locationName")]
    pub location_name: Option<String>,
    #[serde(default)]
    pub required: bool,
    #[serde(rename = "idempotencyToken", default)]
    pub idempotency_token: bool,
    #[serde(rename = "mandatoryByNote", default)]
    pub mandatory_by_note: bool,
    #[serde(rename = "timestampFormat")]
    pub timestamp_format: Option<String>,
}

#[derive(Deserialize)]
pub struct Status {
    pub status: u16,
}
