//! How careful to be with a member's value: four classes, by the member's name.
//!
//! The model's `sensitive` mark is one bit; an administrator needs to see an e-mail address and must not see a password.

use serde_json::Value;

/// What stands in the place of a value that is not shown.
pub const MASK: &str = "********";

/// How a value may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Masking {
    /// As it is.
    Plain,
    /// Never without being asked: dots, reveal, copy.
    Secret,
    /// Of a person: shown to administrators, masked when privacy is on.
    Personal,
    /// What people wrote: collapsed until asked for.
    Content,
    /// An address of another system: shown, but left out of logs.
    Integration,
}

const SECRET: &[&str] = &["SecurityToken", "JoinToken", "Password", "PersonalPIN"];
const PERSONAL: &[&str] = &[
    "PrimaryEmail",
    "Email",
    "EmailAddress",
    "UserEmail",
    "UserEmailList",
    "DisplayName",
    "Username",
    "FullName",
    "BotEmail",
    "E164PhoneNumber",
    "E164PhoneNumbers",
    "PrimaryProvisionedNumber",
    "FallBackPhoneNumber",
    "DefaultPhoneNumber",
    "ParticipantPhoneNumbers",
    "PhoneNumber",
    "FromPhoneNumber",
    "ToPhoneNumber",
    "CallingName",
    "ExternalUserId",
    "ExternalMeetingId",
    "StreetNumber",
    "StreetInfo",
    "City",
    "State",
    "PostalCode",
];
const CONTENT: &[&str] = &["Content", "Metadata", "Tags", "SipHeaders", "Arguments"];
const INTEGRATION: &[&str] = &[
    "OutboundEventsHTTPSEndpoint",
    "LambdaFunctionArn",
    "LambdaArn",
    "SnsTopicArn",
    "SqsQueueArn",
    "SinkArn",
    "AudioHostUrl",
    "AudioFallbackUrl",
    "ScreenDataUrl",
    "ScreenSharingUrl",
    "ScreenViewingUrl",
    "SignalingUrl",
    "TurnControlUrl",
    "EventIngestionUrl",
];

/// The class of a member by its name. A bearer's NextToken and ClientRequestToken are plain: opaque, and of no use to anybody else.
#[must_use]
pub fn of(member: &str) -> Masking {
    let classes = [
        (SECRET, Masking::Secret),
        (PERSONAL, Masking::Personal),
        (CONTENT, Masking::Content),
        (INTEGRATION, Masking::Integration),
    ];
    classes.into_iter().find(|(names, _)| names.contains(&member)).map_or(Masking::Plain, |(_, class)| class)
}

/// The value with a mask in the place of every member of these classes, at any depth.
#[must_use]
pub fn masked(value: &Value, classes: &[Masking]) -> Value {
    changed(value, classes, true)
}

/// The value without the members of these classes, at any depth.
#[must_use]
pub fn without(value: &Value, classes: &[Masking]) -> Value {
    changed(value, classes, false)
}

fn changed(value: &Value, classes: &[Masking], mask: bool) -> Value {
    match value {
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| match classes.contains(&of(name)) && !value.is_null() {
                true => mask.then(|| (name.clone(), Value::from(MASK))),
                false => Some((name.clone(), changed(value, classes, mask))),
            };
            members.iter().filter_map(member).collect()
        }
        Value::Array(items) => items.iter().map(|item| changed(item, classes, mask)).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::schema::Shape;

    #[test]
    fn a_secret_is_masked_or_left_out_at_any_depth() {
        let input = json!({"VoiceConnectorId": "v", "Credentials": [{"Username": "u", "Password": "hunter2"}]});
        let shown = json!({"VoiceConnectorId": "v", "Credentials": [{"Username": "u", "Password": "********"}]});
        assert_eq!(masked(&input, &[Masking::Secret]), shown);
        let plain = json!({"VoiceConnectorId": "v", "Credentials": [{}]});
        assert_eq!(without(&input, &[Masking::Secret, Masking::Personal]), plain);
        assert_eq!(masked(&json!({"Password": null}), &[Masking::Secret]), json!({"Password": null}));
    }

    #[test]
    fn every_name_is_a_member_of_the_model() {
        for name in [SECRET, PERSONAL, CONTENT, INTEGRATION].concat() {
            assert!(Shape::all().any(|shape| shape.member(name).is_some()), "{name} is no member");
        }
    }
}
