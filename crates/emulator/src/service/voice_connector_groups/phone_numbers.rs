//! Numbers of a group. VCG-7: as those of a connector, and an empty group takes them too.

use chime_model::types::{
    AssociatePhoneNumbersWithVoiceConnectorGroupRequest, AssociatePhoneNumbersWithVoiceConnectorGroupResponse,
    DisassociatePhoneNumbersFromVoiceConnectorGroupRequest, DisassociatePhoneNumbersFromVoiceConnectorGroupResponse,
    PhoneNumberAssociationName,
};

use super::existing;
use crate::context::Context;
use crate::failure::Failure;
use crate::service::voice_connectors::phone_numbers::{attach_all, detach_all};

/// AssociatePhoneNumbersWithVoiceConnectorGroup.
pub fn associate_phone_numbers(
    context: &Context<'_>,
    input: AssociatePhoneNumbersWithVoiceConnectorGroupRequest,
) -> Result<AssociatePhoneNumbersWithVoiceConnectorGroupResponse, Failure> {
    let group = existing(context, &input.voice_connector_group_id)?;
    let home = (PhoneNumberAssociationName::VoiceConnectorGroupId, group.voice_connector_group_id.as_str());
    let errors = attach_all(context, home, input.e164_phone_numbers, input.force_associate)?;
    Ok(AssociatePhoneNumbersWithVoiceConnectorGroupResponse { phone_number_errors: Some(errors) })
}

/// DisassociatePhoneNumbersFromVoiceConnectorGroup.
pub fn disassociate_phone_numbers(
    context: &Context<'_>,
    input: DisassociatePhoneNumbersFromVoiceConnectorGroupRequest,
) -> Result<DisassociatePhoneNumbersFromVoiceConnectorGroupResponse, Failure> {
    let group = existing(context, &input.voice_connector_group_id)?;
    let home = (PhoneNumberAssociationName::VoiceConnectorGroupId, group.voice_connector_group_id.as_str());
    let errors = detach_all(context, home, input.e164_phone_numbers)?;
    Ok(DisassociatePhoneNumbersFromVoiceConnectorGroupResponse { phone_number_errors: Some(errors) })
}
