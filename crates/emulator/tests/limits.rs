//! G-62: the limits of Appendix B, which the model sets. That each of them is enforced is shown in `constraints`; those that the
//! reference gives in words only are kept, and tested, where the operation is: ATT-4, ATT-11, BOT-4, MCP-2, MSG-2, SR-2, TAG-2,
//! TAG-3, VC-41, VCG-2.

use chime_model::{Kind, Operation, Shape, ShapeId};

/// A member of an operation's input, the least it may have, and the most.
type Limit = (Operation, &'static str, Option<i64>, Option<i64>);

const fn up_to(operation: Operation, member: &'static str, most: i64) -> Limit {
    (operation, member, None, Some(most))
}

const fn between(operation: Operation, member: &'static str, least: i64, most: i64) -> Limit {
    (operation, member, Some(least), Some(most))
}

const fn from(operation: Operation, member: &'static str, least: i64) -> Limit {
    (operation, member, Some(least), None)
}

const fn unbounded(operation: Operation, member: &'static str) -> Limit {
    (operation, member, None, None)
}

use Operation as O;

const LIMITS: &[Limit] = &[
    up_to(O::InviteUsers, "UserEmailList", 50),
    up_to(O::BatchSuspendUser, "UserIdList", 50),
    up_to(O::BatchUnsuspendUser, "UserIdList", 50),
    up_to(O::BatchCreateRoomMembership, "MembershipItemList", 50),
    up_to(O::BatchUpdateUser, "UpdateUserRequestItems", 20),
    between(O::CreateMeetingWithAttendees, "Attendees", 1, 10),
    between(O::BatchCreateChannelMembership, "MemberArns", 1, 100),
    from(O::BatchDeletePhoneNumber, "PhoneNumberIds", 1),
    unbounded(O::BatchUpdatePhoneNumber, "UpdatePhoneNumberRequestItems"),
    unbounded(O::CreatePhoneNumberOrder, "E164PhoneNumbers"),
    unbounded(O::AssociatePhoneNumbersWithVoiceConnector, "E164PhoneNumbers"),
    unbounded(O::DisassociatePhoneNumbersFromVoiceConnectorGroup, "E164PhoneNumbers"),
    from(O::DisassociateSigninDelegateGroupsFromAccount, "GroupNames", 1),
    between(O::TagMeeting, "Tags", 1, 50),
    between(O::TagResource, "Tags", 1, 50),
    between(O::CreateAppInstance, "Tags", 1, 50),
    between(O::TagAttendee, "Tags", 1, 10),
    between(O::TagResource, "Tags[].Key", 1, 128),
    between(O::TagResource, "Tags[].Value", 1, 256),
    between(O::CreateAccount, "Name", 1, 100),
    between(O::CreateVoiceConnector, "Name", 1, 256),
    between(O::CreateVoiceConnectorGroup, "Name", 1, 256),
    between(O::CreateSipMediaApplication, "Name", 1, 256),
    between(O::CreateSipRule, "Name", 1, 256),
    between(O::CreateChannel, "Name", 1, 256),
    between(O::CreateAppInstance, "Name", 1, 256),
    between(O::CreateAppInstanceUser, "Name", 1, 100),
    between(O::CreateChannel, "Metadata", 0, 1024),
    between(O::CreateVoiceConnectorGroup, "VoiceConnectorItems[].Priority", 1, 99),
    between(O::PutVoiceConnectorOrigination, "Origination.Routes[].Priority", 1, 100),
    between(O::PutVoiceConnectorOrigination, "Origination.Routes[].Weight", 1, 100),
    between(O::PutVoiceConnectorOrigination, "Origination.Routes[].Port", 0, 65_535),
    between(O::PutVoiceConnectorStreamingConfiguration, "StreamingConfiguration.StreamingNotificationTargets", 1, 3),
    between(O::PutAppInstanceStreamingConfigurations, "AppInstanceStreamingConfigurations", 1, 2),
    between(O::PutVoiceConnectorProxy, "PhoneNumberPoolCountries", 1, 100),
    between(O::CreateProxySession, "ParticipantPhoneNumbers", 2, 2),
    from(O::CreateProxySession, "ExpiryMinutes", 1),
    between(O::CreateSipMediaApplication, "Endpoints", 1, 1),
    between(O::CreateSipRule, "TargetApplications", 1, 25),
    between(O::CreateSipMediaApplicationCall, "SipHeaders", 0, 20),
    between(O::UpdateSipMediaApplicationCall, "Arguments", 0, 20),
    between(O::PutRetentionSettings, "RetentionSettings.RoomRetentionSettings.RetentionDays", 1, 5475),
    between(O::PutRetentionSettings, "RetentionSettings.ConversationRetentionSettings.RetentionDays", 1, 5475),
    between(
        O::PutAppInstanceRetentionSettings,
        "AppInstanceRetentionSettings.ChannelRetentionSettings.RetentionDays",
        1,
        5475,
    ),
    between(O::CreateMeeting, "ExternalMeetingId", 2, 64),
    between(O::CreateAttendee, "ExternalUserId", 2, 64),
    between(O::CreateMeeting, "ClientRequestToken", 2, 64),
    between(O::CreateAppInstanceUser, "AppInstanceUserId", 1, 64),
    between(O::GetChannelMessage, "MessageId", 1, 128),
    between(O::CreateMeetingDialOut, "JoinToken", 2, 2048),
    between(O::DescribeChannel, "ChannelArn", 5, 1600),
    between(O::TagResource, "ResourceARN", 1, 1024),
];

#[test]
fn g_62_the_limits_of_appendix_b() {
    let mut others = Vec::new();
    for (operation, member, least, most) in LIMITS {
        let shape = operation.spec().input.map(ShapeId::shape).expect("an input");
        let found = limits(at(shape, member));
        if found != (*least, *most) {
            others.push(format!("{operation} {member}: {found:?}, not {:?}", (least, most)));
        }
    }
    assert!(others.is_empty(), "{others:#?}");
}

/// The shape at `Tags[].Key`.
fn at(shape: &'static Shape, path: &str) -> &'static Shape {
    path.split('.').fold(shape, |shape, step| {
        let name = step.trim_end_matches("[]");
        let member = shape.members().iter().find(|member| member.name == name).unwrap_or_else(|| panic!("no {path}"));
        match member.shape.shape().kind {
            Kind::List { member, .. } if step.ends_with("[]") => member.shape(),
            _ => member.shape.shape(),
        }
    })
}

fn limits(shape: &Shape) -> (Option<i64>, Option<i64>) {
    match shape.kind {
        Kind::List { min, max, .. } | Kind::Map { min, max, .. } | Kind::String { min, max, .. } => {
            (min.map(i64::from), max.map(i64::from))
        }
        Kind::Integer { min, max } => (min, max),
        _ => panic!("{} has no limits", shape.name),
    }
}
