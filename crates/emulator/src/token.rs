//! NextToken: where a list goes on, sealed so that it is of use only where it came from (G-43).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chime_model::Operation;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Map, Value};
use sha2::Sha256;

/// Bytes of the seal: enough against forging, short enough for URLs.
const SEAL: usize = 16;

/// What a token is bound to: operation, caller's account, path and filters, but not the page size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding(String);

impl Binding {
    /// The binding of a list's input; `None` for an operation that does not page.
    #[must_use]
    pub fn of(operation: Operation, account: &str, input: &Value) -> Option<Self> {
        let pagination = operation.spec().pagination?;
        let empty = Map::new();
        // Maps of serde_json are sorted by key, so equal inputs give equal text.
        let kept: Map<String, Value> = input
            .as_object()
            .unwrap_or(&empty)
            .iter()
            .filter(|(name, value)| {
                !value.is_null()
                    && name.as_str() != pagination.input_token
                    && Some(name.as_str()) != pagination.limit_key
            })
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        Some(Self(format!("{operation}\n{account}\n{}", Value::Object(kept))))
    }

    /// The token for going on behind `cursor`.
    #[must_use]
    pub fn seal(&self, key: &[u8; 32], cursor: &str) -> String {
        let mut bytes = self.mac(key, cursor).finalize().into_bytes()[..SEAL].to_vec();
        bytes.extend_from_slice(cursor.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The cursor in a token, when it was sealed with this key for this binding.
    #[must_use]
    pub fn open(&self, key: &[u8; 32], token: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (seal, cursor) = bytes.split_at_checked(SEAL)?;
        let cursor = std::str::from_utf8(cursor).ok()?;
        self.mac(key, cursor).verify_truncated_left(seal).ok()?;
        Some(cursor.to_owned())
    }

    fn mac(&self, key: &[u8; 32], cursor: &str) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
        let mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of 32 bytes");
        mac.chain_update(self.0.as_bytes()).chain_update([0]).chain_update(cursor.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const KEY: [u8; 32] = [1; 32];

    fn binding(input: &Value) -> Binding {
        Binding::of(Operation::ListUsers, "111122223333", input).expect("ListUsers pages")
    }

    #[test]
    fn a_token_opens_where_it_was_sealed_whatever_the_page_size() {
        let token = binding(&json!({"AccountId": "a", "MaxResults": 5})).seal(&KEY, "place/1");
        let next = binding(&json!({"AccountId": "a", "MaxResults": 50, "NextToken": token, "UserEmail": null}));
        assert_eq!(next.open(&KEY, &token).as_deref(), Some("place/1"));
    }

    #[test]
    fn a_token_opens_nowhere_else() {
        let here = binding(&json!({"AccountId": "a"}));
        let token = here.seal(&KEY, "place/1");
        assert_eq!(binding(&json!({"AccountId": "b"})).open(&KEY, &token), None);
        assert_eq!(binding(&json!({"AccountId": "a", "UserType": "SharedDevice"})).open(&KEY, &token), None);
        assert_eq!(here.open(&[2; 32], &token), None);
        let other = Binding::of(Operation::ListUsers, "444455556666", &json!({"AccountId": "a"})).expect("pages");
        assert_eq!(other.open(&KEY, &token), None);
    }

    #[test]
    fn a_damaged_token_does_not_open() {
        let here = binding(&json!({"AccountId": "a"}));
        let token = here.seal(&KEY, "place/1");
        for index in 0..token.len() {
            let mut damaged = token.clone().into_bytes();
            damaged[index] = if damaged[index] == b'A' { b'B' } else { b'A' };
            assert_eq!(here.open(&KEY, &String::from_utf8_lossy(&damaged)), None, "character {index}");
        }
        for token in ["", "AAAA", "not base64!", &token[..token.len() - 2]] {
            assert_eq!(here.open(&KEY, token), None, "{token:?}");
        }
    }
}
