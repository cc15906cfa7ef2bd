//! A typed structure for every shape, generated from the facts file and grouped by resource family.
//!
//! Required members are plain, the rest are `Option`. `Debug` never prints what the model marks as sensitive.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::Timestamp;
use crate::json::{self, Map, Members, Read, Word, Write, Wrong};

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
    use serde_json::json;

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
        let expected = json!({"DisableRemoteControl": null, "EnableDialOut": null});
        assert_eq!(serde_json::to_value(AccountSettings::default()).expect("serialises"), expected);
        assert_eq!(json::write(AccountSettings::default()), expected);
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (input, sentence) in [
            (json!({}), "missing field `AccountId`"),
            (json!({"AccountId": 7, "Name": "n"}), "AccountId: not a text"),
            (json!({"AccountId": "a", "Name": "n", "DefaultLicense": "Gold"}), "DefaultLicense: unknown value `Gold`"),
            (json!([]), "not an object"),
        ] {
            let said = json::from_value::<UpdateAccountRequest>(input.clone()).expect_err("an error");
            assert_eq!(said, sentence);
            assert_eq!(serde_json::from_value::<UpdateAccountRequest>(input).expect_err("an error").to_string(), said);
        }
    }

    #[test]
    fn moments_are_read_in_both_forms_and_written_in_their_own() {
        let moment = Timestamp(1_577_836_800_123);
        for form in [json!("2020-01-01T00:00:00.123Z"), json!(1_577_836_800.123)] {
            let read: Room = json::from_value(json!({"CreatedTimestamp": form})).expect("a room");
            assert_eq!(read.created_timestamp, Some(moment));
        }
        let room = Room { created_timestamp: Some(moment), ..Room::default() };
        assert_eq!(json::write(room)["CreatedTimestamp"], "2020-01-01T00:00:00.123Z");
        let channel = ChannelSummary { last_message_timestamp: Some(moment), ..ChannelSummary::default() };
        assert_eq!(json::write(channel)["LastMessageTimestamp"], 1_577_836_800.123);
    }

    #[test]
    fn both_ways_of_reading_and_writing_agree() {
        let input = json!({
            "AccountId": "a", "UserId": "u", "LicenseType": "Pro", "Unknown": {"more": [1]},
            "AlexaForBusinessMetadata": {"IsAlexaForBusinessEnabled": true},
        });
        let read: UpdateUserRequest = json::from_value(input.clone()).expect("an input");
        assert_eq!(serde_json::from_value::<UpdateUserRequest>(input).expect("an input"), read);
        assert_eq!(serde_json::to_value(&read).expect("serialises"), json::write(read));
    }
}
