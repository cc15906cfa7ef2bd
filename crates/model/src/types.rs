//! A typed structure for every shape, generated from the facts file and grouped by resource family.
//!
//! Required members are plain, the rest are `Option`. `Debug` never prints what the model marks as sensitive.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Timestamp;

include!(concat!(env!("OUT_DIR"), "/types.rs"));

/// Stands in `Debug` for a value that must not be printed; tells only whether there is one.
struct Hidden(bool);

impl Hidden {
    fn of<T: Serialize>(value: &T) -> Self {
        Self(!matches!(serde_json::to_value(value), Ok(serde_json::Value::Null)))
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0 { "[hidden]" } else { "None" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_hides_what_is_sensitive() {
        let request = InviteUsersRequest {
            account_id: "a1".into(),
            user_email_list: vec!["ada@example.com".into()],
            user_type: None,
        };
        let shown = format!("{request:?}");
        assert!(shown.contains("a1") && shown.contains("[hidden]") && !shown.contains("ada@example.com"), "{shown}");
    }

    #[test]
    fn absent_members_are_null() {
        let settings = serde_json::to_value(AccountSettings::default()).expect("serialises");
        assert_eq!(settings, serde_json::json!({"DisableRemoteControl": null, "EnableDialOut": null}));
    }
}
