//! Making, reading, changing and deleting voice connector groups.

use chime_model::types::{
    CreateVoiceConnectorGroupRequest, CreateVoiceConnectorGroupResponse, DeleteVoiceConnectorGroupRequest, ErrorCode,
    GetVoiceConnectorGroupRequest, GetVoiceConnectorGroupResponse, ListVoiceConnectorGroupsRequest,
    ListVoiceConnectorGroupsResponse, PhoneNumberAssociationName, UpdateVoiceConnectorGroupRequest,
    UpdateVoiceConnectorGroupResponse,
};

use super::row::{GROUPS, GROUPS_BY_CREATED, GroupRow};
use super::{existing, items};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::quota::{self, Quota};
use crate::service::voice_connectors::phone_numbers::refuse_homes;
use crate::store::Key;

/// CreateVoiceConnectorGroup (VCG-3).
pub fn create_voice_connector_group(
    context: &Context<'_>,
    input: CreateVoiceConnectorGroupRequest,
) -> Result<CreateVoiceConnectorGroupResponse, Failure> {
    let wanted = input.voice_connector_items.unwrap_or_default();
    items::check(&wanted)?;
    items::resolve(context, &wanted)?;
    let groups = (&GROUPS, &GROUPS_BY_CREATED, Key::of([&context.principal().account_id]));
    quota::check(context, Quota::VoiceConnectorGroups, 1, groups)?;
    let row = GroupRow {
        aws_account_id: context.principal().account_id.clone(),
        voice_connector_group_id: context.random().uuid(),
        name: input.name,
        items: wanted,
        created: context.now(),
        updated: context.now(),
    };
    GROUPS.put(context, &row)?;
    Ok(CreateVoiceConnectorGroupResponse { voice_connector_group: Some(row.into()) })
}

/// GetVoiceConnectorGroup (VCG-4).
pub fn get_voice_connector_group(
    context: &Context<'_>,
    input: GetVoiceConnectorGroupRequest,
) -> Result<GetVoiceConnectorGroupResponse, Failure> {
    let group = existing(context, &input.voice_connector_group_id)?;
    Ok(GetVoiceConnectorGroupResponse { voice_connector_group: Some(group.into()) })
}

/// ListVoiceConnectorGroups (VCG-4).
pub fn list_voice_connector_groups(
    context: &Context<'_>,
    input: ListVoiceConnectorGroupsRequest,
) -> Result<ListVoiceConnectorGroupsResponse, Failure> {
    let list = List {
        index: &GROUPS_BY_CREATED,
        within: Key::of([&context.principal().account_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 99),
    };
    let page = context.list(&GROUPS, list, |_| true)?;
    let groups = page.rows.into_iter().map(Into::into).collect();
    Ok(ListVoiceConnectorGroupsResponse { voice_connector_groups: Some(groups), next_token: page.next_token })
}

/// UpdateVoiceConnectorGroup. VCG-5: name and connectors as a whole; the numbers of the group stay, also when no connector does.
pub fn update_voice_connector_group(
    context: &Context<'_>,
    input: UpdateVoiceConnectorGroupRequest,
) -> Result<UpdateVoiceConnectorGroupResponse, Failure> {
    items::check(&input.voice_connector_items)?;
    let group = existing(context, &input.voice_connector_group_id)?;
    items::resolve(context, &input.voice_connector_items)?;
    let row = GroupRow { name: input.name, items: input.voice_connector_items, updated: context.now(), ..group };
    GROUPS.put(context, &row)?;
    Ok(UpdateVoiceConnectorGroupResponse { voice_connector_group: Some(row.into()) })
}

/// DeleteVoiceConnectorGroup. VCG-6: an empty group without numbers.
pub fn delete_voice_connector_group(
    context: &Context<'_>,
    input: DeleteVoiceConnectorGroupRequest,
) -> Result<(), Failure> {
    let group = existing(context, &input.voice_connector_group_id)?;
    if !group.items.is_empty() {
        let refusal = context.in_the_way("The group has voice connectors; take them out first.");
        return Err(refusal.with_code(ErrorCode::VoiceConnectorGroupAssociationsExist));
    }
    refuse_homes(context, PhoneNumberAssociationName::VoiceConnectorGroupId, &group.voice_connector_group_id)?;
    GROUPS.delete(context, &(GROUPS.key)(&group))?;
    Ok(())
}
