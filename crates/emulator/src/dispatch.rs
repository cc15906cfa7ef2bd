//! From an operation to the function that does it. No catch-all arm: an operation that nobody thought of does not compile.

use chime_model::{Family, Operation};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::context::Context;
use crate::failure::Failure;
use crate::service::{
    accounts, bots, delegates, number_plan, orders, phone_numbers, retention, rooms, settings, users,
};

/// Does an operation on its validated input.
///
/// # Errors
/// The operation's own refusals, and the store's.
pub fn dispatch(context: &Context<'_>, operation: Operation, input: Value) -> Result<Value, Failure> {
    let output = match operation {
        Operation::CreateAccount => run(accounts::create_account, context, input)?,
        Operation::GetAccount => run(accounts::get_account, context, input)?,
        Operation::ListAccounts => run(accounts::list_accounts, context, input)?,
        Operation::UpdateAccount => run(accounts::update_account, context, input)?,
        Operation::DeleteAccount => run(accounts::lifecycle::delete_account, context, input)?,
        Operation::GetAccountSettings => run(accounts::settings::get_account_settings, context, input)?,
        Operation::UpdateAccountSettings => run(accounts::settings::update_account_settings, context, input)?,
        Operation::AssociateSigninDelegateGroupsWithAccount => {
            run(delegates::associate_signin_delegate_groups, context, input)?
        }
        Operation::DisassociateSigninDelegateGroupsFromAccount => {
            run(delegates::disassociate_signin_delegate_groups, context, input)?
        }
        Operation::CreateUser => run(users::create_user, context, input)?,
        Operation::GetUser => run(users::get_user, context, input)?,
        Operation::ListUsers => run(users::list_users, context, input)?,
        Operation::InviteUsers => run(users::invite::invite_users, context, input)?,
        Operation::UpdateUser => run(users::update::update_user, context, input)?,
        Operation::BatchUpdateUser => run(users::update::batch_update_user, context, input)?,
        Operation::BatchSuspendUser => run(users::suspend::batch_suspend_user, context, input)?,
        Operation::BatchUnsuspendUser => run(users::suspend::batch_unsuspend_user, context, input)?,
        Operation::LogoutUser => run(users::session::logout_user, context, input)?,
        Operation::ResetPersonalPIN => run(users::pin::reset_personal_pin, context, input)?,
        Operation::GetUserSettings => run(users::settings::get_user_settings, context, input)?,
        Operation::UpdateUserSettings => run(users::settings::update_user_settings, context, input)?,
        Operation::AssociatePhoneNumberWithUser => run(users::phone_number::associate_phone_number, context, input)?,
        Operation::DisassociatePhoneNumberFromUser => {
            run(users::phone_number::disassociate_phone_number, context, input)?
        }
        Operation::GetPhoneNumber => run(phone_numbers::get_phone_number, context, input)?,
        Operation::ListPhoneNumbers => run(phone_numbers::list_phone_numbers, context, input)?,
        Operation::CreateRoom => run(rooms::create_room, context, input)?,
        Operation::GetRoom => run(rooms::get_room, context, input)?,
        Operation::ListRooms => run(rooms::list_rooms, context, input)?,
        Operation::UpdateRoom => run(rooms::update_room, context, input)?,
        Operation::DeleteRoom => run(rooms::delete_room, context, input)?,
        Operation::CreateRoomMembership => run(rooms::create_room_membership, context, input)?,
        Operation::BatchCreateRoomMembership => run(rooms::batch_create_room_membership, context, input)?,
        Operation::ListRoomMemberships => run(rooms::list_room_memberships, context, input)?,
        Operation::UpdateRoomMembership => run(rooms::update_room_membership, context, input)?,
        Operation::DeleteRoomMembership => run(rooms::delete_room_membership, context, input)?,
        Operation::CreateBot => run(bots::create_bot, context, input)?,
        Operation::GetBot => run(bots::get_bot, context, input)?,
        Operation::ListBots => run(bots::list_bots, context, input)?,
        Operation::UpdateBot => run(bots::update_bot, context, input)?,
        Operation::RegenerateSecurityToken => run(bots::regenerate_security_token, context, input)?,
        Operation::PutEventsConfiguration => run(bots::put_events_configuration, context, input)?,
        Operation::GetEventsConfiguration => run(bots::get_events_configuration, context, input)?,
        Operation::DeleteEventsConfiguration => run(bots::delete_events_configuration, context, input)?,
        Operation::PutRetentionSettings => run(retention::put_retention_settings, context, input)?,
        Operation::GetRetentionSettings => run(retention::get_retention_settings, context, input)?,
        Operation::RedactConversationMessage => run(retention::redact_conversation_message, context, input)?,
        Operation::RedactRoomMessage => run(retention::redact_room_message, context, input)?,
        Operation::UpdatePhoneNumber => run(phone_numbers::update::update_phone_number, context, input)?,
        Operation::BatchUpdatePhoneNumber => run(phone_numbers::update::batch_update_phone_number, context, input)?,
        Operation::DeletePhoneNumber => run(phone_numbers::deletion::delete_phone_number, context, input)?,
        Operation::BatchDeletePhoneNumber => run(phone_numbers::deletion::batch_delete_phone_number, context, input)?,
        Operation::RestorePhoneNumber => run(phone_numbers::deletion::restore_phone_number, context, input)?,
        Operation::CreatePhoneNumberOrder => run(orders::create_phone_number_order, context, input)?,
        Operation::GetPhoneNumberOrder => run(orders::get_phone_number_order, context, input)?,
        Operation::ListPhoneNumberOrders => run(orders::list_phone_number_orders, context, input)?,
        Operation::SearchAvailablePhoneNumbers => run(number_plan::search_available_phone_numbers, context, input)?,
        Operation::ListSupportedPhoneNumberCountries => {
            run(number_plan::list_supported_phone_number_countries, context, input)?
        }
        Operation::GetPhoneNumberSettings => run(settings::get_phone_number_settings, context, input)?,
        Operation::UpdatePhoneNumberSettings => run(settings::update_phone_number_settings, context, input)?,
        Operation::GetGlobalSettings => run(settings::get_global_settings, context, input)?,
        Operation::UpdateGlobalSettings => run(settings::update_global_settings, context, input)?,
        Operation::AssociatePhoneNumbersWithVoiceConnector
        | Operation::AssociatePhoneNumbersWithVoiceConnectorGroup
        | Operation::BatchCreateAttendee
        | Operation::BatchCreateChannelMembership
        | Operation::CreateAppInstance
        | Operation::CreateAppInstanceAdmin
        | Operation::CreateAppInstanceUser
        | Operation::CreateAttendee
        | Operation::CreateChannel
        | Operation::CreateChannelBan
        | Operation::CreateChannelMembership
        | Operation::CreateChannelModerator
        | Operation::CreateMediaCapturePipeline
        | Operation::CreateMeeting
        | Operation::CreateMeetingDialOut
        | Operation::CreateMeetingWithAttendees
        | Operation::CreateProxySession
        | Operation::CreateSipMediaApplication
        | Operation::CreateSipMediaApplicationCall
        | Operation::CreateSipRule
        | Operation::CreateVoiceConnector
        | Operation::CreateVoiceConnectorGroup
        | Operation::DeleteAppInstance
        | Operation::DeleteAppInstanceAdmin
        | Operation::DeleteAppInstanceStreamingConfigurations
        | Operation::DeleteAppInstanceUser
        | Operation::DeleteAttendee
        | Operation::DeleteChannel
        | Operation::DeleteChannelBan
        | Operation::DeleteChannelMembership
        | Operation::DeleteChannelMessage
        | Operation::DeleteChannelModerator
        | Operation::DeleteMediaCapturePipeline
        | Operation::DeleteMeeting
        | Operation::DeleteProxySession
        | Operation::DeleteSipMediaApplication
        | Operation::DeleteSipRule
        | Operation::DeleteVoiceConnector
        | Operation::DeleteVoiceConnectorEmergencyCallingConfiguration
        | Operation::DeleteVoiceConnectorGroup
        | Operation::DeleteVoiceConnectorOrigination
        | Operation::DeleteVoiceConnectorProxy
        | Operation::DeleteVoiceConnectorStreamingConfiguration
        | Operation::DeleteVoiceConnectorTermination
        | Operation::DeleteVoiceConnectorTerminationCredentials
        | Operation::DescribeAppInstance
        | Operation::DescribeAppInstanceAdmin
        | Operation::DescribeAppInstanceUser
        | Operation::DescribeChannel
        | Operation::DescribeChannelBan
        | Operation::DescribeChannelMembership
        | Operation::DescribeChannelMembershipForAppInstanceUser
        | Operation::DescribeChannelModeratedByAppInstanceUser
        | Operation::DescribeChannelModerator
        | Operation::DisassociatePhoneNumbersFromVoiceConnector
        | Operation::DisassociatePhoneNumbersFromVoiceConnectorGroup
        | Operation::GetAppInstanceRetentionSettings
        | Operation::GetAppInstanceStreamingConfigurations
        | Operation::GetAttendee
        | Operation::GetChannelMessage
        | Operation::GetMediaCapturePipeline
        | Operation::GetMeeting
        | Operation::GetMessagingSessionEndpoint
        | Operation::GetProxySession
        | Operation::GetSipMediaApplication
        | Operation::GetSipMediaApplicationLoggingConfiguration
        | Operation::GetSipRule
        | Operation::GetVoiceConnector
        | Operation::GetVoiceConnectorEmergencyCallingConfiguration
        | Operation::GetVoiceConnectorGroup
        | Operation::GetVoiceConnectorLoggingConfiguration
        | Operation::GetVoiceConnectorOrigination
        | Operation::GetVoiceConnectorProxy
        | Operation::GetVoiceConnectorStreamingConfiguration
        | Operation::GetVoiceConnectorTermination
        | Operation::GetVoiceConnectorTerminationHealth
        | Operation::ListAppInstanceAdmins
        | Operation::ListAppInstanceUsers
        | Operation::ListAppInstances
        | Operation::ListAttendeeTags
        | Operation::ListAttendees
        | Operation::ListChannelBans
        | Operation::ListChannelMemberships
        | Operation::ListChannelMembershipsForAppInstanceUser
        | Operation::ListChannelMessages
        | Operation::ListChannelModerators
        | Operation::ListChannels
        | Operation::ListChannelsModeratedByAppInstanceUser
        | Operation::ListMediaCapturePipelines
        | Operation::ListMeetingTags
        | Operation::ListMeetings
        | Operation::ListProxySessions
        | Operation::ListSipMediaApplications
        | Operation::ListSipRules
        | Operation::ListTagsForResource
        | Operation::ListVoiceConnectorGroups
        | Operation::ListVoiceConnectorTerminationCredentials
        | Operation::ListVoiceConnectors
        | Operation::PutAppInstanceRetentionSettings
        | Operation::PutAppInstanceStreamingConfigurations
        | Operation::PutSipMediaApplicationLoggingConfiguration
        | Operation::PutVoiceConnectorEmergencyCallingConfiguration
        | Operation::PutVoiceConnectorLoggingConfiguration
        | Operation::PutVoiceConnectorOrigination
        | Operation::PutVoiceConnectorProxy
        | Operation::PutVoiceConnectorStreamingConfiguration
        | Operation::PutVoiceConnectorTermination
        | Operation::PutVoiceConnectorTerminationCredentials
        | Operation::RedactChannelMessage
        | Operation::SendChannelMessage
        | Operation::StartMeetingTranscription
        | Operation::StopMeetingTranscription
        | Operation::TagAttendee
        | Operation::TagMeeting
        | Operation::TagResource
        | Operation::UntagAttendee
        | Operation::UntagMeeting
        | Operation::UntagResource
        | Operation::UpdateAppInstance
        | Operation::UpdateAppInstanceUser
        | Operation::UpdateChannel
        | Operation::UpdateChannelMessage
        | Operation::UpdateChannelReadMarker
        | Operation::UpdateProxySession
        | Operation::UpdateSipMediaApplication
        | Operation::UpdateSipMediaApplicationCall
        | Operation::UpdateSipRule
        | Operation::UpdateVoiceConnector
        | Operation::UpdateVoiceConnectorGroup
        | Operation::ValidateE911Address => return Err(Failure::NotImplemented(operation)),
    };
    Ok(if omits_absent(operation) { without_nulls(output) } else { output })
}

/// Parses the input, runs the function, and gives its output back as JSON.
fn run<I: DeserializeOwned, O: Serialize>(
    function: fn(&Context<'_>, I) -> Result<O, Failure>,
    context: &Context<'_>,
    input: Value,
) -> Result<Value, Failure> {
    let input = serde_json::from_value(input)
        .map_err(|error| Failure::bad_request(format!("The input does not parse: {error}.")))?;
    let output = function(context, input)?;
    // The generated structures have text keys only, which is all that JSON could refuse.
    Ok(serde_json::to_value(output).unwrap_or_default())
}

/// G-30: messaging leaves absent members out, everything else shows them as null.
fn omits_absent(operation: Operation) -> bool {
    matches!(operation.spec().family, Family::AppInstances | Family::Channels | Family::Messages | Family::Endpoints)
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}
