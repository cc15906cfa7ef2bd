//! Who can be a member of a room, and with which role.

use chime_model::types::{MemberType, RegistrationStatus, RoomMembershipRole};

use super::row::{MEMBERSHIPS, MEMBERSHIPS_BY_CREATED, MembershipRow, RoomRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::bots::BOTS;
use crate::service::quota::{self, Quota};
use crate::service::users::row::USERS;
use crate::store::Key;

/// ROM-14: adds a user or bot of the account to its room.
///
/// # Errors
/// NotFound for an id that is neither's, Forbidden for a suspended user, BadRequest for a bot that cannot take part, Conflict for a
/// member that is there already; ResourceLimitExceeded.
pub fn add(
    context: &Context<'_>,
    room: &RoomRow,
    member_id: &str,
    role: Option<RoomMembershipRole>,
) -> Result<MembershipRow, Failure> {
    let role = role.unwrap_or(RoomMembershipRole::Member);
    let (user, bot) = (
        Key::of([&context.principal().account_id, &room.account_id, member_id]),
        Key::of([&room.account_id, member_id]),
    );
    let (member_type, email, full_name) = if let Some(user) = USERS.get(context, &user)? {
        if user.registration == RegistrationStatus::Suspended {
            return Err(Failure::forbidden("The user is suspended."));
        }
        (MemberType::User, user.email, Some(user.display_name))
    } else if let Some(bot) = BOTS.get(context, &bot)? {
        // ROM-17: roles are for users.
        if role == RoomMembershipRole::Administrator {
            return Err(Failure::bad_request("A bot cannot be Administrator of a room."));
        }
        if bot.disabled || bot.events.is_none() {
            return Err(Failure::bad_request("A bot must be started and have an events configuration to join a room."));
        }
        (MemberType::Bot, Some(bot.email), Some(bot.display_name))
    } else {
        return Err(Failure::not_found("There is no user or bot with this id in the account."));
    };
    let row = MembershipRow {
        account_id: room.account_id.clone(),
        room_id: room.room_id.clone(),
        member_id: member_id.to_owned(),
        member_type,
        email,
        full_name,
        role,
        invited_by: context.principal().arn.clone(),
        created: context.now(),
        updated: context.now(),
        room_created: room.created,
    };
    // ROM-3.
    if MEMBERSHIPS.get(context, &(MEMBERSHIPS.key)(&row))?.is_some() {
        return Err(Failure::conflict("The user or bot is a member of the room already."));
    }
    // ROM-5: as many as there are, unless a quota is set.
    let members = (&MEMBERSHIPS, &MEMBERSHIPS_BY_CREATED, Key::of([&room.account_id, &room.room_id]));
    quota::check(context, Quota::MembersPerRoom, 1, members)?;
    MEMBERSHIPS.put(context, &row)?;
    Ok(row)
}
