//! Making, reading, renaming and deleting rooms.

use chime_model::types::{
    CreateRoomRequest, CreateRoomResponse, DeleteRoomRequest, GetRoomRequest, GetRoomResponse, ListRoomsRequest,
    ListRoomsResponse, UpdateRoomRequest, UpdateRoomResponse,
};

use super::row::{MEMBERSHIPS, MEMBERSHIPS_BY_CREATED, MEMBERSHIPS_BY_MEMBER, ROOMS, ROOMS_BY_CREATED, RoomRow, room};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::accounts::gate::changeable;
use crate::service::idempotency;
use crate::service::quota::{self, Quota};
use crate::service::retention::{Place, delete_messages};
use crate::store::Key;

/// ROM-10: an empty room; its maker, an IAM principal, is no member (ROM-3).
///
/// # Errors
/// NotFound, Forbidden for the account; BadRequest for the name or a token used otherwise; ResourceLimitExceeded.
pub fn create_room(context: &Context<'_>, input: CreateRoomRequest) -> Result<CreateRoomResponse, Failure> {
    check_name(&input.name)?;
    changeable(context, &input.account_id)?;
    let token = input.client_request_token.as_deref();
    let find = |id: &str| Ok(ROOMS.get(context, &Key::of([&input.account_id, id]))?);
    if let Some(room) = idempotency::replay(context, &input.account_id, token, &input, find)? {
        return Ok(CreateRoomResponse { room: Some(room.into()) });
    }
    let rooms = (&ROOMS, &ROOMS_BY_CREATED, Key::of([&input.account_id]));
    quota::check(context, Quota::RoomsPerAccount, 1, rooms)?;
    let row = RoomRow {
        account_id: input.account_id.clone(),
        room_id: context.random().uuid(),
        name: input.name.clone(),
        created_by: context.principal().arn.clone(),
        created: context.now(),
        updated: context.now(),
    };
    ROOMS.put(context, &row)?;
    idempotency::remember(context, &input.account_id, token, &input, &row.room_id)?;
    Ok(CreateRoomResponse { room: Some(row.into()) })
}

/// The room.
///
/// # Errors
/// NotFound; Forbidden for a Team account.
pub fn get_room(context: &Context<'_>, input: GetRoomRequest) -> Result<GetRoomResponse, Failure> {
    changeable(context, &input.account_id)?;
    Ok(GetRoomResponse { room: Some(room(context, &input.account_id, &input.room_id)?.into()) })
}

/// ROM-12: the rooms of the account, or those that a member is in; none for a member that nobody knows.
///
/// # Errors
/// NotFound, Forbidden for the account; BadRequest for a token of another list.
pub fn list_rooms(context: &Context<'_>, input: ListRoomsRequest) -> Result<ListRoomsResponse, Failure> {
    changeable(context, &input.account_id)?;
    let (next_token, limit) = (input.next_token.as_deref(), page_size(input.max_results, 99));
    if let Some(member_id) = &input.member_id {
        let within = Key::of([&input.account_id, member_id]);
        let list = List { index: &MEMBERSHIPS_BY_MEMBER, within, starts_with: "", next_token, limit };
        let page = context.list(&MEMBERSHIPS, list, |_| true)?;
        let rooms = page.rows.iter().map(|row| Ok(room(context, &row.account_id, &row.room_id)?.into()));
        let rooms = rooms.collect::<Result<_, Failure>>()?;
        return Ok(ListRoomsResponse { rooms: Some(rooms), next_token: page.next_token });
    }
    let within = Key::of([&input.account_id]);
    let list = List { index: &ROOMS_BY_CREATED, within, starts_with: "", next_token, limit };
    let page = context.list(&ROOMS, list, |_| true)?;
    let rooms = page.rows.into_iter().map(Into::into).collect();
    Ok(ListRoomsResponse { rooms: Some(rooms), next_token: page.next_token })
}

/// ROM-11: another name; without one nothing changes.
///
/// # Errors
/// NotFound; Forbidden for the account; BadRequest for the name.
pub fn update_room(context: &Context<'_>, input: UpdateRoomRequest) -> Result<UpdateRoomResponse, Failure> {
    input.name.as_deref().map_or(Ok(()), check_name)?;
    changeable(context, &input.account_id)?;
    let mut row = room(context, &input.account_id, &input.room_id)?;
    if let Some(name) = input.name {
        row = RoomRow { name, updated: context.now(), ..row };
        ROOMS.put(context, &row)?;
    }
    Ok(UpdateRoomResponse { room: Some(row.into()) })
}

/// ROM-13: the room, its memberships and its messages, for good (ROM-4).
///
/// # Errors
/// NotFound; Forbidden for the account.
pub fn delete_room(context: &Context<'_>, input: DeleteRoomRequest) -> Result<(), Failure> {
    changeable(context, &input.account_id)?;
    let room = room(context, &input.account_id, &input.room_id)?;
    delete(context, &room)
}

/// Everything of an account that is no more: its rooms, with what is in them.
///
/// # Errors
/// The store's.
pub fn forget_account(context: &Context<'_>, account_id: &str) -> Result<(), Failure> {
    for room in ROOMS.all(context, &ROOMS_BY_CREATED, Key::of([account_id]))? {
        delete(context, &room)?;
    }
    Ok(())
}

fn delete(context: &Context<'_>, room: &RoomRow) -> Result<(), Failure> {
    let key = (ROOMS.key)(room);
    for membership in MEMBERSHIPS.all(context, &MEMBERSHIPS_BY_CREATED, key.clone())? {
        MEMBERSHIPS.delete(context, &(MEMBERSHIPS.key)(&membership))?;
    }
    delete_messages(context, &room.account_id, Place::Room, &room.room_id)?;
    ROOMS.delete(context, &key)?;
    Ok(())
}

/// ROM-5.
fn check_name(name: &str) -> Result<(), Failure> {
    if (1..=128).contains(&name.chars().count()) {
        return Ok(());
    }
    Err(Failure::bad_request("Name must have 1 to 128 characters."))
}
