//! From an operation to the function that does it. No catch-all arm: an operation that nobody thought of does not compile.

mod values;

use chime_model::Operation;
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
    macro_rules! to {
        ($function:path) => {
            values::run($function, context, input)?
        };
    }
    let output = match operation {
        Operation::CreateAccount => to!(accounts::create_account),
        Operation::GetAccount => to!(accounts::get_account),
        Operation::ListAccounts => to!(accounts::list_accounts),
        Operation::UpdateAccount => to!(accounts::update_account),
        Operation::DeleteAccount => to!(accounts::lifecycle::delete_account),
        Operation::GetAccountSettings => to!(accounts::settings::get_account_settings),
        Operation::UpdateAccountSettings => to!(accounts::settings::update_account_settings),
        Operation::AssociateSigninDelegateGroupsWithAccount => to!(delegates::associate_signin_delegate_groups),
        Operation::DisassociateSigninDelegateGroupsFromAccount => to!(delegates::disassociate_signin_delegate_groups),
        Operation::CreateUser => to!(users::create_user),
        Operation::GetUser => to!(users::get_user),
        Operation::ListUsers => to!(users::list_users),
        Operation::InviteUsers => to!(users::invite::invite_users),
        Operation::UpdateUser => to!(users::update::update_user),
        Operation::BatchUpdateUser => to!(users::update::batch_update_user),
        Operation::BatchSuspendUser => to!(users::suspend::batch_suspend_user),
        Operation::BatchUnsuspendUser => to!(users::suspend::batch_unsuspend_user),
        Operation::LogoutUser => to!(users::session::logout_user),
        Operation::ResetPersonalPIN => to!(users::pin::reset_personal_pin),
        Operation::GetUserSettings => to!(users::settings::get_user_settings),
        Operation::UpdateUserSettings => to!(users::settings::update_user_settings),
        Operation::AssociatePhoneNumberWithUser => to!(users::phone_number::associate_phone_number),
        Operation::DisassociatePhoneNumberFromUser => to!(users::phone_number::disassociate_phone_number),
        Operation::GetPhoneNumber => to!(phone_numbers::get_phone_number),
        Operation::ListPhoneNumbers => to!(phone_numbers::list_phone_numbers),
        Operation::CreateRoom => to!(rooms::create_room),
        Operation::GetRoom => to!(rooms::get_room),
        Operation::ListRooms => to!(rooms::list_rooms),
        Operation::UpdateRoom => to!(rooms::update_room),
        Operation::DeleteRoom => to!(rooms::delete_room),
        Operation::CreateRoomMembership => to!(rooms::create_room_membership),
        Operation::BatchCreateRoomMembership => to!(rooms::batch_create_room_membership),
        Operation::ListRoomMemberships => to!(rooms::list_room_memberships),
        Operation::UpdateRoomMembership => to!(rooms::update_room_membership),
        Operation::DeleteRoomMembership => to!(rooms::delete_room_membership),
        Operation::CreateBot => to!(bots::create_bot),
        Operation::GetBot => to!(bots::get_bot),
        Operation::ListBots => to!(bots::list_bots),
        Operation::UpdateBot => to!(bots::update_bot),
        Operation::RegenerateSecurityToken => to!(bots::regenerate_security_token),
        Operation::PutEventsConfiguration => to!(bots::put_events_configuration),
        Operation::GetEventsConfiguration => to!(bots::get_events_configuration),
        Operation::DeleteEventsConfiguration => to!(bots::delete_events_configuration),
        Operation::PutRetentionSettings => to!(retention::put_retention_settings),
        Operation::GetRetentionSettings => to!(retention::get_retention_settings),
        Operation::RedactConversationMessage => to!(retention::redact_conversation_message),
        Operation::RedactRoomMessage => to!(retention::redact_room_message),
        Operation::UpdatePhoneNumber => to!(phone_numbers::update::update_phone_number),
        Operation::BatchUpdatePhoneNumber => to!(phone_numbers::update::batch_update_phone_number),
        Operation::DeletePhoneNumber => to!(phone_numbers::deletion::delete_phone_number),
        Operation::BatchDeletePhoneNumber => to!(phone_numbers::deletion::batch_delete_phone_number),
        Operation::RestorePhoneNumber => to!(phone_numbers::deletion::restore_phone_number),
        Operation::CreatePhoneNumberOrder => to!(orders::create_phone_number_order),
        Operation::GetPhoneNumberOrder => to!(orders::get_phone_number_order),
        Operation::ListPhoneNumberOrders => to!(orders::list_phone_number_orders),
        Operation::SearchAvailablePhoneNumbers => to!(number_plan::search_available_phone_numbers),
        Operation::ListSupportedPhoneNumberCountries => to!(number_plan::list_supported_phone_number_countries),
        Operation::GetPhoneNumberSettings => to!(settings::get_phone_number_settings),
        Operation::UpdatePhoneNumberSettings => to!(settings::update_phone_number_settings),
        Operation::GetGlobalSettings => to!(settings::get_global_settings),
        Operation::UpdateGlobalSettings => to!(settings::update_global_settings),
        Operation::AssociatePhoneNumbersWithVoiceConnector => {
            to!(voice_connectors::phone_numbers::associate_phone_numbers)
        }
        Operation::DisassociatePhoneNumbersFromVoiceConnector => {
            to!(voice_connectors::phone_numbers::disassociate_phone_numbers)
        }
        Operation::CreateVoiceConnector => to!(voice_connectors::create_voice_connector),
        Operation::GetVoiceConnector => to!(voice_connectors::get_voice_connector),
        Operation::ListVoiceConnectors => to!(voice_connectors::list_voice_connectors),
        Operation::UpdateVoiceConnector => to!(voice_connectors::update_voice_connector),
        Operation::DeleteVoiceConnector => to!(voice_connectors::delete_voice_connector),
        Operation::PutVoiceConnectorOrigination => to!(voice_connectors::origination::put),
        Operation::GetVoiceConnectorOrigination => to!(voice_connectors::origination::get),
        Operation::DeleteVoiceConnectorOrigination => to!(voice_connectors::origination::delete),
        Operation::PutVoiceConnectorTermination => to!(voice_connectors::termination::put),
        Operation::GetVoiceConnectorTermination => to!(voice_connectors::termination::get),
        Operation::DeleteVoiceConnectorTermination => to!(voice_connectors::termination::delete),
        Operation::PutVoiceConnectorStreamingConfiguration => to!(voice_connectors::streaming::put),
        Operation::GetVoiceConnectorStreamingConfiguration => to!(voice_connectors::streaming::get),
        Operation::DeleteVoiceConnectorStreamingConfiguration => to!(voice_connectors::streaming::delete),
        Operation::PutVoiceConnectorEmergencyCallingConfiguration => to!(voice_connectors::emergency_calling::put),
        Operation::GetVoiceConnectorEmergencyCallingConfiguration => to!(voice_connectors::emergency_calling::get),
        Operation::DeleteVoiceConnectorEmergencyCallingConfiguration => {
            to!(voice_connectors::emergency_calling::delete)
        }
        Operation::GetVoiceConnectorTerminationHealth => to!(voice_connectors::health::get),
        Operation::PutVoiceConnectorTerminationCredentials => to!(voice_connectors::credentials::put),
        Operation::ListVoiceConnectorTerminationCredentials => to!(voice_connectors::credentials::list),
        Operation::DeleteVoiceConnectorTerminationCredentials => to!(voice_connectors::credentials::delete),
        Operation::PutVoiceConnectorLoggingConfiguration => to!(voice_connectors::logging::put),
        Operation::GetVoiceConnectorLoggingConfiguration => to!(voice_connectors::logging::get),
        Operation::AssociatePhoneNumbersWithVoiceConnectorGroup => {
            to!(voice_connector_groups::phone_numbers::associate_phone_numbers)
        }
        Operation::DisassociatePhoneNumbersFromVoiceConnectorGroup => {
            to!(voice_connector_groups::phone_numbers::disassociate_phone_numbers)
        }
        Operation::CreateVoiceConnectorGroup => to!(voice_connector_groups::create_voice_connector_group),
        Operation::GetVoiceConnectorGroup => to!(voice_connector_groups::get_voice_connector_group),
        Operation::UpdateVoiceConnectorGroup => to!(voice_connector_groups::update_voice_connector_group),
        Operation::DeleteVoiceConnectorGroup => to!(voice_connector_groups::delete_voice_connector_group),
        Operation::ListVoiceConnectorGroups => to!(voice_connector_groups::list_voice_connector_groups),
        Operation::PutVoiceConnectorProxy => to!(proxy::configuration::put),
        Operation::GetVoiceConnectorProxy => to!(proxy::configuration::get),
        Operation::DeleteVoiceConnectorProxy => to!(proxy::configuration::delete),
        Operation::CreateProxySession => to!(proxy::sessions::create_proxy_session),
        Operation::GetProxySession => to!(proxy::sessions::get_proxy_session),
        Operation::UpdateProxySession => to!(proxy::sessions::update_proxy_session),
        Operation::DeleteProxySession => to!(proxy::sessions::delete_proxy_session),
        Operation::ListProxySessions => to!(proxy::sessions::list_proxy_sessions),
        Operation::CreateSipMediaApplication => to!(sip_media_applications::create_sip_media_application),
        Operation::GetSipMediaApplication => to!(sip_media_applications::get_sip_media_application),
        Operation::UpdateSipMediaApplication => to!(sip_media_applications::update_sip_media_application),
        Operation::DeleteSipMediaApplication => to!(sip_media_applications::delete_sip_media_application),
        Operation::ListSipMediaApplications => to!(sip_media_applications::list_sip_media_applications),
        Operation::PutSipMediaApplicationLoggingConfiguration => to!(sip_media_applications::logging::put),
        Operation::GetSipMediaApplicationLoggingConfiguration => to!(sip_media_applications::logging::get),
        Operation::CreateSipMediaApplicationCall => {
            to!(sip_media_applications::calls::create_sip_media_application_call)
        }
        Operation::UpdateSipMediaApplicationCall => {
            to!(sip_media_applications::calls::update_sip_media_application_call)
        }
        Operation::CreateSipRule => to!(sip_rules::create_sip_rule),
        Operation::GetSipRule => to!(sip_rules::get_sip_rule),
        Operation::UpdateSipRule => to!(sip_rules::update_sip_rule),
        Operation::DeleteSipRule => to!(sip_rules::delete_sip_rule),
        Operation::ListSipRules => to!(sip_rules::list_sip_rules),
        Operation::ValidateE911Address => to!(emergency_calling::validate_e911_address),
        Operation::CreateMeeting => to!(meetings::create_meeting),
        Operation::CreateMeetingWithAttendees => to!(meetings::create_meeting_with_attendees),
        Operation::GetMeeting => to!(meetings::get_meeting),
        Operation::ListMeetings => to!(meetings::list_meetings),
        Operation::DeleteMeeting => to!(meetings::delete_meeting),
        Operation::CreateMeetingDialOut => to!(meetings::create_meeting_dial_out),
        Operation::CreateAttendee => to!(attendees::create_attendee),
        Operation::BatchCreateAttendee => to!(attendees::batch_create_attendee),
        Operation::GetAttendee => to!(attendees::get_attendee),
        Operation::ListAttendees => to!(attendees::list_attendees),
        Operation::DeleteAttendee => to!(attendees::delete_attendee),
        Operation::StartMeetingTranscription => to!(transcription::start_meeting_transcription),
        Operation::StopMeetingTranscription => to!(transcription::stop_meeting_transcription),
        Operation::CreateMediaCapturePipeline => to!(media_pipelines::create_media_capture_pipeline),
        Operation::GetMediaCapturePipeline => to!(media_pipelines::get_media_capture_pipeline),
        Operation::ListMediaCapturePipelines => to!(media_pipelines::list_media_capture_pipelines),
        Operation::DeleteMediaCapturePipeline => to!(media_pipelines::delete_media_capture_pipeline),
        Operation::TagMeeting => to!(tags::tag_meeting),
        Operation::UntagMeeting => to!(tags::untag_meeting),
        Operation::ListMeetingTags => to!(tags::list_meeting_tags),
        Operation::TagAttendee => to!(tags::tag_attendee),
        Operation::UntagAttendee => to!(tags::untag_attendee),
        Operation::ListAttendeeTags => to!(tags::list_attendee_tags),
        Operation::TagResource => to!(tags::tag_resource),
        Operation::UntagResource => to!(tags::untag_resource),
        Operation::ListTagsForResource => to!(tags::list_tags_for_resource),
        Operation::CreateAppInstance => to!(app_instances::create_app_instance),
        Operation::DescribeAppInstance => to!(app_instances::describe_app_instance),
        Operation::ListAppInstances => to!(app_instances::list_app_instances),
        Operation::UpdateAppInstance => to!(app_instances::update_app_instance),
        Operation::DeleteAppInstance => to!(app_instances::delete_app_instance),
        Operation::CreateAppInstanceAdmin => to!(app_instances::create_app_instance_admin),
        Operation::DescribeAppInstanceAdmin => to!(app_instances::describe_app_instance_admin),
        Operation::ListAppInstanceAdmins => to!(app_instances::list_app_instance_admins),
        Operation::DeleteAppInstanceAdmin => to!(app_instances::delete_app_instance_admin),
        Operation::PutAppInstanceRetentionSettings => to!(app_instances::put_app_instance_retention_settings),
        Operation::GetAppInstanceRetentionSettings => to!(app_instances::get_app_instance_retention_settings),
        Operation::PutAppInstanceStreamingConfigurations => {
            to!(app_instances::put_app_instance_streaming_configurations)
        }
        Operation::GetAppInstanceStreamingConfigurations => {
            to!(app_instances::get_app_instance_streaming_configurations)
        }
        Operation::DeleteAppInstanceStreamingConfigurations => {
            to!(app_instances::delete_app_instance_streaming_configurations)
        }
        Operation::CreateAppInstanceUser => to!(app_instance_users::create_app_instance_user),
        Operation::DescribeAppInstanceUser => to!(app_instance_users::describe_app_instance_user),
        Operation::ListAppInstanceUsers => to!(app_instance_users::list_app_instance_users),
        Operation::UpdateAppInstanceUser => to!(app_instance_users::update_app_instance_user),
        Operation::DeleteAppInstanceUser => to!(app_instance_users::delete_app_instance_user),
        Operation::CreateChannel => to!(channels::create_channel),
        Operation::DescribeChannel => to!(channels::describe_channel),
        Operation::ListChannels => to!(channels::list_channels),
        Operation::UpdateChannel => to!(channels::update_channel),
        Operation::DeleteChannel => to!(channels::delete_channel),
        Operation::DescribeChannelMembershipForAppInstanceUser => {
            to!(channels::describe_channel_membership_for_app_instance_user)
        }
        Operation::DescribeChannelModeratedByAppInstanceUser => {
            to!(channels::describe_channel_moderated_by_app_instance_user)
        }
        Operation::ListChannelMembershipsForAppInstanceUser => {
            to!(channels::list_channel_memberships_for_app_instance_user)
        }
        Operation::ListChannelsModeratedByAppInstanceUser => {
            to!(channels::list_channels_moderated_by_app_instance_user)
        }
        Operation::CreateChannelMembership => to!(channels::create_channel_membership),
        Operation::BatchCreateChannelMembership => to!(channels::batch_create_channel_membership),
        Operation::DescribeChannelMembership => to!(channels::describe_channel_membership),
        Operation::ListChannelMemberships => to!(channels::list_channel_memberships),
        Operation::DeleteChannelMembership => to!(channels::delete_channel_membership),
        Operation::UpdateChannelReadMarker => to!(channels::update_channel_read_marker),
        Operation::CreateChannelModerator => to!(channels::create_channel_moderator),
        Operation::DescribeChannelModerator => to!(channels::describe_channel_moderator),
        Operation::ListChannelModerators => to!(channels::list_channel_moderators),
        Operation::DeleteChannelModerator => to!(channels::delete_channel_moderator),
        Operation::CreateChannelBan => to!(channels::create_channel_ban),
        Operation::DescribeChannelBan => to!(channels::describe_channel_ban),
        Operation::ListChannelBans => to!(channels::list_channel_bans),
        Operation::DeleteChannelBan => to!(channels::delete_channel_ban),
        Operation::SendChannelMessage => to!(messages::send_channel_message),
        Operation::GetChannelMessage => to!(messages::get_channel_message),
        Operation::ListChannelMessages => to!(messages::list_channel_messages),
        Operation::UpdateChannelMessage => to!(messages::update_channel_message),
        Operation::RedactChannelMessage => to!(messages::redact_channel_message),
        Operation::DeleteChannelMessage => to!(messages::delete_channel_message),
        Operation::GetMessagingSessionEndpoint => to!(endpoints::get_messaging_session_endpoint),
    };
    Ok(values::shown(operation, output))
}
