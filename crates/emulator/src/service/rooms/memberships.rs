//! Adding, listing, promoting and removing members of a room.

use chime_model::types::{
    BatchCreateRoomMembershipRequest, BatchCreateRoomMembershipResponse, CreateRoomMembershipRequest,
    CreateRoomMembershipResponse, DeleteRoomMembershipRequest, ListRoomMembershipsRequest, ListRoomMembershipsResponse,
    MemberError, MemberType, UpdateRoomMembershipRequest, UpdateRoomMembershipResponse,
};

use super::members::add;
use super::row::{MEMBERSHIPS, MEMBERSHIPS_BY_CREATED, MEMBERSHIPS_BY_MEMBER, MembershipRow, room};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::store::Key;

/// ROM-14: one member more.
///
/// # Errors
/// NotFound for account, room, user or bot; the others of [`add`]; ResourceLimitExceeded.
pub fn create_room_membership(
    context: &Context<'_>,
    input: CreateRoomMembershipRequest,
) -> Result<CreateRoomMembershipResponse, Failure> {
    changeable(context, &input.account_id)?;
    let room = room(context, &input.account_id, &input.room_id)?;
    let row = add(context, &room, &input.member_id, input.role)?;
    Ok(CreateRoomMembershipResponse { room_membership: Some(row.into()) })
}

/// ROM-15: several members; those that fail are told one by one, those that do not are not told.
///
/// # Errors
/// NotFound, Forbidden for account and room; BadRequest for an item without MemberId (G-61).
pub fn batch_create_room_membership(
    context: &Context<'_>,
    input: BatchCreateRoomMembershipRequest,
) -> Result<BatchCreateRoomMembershipResponse, Failure> {
    let without_id = || Failure::bad_request("Every item of MembershipItemList needs its MemberId.");
    let items =
        input.membership_item_list.into_iter().map(|item| Ok((item.member_id.ok_or_else(without_id)?, item.role)));
    let items = items.collect::<Result<Vec<_>, Failure>>()?;
    changeable(context, &input.account_id)?;
    let room = room(context, &input.account_id, &input.room_id)?;
    let mut errors = Vec::new();
    for (member_id, role) in items {
        match add(context, &room, &member_id, role) {
            Ok(_) => {}
            Err(failure @ Failure::Store(_)) => return Err(failure),
            Err(refusal) => errors.push(MemberError {
                member_id: Some(member_id),
                error_code: Some(refusal.code()),
                error_message: Some(refusal.to_string()),
            }),
        }
    }
    Ok(BatchCreateRoomMembershipResponse { errors: Some(errors) })
}

/// ROM-16: in the order in which they were added (G-42).
///
/// # Errors
/// NotFound, Forbidden for account and room; BadRequest for a token of another list.
pub fn list_room_memberships(
    context: &Context<'_>,
    input: ListRoomMembershipsRequest,
) -> Result<ListRoomMembershipsResponse, Failure> {
    changeable(context, &input.account_id)?;
    let room = room(context, &input.account_id, &input.room_id)?;
    let list = List {
        index: &MEMBERSHIPS_BY_CREATED,
        within: Key::of([&room.account_id, &room.room_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 99),
    };
    let page = context.list(&MEMBERSHIPS, list, |_| true)?;
    let rows = page.rows.into_iter().map(Into::into).collect();
    Ok(ListRoomMembershipsResponse { room_memberships: Some(rows), next_token: page.next_token })
}

/// ROM-17: another role, for users only; without one nothing changes.
///
/// # Errors
/// NotFound for account, room or membership; Forbidden for the account; BadRequest for the role of a bot.
pub fn update_room_membership(
    context: &Context<'_>,
    input: UpdateRoomMembershipRequest,
) -> Result<UpdateRoomMembershipResponse, Failure> {
    changeable(context, &input.account_id)?;
    room(context, &input.account_id, &input.room_id)?;
    let key = Key::of([&input.account_id, &input.room_id, &input.member_id]);
    let mut row = MEMBERSHIPS.get(context, &key)?.ok_or_else(|| not_a_member(context))?;
    if let Some(role) = input.role {
        if row.member_type != MemberType::User {
            return Err(Failure::bad_request("Only users have roles in a room."));
        }
        row = MembershipRow { role, updated: context.now(), ..row };
        MEMBERSHIPS.put(context, &row)?;
    }
    Ok(UpdateRoomMembershipResponse { room_membership: Some(row.into()) })
}

/// ROM-18: also the last administrator may go.
///
/// # Errors
/// NotFound for account, room or membership; Forbidden for the account.
pub fn delete_room_membership(context: &Context<'_>, input: DeleteRoomMembershipRequest) -> Result<(), Failure> {
    changeable(context, &input.account_id)?;
    room(context, &input.account_id, &input.room_id)?;
    let key = Key::of([&input.account_id, &input.room_id, &input.member_id]);
    MEMBERSHIPS.delete(context, &key)?.map(|_| ()).ok_or_else(|| not_a_member(context))
}

/// Takes somebody who left the account out of its rooms (USR-31).
///
/// # Errors
/// The store's.
pub fn leave_all(context: &Context<'_>, account_id: &str, member_id: &str) -> Result<(), Failure> {
    for membership in MEMBERSHIPS.all(context, &MEMBERSHIPS_BY_MEMBER, Key::of([account_id, member_id]))? {
        MEMBERSHIPS.delete(context, &(MEMBERSHIPS.key)(&membership))?;
    }
    Ok(())
}

/// ROM-2: who has another name in the account has it in its rooms too.
///
/// # Errors
/// The store's.
pub fn rename(context: &Context<'_>, account_id: &str, member_id: &str, full_name: &str) -> Result<(), Failure> {
    for membership in MEMBERSHIPS.all(context, &MEMBERSHIPS_BY_MEMBER, Key::of([account_id, member_id]))? {
        MEMBERSHIPS.put(context, &MembershipRow { full_name: Some(full_name.to_owned()), ..membership })?;
    }
    Ok(())
}

fn not_a_member(context: &Context<'_>) -> Failure {
    context.absent("member with this id in the room")
}
