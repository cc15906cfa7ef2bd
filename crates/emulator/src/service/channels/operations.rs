//! Making, reading and changing channels.

use chime_model::types::{
    AppInstanceDataType, ChannelMembershipType, ChannelMode, ChannelPrivacy, CreateChannelRequest,
    CreateChannelResponse, DescribeChannelRequest, DescribeChannelResponse, ListChannelsRequest, ListChannelsResponse,
    UpdateChannelRequest, UpdateChannelResponse,
};
use serde_json::json;

use super::roster::{self, MODERATORS};
use super::row::{BY_PRIVACY, CHANNELS, ChannelRow};
use super::visit::{bearer_of, named, visit};
use super::{members, sessions, summary};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::app_instances::{instance, is_admin, replaced, stream};
use crate::service::idempotency;
use crate::service::quota::{self, Quota};
use crate::service::tags::{self, Resource};
use crate::store::Key;

/// CH-20: a channel of the bearer's app instance; the same one again for the same token. CH-4: restricted and private unless told.
///
/// # Errors
/// BadRequest for a reserved tag or no bearer, Forbidden for app instance and bearer, Conflict for a token used otherwise;
/// ResourceLimitExceeded.
pub fn create_channel(context: &Context<'_>, input: CreateChannelRequest) -> Result<CreateChannelResponse, Failure> {
    let wanted = input.tags.clone().unwrap_or_default();
    tags::check(&wanted)?;
    let bearer = named(input.chime_bearer.as_deref())?;
    let instance = instance(context, &input.app_instance_arn)?;
    let bearer = bearer_of(context, &instance.app_instance_id, bearer)?;
    let (parent, token) = (instance.app_instance_id.as_str(), Some(input.client_request_token.as_str()));
    let find = |id: &str| Ok(CHANNELS.get(context, &Key::of([parent, id]))?);
    if let Some(row) = idempotency::replay(context, parent, token, &input, find)? {
        return Ok(CreateChannelResponse { channel_arn: Some(row.arn()) });
    }
    quota::check(context, Quota::ChannelsPerAppInstance, 1, (&CHANNELS, &BY_PRIVACY, Key::of([parent])))?;
    let row = ChannelRow {
        aws_account_id: instance.aws_account_id.clone(),
        app_instance_id: instance.app_instance_id.clone(),
        channel_id: context.random().uuid(),
        name: input.name.clone(),
        mode: input.mode.unwrap_or(ChannelMode::Restricted),
        privacy: input.privacy.unwrap_or(ChannelPrivacy::Private),
        metadata: input.metadata.clone().filter(|metadata| !metadata.is_empty()),
        created_by: bearer.person(),
        last_message: None,
        messages: 0,
        created: context.now(),
        updated: context.now(),
    };
    CHANNELS.put(context, &row)?;
    // CH-5: somebody must be able to manage it.
    members::add(context, &row, &bearer, ChannelMembershipType::Default, &bearer)?;
    roster::add(context, (&MODERATORS, Quota::ModeratorsPerChannel), &row, &bearer, &bearer, "")?;
    // APP-5.
    tags::put(context, Resource::Channel(&row.channel_id), wanted, tags::MOST)?;
    idempotency::remember(context, parent, token, &input, &row.channel_id)?;
    streamed(context, &row, "CREATE_CHANNEL")?;
    Ok(CreateChannelResponse { channel_arn: Some(row.arn()) })
}

/// CH-1.
///
/// # Errors
/// Forbidden for the bearer, or a channel that is not there (G-15).
pub fn describe_channel(
    context: &Context<'_>,
    input: DescribeChannelRequest,
) -> Result<DescribeChannelResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_see()?;
    Ok(DescribeChannelResponse { channel: Some(summary::full(context, visit.channel)?) })
}

/// CH-23: the public channels unless the private ones are asked for, which administrators may.
///
/// # Errors
/// Forbidden for app instance and bearer; BadRequest for a token of another list.
pub fn list_channels(context: &Context<'_>, input: ListChannelsRequest) -> Result<ListChannelsResponse, Failure> {
    let bearer = named(input.chime_bearer.as_deref())?;
    let instance = instance(context, &input.app_instance_arn)?;
    let bearer = bearer_of(context, &instance.app_instance_id, bearer)?;
    let privacy = input.privacy.unwrap_or(ChannelPrivacy::Public);
    if privacy == ChannelPrivacy::Private && !is_admin(context, &instance.app_instance_id, &bearer.user_id)? {
        return Err(Failure::forbidden("Only administrators may list private channels."));
    }
    let list = List {
        index: &BY_PRIVACY,
        within: Key::of([&instance.app_instance_id, privacy.as_str()]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 50),
    };
    let page = context.list(&CHANNELS, list, |_| true)?;
    let channels = page.rows.into_iter().map(summary::short).collect();
    Ok(ListChannelsResponse { channels: Some(channels), next_token: page.next_token })
}

/// CH-21: another name and mode; metadata as APP-11. CH-2: never another privacy.
///
/// # Errors
/// Forbidden for the bearer, or a channel that is not there.
pub fn update_channel(context: &Context<'_>, input: UpdateChannelRequest) -> Result<UpdateChannelResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_manage()?;
    let row = visit.channel;
    let metadata = replaced(row.metadata, input.metadata);
    let row = ChannelRow { name: input.name, mode: input.mode, metadata, updated: context.now(), ..row };
    CHANNELS.put(context, &row)?;
    streamed(context, &row, "UPDATE_CHANNEL")?;
    sessions::tell(context, &row, "UPDATE_CHANNEL")?;
    Ok(UpdateChannelResponse { channel_arn: Some(row.arn()) })
}

/// Records what the app instance would stream of a channel.
pub(super) fn streamed(context: &Context<'_>, row: &ChannelRow, change: &str) -> Result<(), Failure> {
    let detail = json!({ "ChannelArn": row.arn(), "Name": row.name });
    stream(context, &row.app_instance_id, AppInstanceDataType::Channel, (change, detail))
}
