//! How careful to be with a member's value: four classes, by the member's name.
//!
//! The model's `sensitive` mark is one bit; an administrator needs to see an e-mail address and must not see a password.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Shape;

    #[test]
    fn every_name_is_a_member_of_the_model() {
        for name in [SECRET, PERSONAL, CONTENT, INTEGRATION].concat() {
            assert!(Shape::all().any(|shape| shape.member(name).is_some()), "{name} is no member");
        }
    }
}
