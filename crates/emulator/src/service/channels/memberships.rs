//! Adding, listing and removing members of a channel, and how far they have read.

use chime_model::types::{
    BatchChannelMemberships, BatchCreateChannelMembershipError, BatchCreateChannelMembershipRequest,
    BatchCreateChannelMembershipResponse, ChannelMembershipType, CreateChannelMembershipRequest,
    CreateChannelMembershipResponse, DeleteChannelMembershipRequest, DescribeChannelMembershipRequest,
    DescribeChannelMembershipResponse, ListChannelMembershipsRequest, ListChannelMembershipsResponse,
    UpdateChannelReadMarkerRequest, UpdateChannelReadMarkerResponse,
};

use super::members::{self, add};
use super::row::{BY_TYPE, MEMBERSHIPS, MembershipRow};
use super::visit::{Role, visit};
use super::{roster, summary};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::app_instance_users::{identity, user_of};
use crate::store::Key;

/// CM-3.
///
/// # Errors
/// Forbidden for the bearer (CH-12) and for a banned user, BadRequest for somebody who is no user of the app instance, Conflict for
/// a member; ResourceLimitExceeded.
pub fn create_channel_membership(
    context: &Context<'_>,
    input: CreateChannelMembershipRequest,
) -> Result<CreateChannelMembershipResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_admit(std::iter::once(input.member_arn.as_str()), input.r#type)?;
    let user = roster::candidate(context, &visit.channel, &input.member_arn)?;
    let row = add(context, &visit.channel, &user, input.r#type, &visit.bearer)?;
    Ok(CreateChannelMembershipResponse {
        channel_arn: Some(visit.channel.arn()),
        member: Some(identity(context, &row.member)?),
    })
}

/// CM-4: up to 100 members of one type; those that are refused are told one by one.
///
/// # Errors
/// Forbidden for the bearer (CH-12).
pub fn batch_create_channel_membership(
    context: &Context<'_>,
    input: BatchCreateChannelMembershipRequest,
) -> Result<BatchCreateChannelMembershipResponse, Failure> {
    let membership_type = input.r#type.unwrap_or(ChannelMembershipType::Default);
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_admit(input.member_arns.iter().map(String::as_str), membership_type)?;
    let (mut members, mut errors) = (Vec::new(), Vec::new());
    for member_arn in input.member_arns {
        let user = user_of(context, &visit.channel.app_instance_id, &member_arn)?;
        let added = user
            .ok_or_else(|| Failure::not_found("There is no user with this ARN in the app instance."))
            .and_then(|user| add(context, &visit.channel, &user, membership_type, &visit.bearer));
        match added {
            Ok(row) => members.push(identity(context, &row.member)?),
            Err(failure @ Failure::Store(_)) => return Err(failure),
            Err(refusal) => errors.push(BatchCreateChannelMembershipError {
                member_arn: Some(member_arn),
                error_code: Some(refusal.code()),
                error_message: Some(refusal.to_string()),
            }),
        }
    }
    let memberships = BatchChannelMemberships {
        invited_by: Some(identity(context, &visit.bearer.person())?),
        r#type: Some(membership_type),
        members: Some(members),
        channel_arn: Some(visit.channel.arn()),
    };
    Ok(BatchCreateChannelMembershipResponse { batch_channel_memberships: Some(memberships), errors: Some(errors) })
}

/// CM-5. CM-2: a hidden member is there for moderators, and for itself.
///
/// # Errors
/// Forbidden for the bearer; NotFound.
pub fn describe_channel_membership(
    context: &Context<'_>,
    input: DescribeChannelMembershipRequest,
) -> Result<DescribeChannelMembershipResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_see()?;
    let key = roster::entry_key(&visit.channel, &input.member_arn);
    let row = key.map(|key| MEMBERSHIPS.get(context, &key)).transpose()?.flatten();
    let seen = |row: &MembershipRow| {
        visit.manages() || row.membership_type == ChannelMembershipType::Default || row.user_id == visit.bearer.user_id
    };
    let row = row.filter(seen).ok_or_else(|| context.absent("member with this ARN in the channel"))?;
    let membership = summary::membership(context, &visit.channel, &row)?;
    Ok(DescribeChannelMembershipResponse { channel_membership: Some(membership) })
}

/// CM-2: the hidden members when they are asked for, otherwise the others. CM-7.
///
/// # Errors
/// Forbidden for the bearer, also for hidden members asked for by those who do not manage; BadRequest for a token of another list.
pub fn list_channel_memberships(
    context: &Context<'_>,
    input: ListChannelMembershipsRequest,
) -> Result<ListChannelMembershipsResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    visit.must_see()?;
    let membership_type = input.r#type.unwrap_or(ChannelMembershipType::Default);
    if membership_type == ChannelMembershipType::Hidden {
        visit.must_manage()?;
    }
    let list = List {
        index: &BY_TYPE,
        within: Key::of([&visit.channel.channel_id, membership_type.as_str()]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 50),
    };
    let page = context.list(&MEMBERSHIPS, list, |_| true)?;
    let memberships = page.rows.iter().map(|row| summary::member(context, row)).collect::<Result<_, _>>()?;
    Ok(ListChannelMembershipsResponse {
        channel_arn: Some(visit.channel.arn()),
        channel_memberships: Some(memberships),
        next_token: page.next_token,
    })
}

/// CM-6: removes a member, or leaves. Who is no member is left alone; moderators stay moderators.
///
/// # Errors
/// Forbidden for the bearer.
pub fn delete_channel_membership(context: &Context<'_>, input: DeleteChannelMembershipRequest) -> Result<(), Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    let leaves = visit.role == Role::Member && input.member_arn == visit.bearer.arn();
    if !leaves {
        visit.must_manage()?;
    }
    if let Some(key) = roster::entry_key(&visit.channel, &input.member_arn) {
        members::remove(context, &visit.channel, &key)?;
    }
    Ok(())
}

/// CH-27: the bearer has read everything up to now.
///
/// # Errors
/// Forbidden for a bearer who is no member.
pub fn update_channel_read_marker(
    context: &Context<'_>,
    input: UpdateChannelReadMarkerRequest,
) -> Result<UpdateChannelReadMarkerResponse, Failure> {
    let visit = visit(context, &input.channel_arn, input.chime_bearer.as_deref())?;
    let row = visit.must_be_member()?.clone();
    MEMBERSHIPS.put(context, &MembershipRow { read_marker: Some(context.now()), ..row })?;
    Ok(UpdateChannelReadMarkerResponse { channel_arn: Some(visit.channel.arn()) })
}
