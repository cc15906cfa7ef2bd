//! Secrets out of a value that is shown.

use chime_model::masking::{self, Masking};
use serde_json::Value;

const MASK: &str = "********";

/// The value with a mask in the place of every secret, at any depth.
pub(super) fn masked(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| {
                let secret = masking::of(name) == Masking::Secret && !value.is_null();
                (name.clone(), if secret { Value::from(MASK) } else { masked(value) })
            })
            .collect(),
        Value::Array(items) => items.iter().map(masked).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::masked;

    #[test]
    fn a_secret_is_masked_at_any_depth() {
        let input = json!({"VoiceConnectorId": "v", "Credentials": [{"Username": "u", "Password": "hunter2"}]});
        let expected = json!({"VoiceConnectorId": "v", "Credentials": [{"Username": "u", "Password": "********"}]});
        assert_eq!(masked(&input), expected);
    }
}
