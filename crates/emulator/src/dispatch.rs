//! From an operation to the function that does it. No catch-all arm: an operation that nobody thought of does not compile.

use chime_model::{Family, Operation};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::context::Context;
use crate::failure::Failure;
use crate::service::{
    accounts, app_instance_users, app_instances, attendees, bots, channels, delegates, emergency_calling, endpoints,
    media_pipelines, meetings, messages, number_plan, orders, phone_numbers, proxy, retention, rooms, settings,
    sip_media_applications, sip_rules, tags, transcription, users, voice_connector_groups, voice_connectors,
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
        Operation::AssociatePhoneNumbersWithVoiceConnector => {
            run(voice_connectors::phone_numbers::associate_phone_numbers, context, input)?
        }
        Operation::DisassociatePhoneNumbersFromVoiceConnector => {
            run(voice_connectors::phone_numbers::disassociate_phone_numbers, context, input)?
        }
        Operation::CreateVoiceConnector => run(voice_connectors::create_voice_connector, context, input)?,
        Operation::GetVoiceConnector => run(voice_connectors::get_voice_connector, context, input)?,
        Operation::ListVoiceConnectors => run(voice_connectors::list_voice_connectors, context, input)?,
        Operation::UpdateVoiceConnector => run(voice_connectors::update_voice_connector, context, input)?,
        Operation::DeleteVoiceConnector => run(voice_connectors::delete_voice_connector, context, input)?,
        Operation::PutVoiceConnectorOrigination => run(voice_connectors::origination::put, context, input)?,
        Operation::GetVoiceConnectorOrigination => run(voice_connectors::origination::get, context, input)?,
        Operation::DeleteVoiceConnectorOrigination => run(voice_connectors::origination::delete, context, input)?,
        Operation::PutVoiceConnectorTermination => run(voice_connectors::termination::put, context, input)?,
        Operation::GetVoiceConnectorTermination => run(voice_connectors::termination::get, context, input)?,
        Operation::DeleteVoiceConnectorTermination => run(voice_connectors::termination::delete, context, input)?,
        Operation::PutVoiceConnectorStreamingConfiguration => run(voice_connectors::streaming::put, context, input)?,
        Operation::GetVoiceConnectorStreamingConfiguration => run(voice_connectors::streaming::get, context, input)?,
        Operation::DeleteVoiceConnectorStreamingConfiguration => {
            run(voice_connectors::streaming::delete, context, input)?
        }
        Operation::PutVoiceConnectorEmergencyCallingConfiguration => {
            run(voice_connectors::emergency_calling::put, context, input)?
        }
        Operation::GetVoiceConnectorEmergencyCallingConfiguration => {
            run(voice_connectors::emergency_calling::get, context, input)?
        }
        Operation::DeleteVoiceConnectorEmergencyCallingConfiguration => {
            run(voice_connectors::emergency_calling::delete, context, input)?
        }
        Operation::GetVoiceConnectorTerminationHealth => run(voice_connectors::health::get, context, input)?,
        Operation::PutVoiceConnectorTerminationCredentials => run(voice_connectors::credentials::put, context, input)?,
        Operation::ListVoiceConnectorTerminationCredentials => {
            run(voice_connectors::credentials::list, context, input)?
        }
        Operation::DeleteVoiceConnectorTerminationCredentials => {
            run(voice_connectors::credentials::delete, context, input)?
        }
        Operation::PutVoiceConnectorLoggingConfiguration => run(voice_connectors::logging::put, context, input)?,
        Operation::GetVoiceConnectorLoggingConfiguration => run(voice_connectors::logging::get, context, input)?,
        Operation::AssociatePhoneNumbersWithVoiceConnectorGroup => {
            run(voice_connector_groups::phone_numbers::associate_phone_numbers, context, input)?
        }
        Operation::DisassociatePhoneNumbersFromVoiceConnectorGroup => {
            run(voice_connector_groups::phone_numbers::disassociate_phone_numbers, context, input)?
        }
        Operation::CreateVoiceConnectorGroup => {
            run(voice_connector_groups::create_voice_connector_group, context, input)?
        }
        Operation::GetVoiceConnectorGroup => run(voice_connector_groups::get_voice_connector_group, context, input)?,
        Operation::UpdateVoiceConnectorGroup => {
            run(voice_connector_groups::update_voice_connector_group, context, input)?
        }
        Operation::DeleteVoiceConnectorGroup => {
            run(voice_connector_groups::delete_voice_connector_group, context, input)?
        }
        Operation::ListVoiceConnectorGroups => {
            run(voice_connector_groups::list_voice_connector_groups, context, input)?
        }
        Operation::PutVoiceConnectorProxy => run(proxy::configuration::put, context, input)?,
        Operation::GetVoiceConnectorProxy => run(proxy::configuration::get, context, input)?,
        Operation::DeleteVoiceConnectorProxy => run(proxy::configuration::delete, context, input)?,
        Operation::CreateProxySession => run(proxy::sessions::create_proxy_session, context, input)?,
        Operation::GetProxySession => run(proxy::sessions::get_proxy_session, context, input)?,
        Operation::UpdateProxySession => run(proxy::sessions::update_proxy_session, context, input)?,
        Operation::DeleteProxySession => run(proxy::sessions::delete_proxy_session, context, input)?,
        Operation::ListProxySessions => run(proxy::sessions::list_proxy_sessions, context, input)?,
        Operation::CreateSipMediaApplication => {
            run(sip_media_applications::create_sip_media_application, context, input)?
        }
        Operation::GetSipMediaApplication => run(sip_media_applications::get_sip_media_application, context, input)?,
        Operation::UpdateSipMediaApplication => {
            run(sip_media_applications::update_sip_media_application, context, input)?
        }
        Operation::DeleteSipMediaApplication => {
            run(sip_media_applications::delete_sip_media_application, context, input)?
        }
        Operation::ListSipMediaApplications => {
            run(sip_media_applications::list_sip_media_applications, context, input)?
        }
        Operation::PutSipMediaApplicationLoggingConfiguration => {
            run(sip_media_applications::logging::put, context, input)?
        }
        Operation::GetSipMediaApplicationLoggingConfiguration => {
            run(sip_media_applications::logging::get, context, input)?
        }
        Operation::CreateSipMediaApplicationCall => {
            run(sip_media_applications::calls::create_sip_media_application_call, context, input)?
        }
        Operation::UpdateSipMediaApplicationCall => {
            run(sip_media_applications::calls::update_sip_media_application_call, context, input)?
        }
        Operation::CreateSipRule => run(sip_rules::create_sip_rule, context, input)?,
        Operation::GetSipRule => run(sip_rules::get_sip_rule, context, input)?,
        Operation::UpdateSipRule => run(sip_rules::update_sip_rule, context, input)?,
        Operation::DeleteSipRule => run(sip_rules::delete_sip_rule, context, input)?,
        Operation::ListSipRules => run(sip_rules::list_sip_rules, context, input)?,
        Operation::ValidateE911Address => run(emergency_calling::validate_e911_address, context, input)?,
        Operation::CreateMeeting => run(meetings::create_meeting, context, input)?,
        Operation::CreateMeetingWithAttendees => run(meetings::create_meeting_with_attendees, context, input)?,
        Operation::GetMeeting => run(meetings::get_meeting, context, input)?,
        Operation::ListMeetings => run(meetings::list_meetings, context, input)?,
        Operation::DeleteMeeting => run(meetings::delete_meeting, context, input)?,
        Operation::CreateMeetingDialOut => run(meetings::create_meeting_dial_out, context, input)?,
        Operation::CreateAttendee => run(attendees::create_attendee, context, input)?,
        Operation::BatchCreateAttendee => run(attendees::batch_create_attendee, context, input)?,
        Operation::GetAttendee => run(attendees::get_attendee, context, input)?,
        Operation::ListAttendees => run(attendees::list_attendees, context, input)?,
        Operation::DeleteAttendee => run(attendees::delete_attendee, context, input)?,
        Operation::StartMeetingTranscription => run(transcription::start_meeting_transcription, context, input)?,
        Operation::StopMeetingTranscription => run(transcription::stop_meeting_transcription, context, input)?,
        Operation::CreateMediaCapturePipeline => run(media_pipelines::create_media_capture_pipeline, context, input)?,
        Operation::GetMediaCapturePipeline => run(media_pipelines::get_media_capture_pipeline, context, input)?,
        Operation::ListMediaCapturePipelines => run(media_pipelines::list_media_capture_pipelines, context, input)?,
        Operation::DeleteMediaCapturePipeline => run(media_pipelines::delete_media_capture_pipeline, context, input)?,
        Operation::TagMeeting => run(tags::tag_meeting, context, input)?,
        Operation::UntagMeeting => run(tags::untag_meeting, context, input)?,
        Operation::ListMeetingTags => run(tags::list_meeting_tags, context, input)?,
        Operation::TagAttendee => run(tags::tag_attendee, context, input)?,
        Operation::UntagAttendee => run(tags::untag_attendee, context, input)?,
        Operation::ListAttendeeTags => run(tags::list_attendee_tags, context, input)?,
        Operation::TagResource => run(tags::tag_resource, context, input)?,
        Operation::UntagResource => run(tags::untag_resource, context, input)?,
        Operation::ListTagsForResource => run(tags::list_tags_for_resource, context, input)?,
        Operation::CreateAppInstance => run(app_instances::create_app_instance, context, input)?,
        Operation::DescribeAppInstance => run(app_instances::describe_app_instance, context, input)?,
        Operation::ListAppInstances => run(app_instances::list_app_instances, context, input)?,
        Operation::UpdateAppInstance => run(app_instances::update_app_instance, context, input)?,
        Operation::DeleteAppInstance => run(app_instances::delete_app_instance, context, input)?,
        Operation::CreateAppInstanceAdmin => run(app_instances::create_app_instance_admin, context, input)?,
        Operation::DescribeAppInstanceAdmin => run(app_instances::describe_app_instance_admin, context, input)?,
        Operation::ListAppInstanceAdmins => run(app_instances::list_app_instance_admins, context, input)?,
        Operation::DeleteAppInstanceAdmin => run(app_instances::delete_app_instance_admin, context, input)?,
        Operation::PutAppInstanceRetentionSettings => {
            run(app_instances::put_app_instance_retention_settings, context, input)?
        }
        Operation::GetAppInstanceRetentionSettings => {
            run(app_instances::get_app_instance_retention_settings, context, input)?
        }
        Operation::PutAppInstanceStreamingConfigurations => {
            run(app_instances::put_app_instance_streaming_configurations, context, input)?
        }
        Operation::GetAppInstanceStreamingConfigurations => {
            run(app_instances::get_app_instance_streaming_configurations, context, input)?
        }
        Operation::DeleteAppInstanceStreamingConfigurations => {
            run(app_instances::delete_app_instance_streaming_configurations, context, input)?
        }
        Operation::CreateAppInstanceUser => run(app_instance_users::create_app_instance_user, context, input)?,
        Operation::DescribeAppInstanceUser => run(app_instance_users::describe_app_instance_user, context, input)?,
        Operation::ListAppInstanceUsers => run(app_instance_users::list_app_instance_users, context, input)?,
        Operation::UpdateAppInstanceUser => run(app_instance_users::update_app_instance_user, context, input)?,
        Operation::DeleteAppInstanceUser => run(app_instance_users::delete_app_instance_user, context, input)?,
        Operation::CreateChannel => run(channels::create_channel, context, input)?,
        Operation::DescribeChannel => run(channels::describe_channel, context, input)?,
        Operation::ListChannels => run(channels::list_channels, context, input)?,
        Operation::UpdateChannel => run(channels::update_channel, context, input)?,
        Operation::DeleteChannel => run(channels::delete_channel, context, input)?,
        Operation::DescribeChannelMembershipForAppInstanceUser => {
            run(channels::describe_channel_membership_for_app_instance_user, context, input)?
        }
        Operation::DescribeChannelModeratedByAppInstanceUser => {
            run(channels::describe_channel_moderated_by_app_instance_user, context, input)?
        }
        Operation::ListChannelMembershipsForAppInstanceUser => {
            run(channels::list_channel_memberships_for_app_instance_user, context, input)?
        }
        Operation::ListChannelsModeratedByAppInstanceUser => {
            run(channels::list_channels_moderated_by_app_instance_user, context, input)?
        }
        Operation::CreateChannelMembership => run(channels::create_channel_membership, context, input)?,
        Operation::BatchCreateChannelMembership => run(channels::batch_create_channel_membership, context, input)?,
        Operation::DescribeChannelMembership => run(channels::describe_channel_membership, context, input)?,
        Operation::ListChannelMemberships => run(channels::list_channel_memberships, context, input)?,
        Operation::DeleteChannelMembership => run(channels::delete_channel_membership, context, input)?,
        Operation::UpdateChannelReadMarker => run(channels::update_channel_read_marker, context, input)?,
        Operation::CreateChannelModerator => run(channels::create_channel_moderator, context, input)?,
        Operation::DescribeChannelModerator => run(channels::describe_channel_moderator, context, input)?,
        Operation::ListChannelModerators => run(channels::list_channel_moderators, context, input)?,
        Operation::DeleteChannelModerator => run(channels::delete_channel_moderator, context, input)?,
        Operation::CreateChannelBan => run(channels::create_channel_ban, context, input)?,
        Operation::DescribeChannelBan => run(channels::describe_channel_ban, context, input)?,
        Operation::ListChannelBans => run(channels::list_channel_bans, context, input)?,
        Operation::DeleteChannelBan => run(channels::delete_channel_ban, context, input)?,
        Operation::SendChannelMessage => run(messages::send_channel_message, context, input)?,
        Operation::GetChannelMessage => run(messages::get_channel_message, context, input)?,
        Operation::ListChannelMessages => run(messages::list_channel_messages, context, input)?,
        Operation::UpdateChannelMessage => run(messages::update_channel_message, context, input)?,
        Operation::RedactChannelMessage => run(messages::redact_channel_message, context, input)?,
        Operation::DeleteChannelMessage => run(messages::delete_channel_message, context, input)?,
        Operation::GetMessagingSessionEndpoint => run(endpoints::get_messaging_session_endpoint, context, input)?,
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
