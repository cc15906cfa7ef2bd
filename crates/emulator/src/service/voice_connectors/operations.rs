//! Making, reading, changing and deleting voice connectors.

use chime_model::types::{
    CreateVoiceConnectorRequest, CreateVoiceConnectorResponse, DeleteVoiceConnectorRequest, ErrorCode,
    GetVoiceConnectorRequest, GetVoiceConnectorResponse, ListVoiceConnectorsRequest, ListVoiceConnectorsResponse,
    LoggingConfiguration, PhoneNumberAssociationName, UpdateVoiceConnectorRequest, UpdateVoiceConnectorResponse,
    VoiceConnectorAwsRegion,
};

use super::row::{CONNECTORS, CONNECTORS_BY_CREATED, ConnectorRow};
use super::{existing, phone_numbers};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::quota::{self, Quota};
use crate::service::{proxy, sip_rules, voice_connector_groups};
use crate::store::Key;

const ID_LETTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
const ID_LENGTH: usize = 22;

/// CreateVoiceConnector. VC-3, VC-10: a connector that can do nothing yet.
pub fn create_voice_connector(
    context: &Context<'_>,
    input: CreateVoiceConnectorRequest,
) -> Result<CreateVoiceConnectorResponse, Failure> {
    // VC-6.
    let connectors = (&CONNECTORS, &CONNECTORS_BY_CREATED, Key::of([&context.principal().account_id]));
    quota::check(context, Quota::VoiceConnectors, 1, connectors)?;
    let row = ConnectorRow {
        aws_account_id: context.principal().account_id.clone(),
        voice_connector_id: context.random().text(ID_LETTERS, ID_LENGTH),
        name: input.name,
        aws_region: input.aws_region.unwrap_or(VoiceConnectorAwsRegion::UsEast1),
        require_encryption: input.require_encryption,
        created: context.now(),
        updated: context.now(),
        origination: None,
        termination: None,
        termination_health: None,
        usernames: Vec::new(),
        // VC-4: logging is always there, since nothing deletes it.
        logging: LoggingConfiguration { enable_sip_logs: Some(false), enable_media_metric_logs: Some(false) },
        streaming: None,
        emergency_calling: None,
        proxy: None,
    };
    CONNECTORS.put(context, &row)?;
    Ok(CreateVoiceConnectorResponse { voice_connector: Some(row.into()) })
}

/// GetVoiceConnector.
pub fn get_voice_connector(
    context: &Context<'_>,
    input: GetVoiceConnectorRequest,
) -> Result<GetVoiceConnectorResponse, Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    Ok(GetVoiceConnectorResponse { voice_connector: Some(connector.into()) })
}

/// ListVoiceConnectors.
pub fn list_voice_connectors(
    context: &Context<'_>,
    input: ListVoiceConnectorsRequest,
) -> Result<ListVoiceConnectorsResponse, Failure> {
    let list = List {
        index: &CONNECTORS_BY_CREATED,
        within: Key::of([&context.principal().account_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 99),
    };
    let page = context.list(&CONNECTORS, list, |_| true)?;
    let voice_connectors = page.rows.into_iter().map(Into::into).collect();
    Ok(ListVoiceConnectorsResponse { voice_connectors: Some(voice_connectors), next_token: page.next_token })
}

/// UpdateVoiceConnector. VC-11: name and encryption, always both; the Region stays (VC-1).
pub fn update_voice_connector(
    context: &Context<'_>,
    input: UpdateVoiceConnectorRequest,
) -> Result<UpdateVoiceConnectorResponse, Failure> {
    let row = ConnectorRow {
        name: input.name,
        require_encryption: input.require_encryption,
        updated: context.now(),
        ..existing(context, &input.voice_connector_id)?
    };
    CONNECTORS.put(context, &row)?;
    Ok(UpdateVoiceConnectorResponse { voice_connector: Some(row.into()) })
}

/// DeleteVoiceConnector. VC-12: not while something is attached to it; VC-13: all that was set goes with it.
pub fn delete_voice_connector(context: &Context<'_>, input: DeleteVoiceConnectorRequest) -> Result<(), Failure> {
    let connector = existing(context, &input.voice_connector_id)?;
    let id = &connector.voice_connector_id;
    phone_numbers::refuse_homes(context, PhoneNumberAssociationName::VoiceConnectorId, id)?;
    if voice_connector_groups::has_member(context, id)? {
        let refusal = context.in_the_way("The voice connector is in a group; take it out of the group first.");
        return Err(refusal.with_code(ErrorCode::VoiceConnectorGroupAssociationsExist));
    }
    if sip_rules::names_host(context, &connector.host())? {
        return Err(context.in_the_way("A SIP rule names the host of this voice connector; delete the rule first."));
    }
    proxy::forget_connector(context, id)?;
    CONNECTORS.delete(context, &(CONNECTORS.key)(&connector))?;
    Ok(())
}
