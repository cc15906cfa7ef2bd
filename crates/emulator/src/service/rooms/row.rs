//! Rooms and memberships as they are stored.

use chime_model::Timestamp;
use chime_model::types::{Member, MemberType, Room, RoomMembership, RoomMembershipRole};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Index, Key, Table, time_key};

/// A chat room (ROM-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RoomRow {
    /// Account that it belongs to.
    pub account_id: String,
    /// Its identity.
    pub room_id: String,
    /// Its name; not unique (ROM-5).
    pub name: String,
    /// ARN of the IAM principal that made it.
    pub created_by: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
}

/// Rooms, in their accounts.
pub static ROOMS: Table<RoomRow> =
    Table { name: "room", key: |row| Key::of([&row.account_id, &row.room_id]), indexes: &[&ROOMS_BY_CREATED] };

/// Rooms of an account in the order of their creation.
pub static ROOMS_BY_CREATED: Index<RoomRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.account_id, &time_key(row.created.0)])] };

/// Somebody's place in a room (ROM-2); one for each room and member (ROM-3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MembershipRow {
    /// Account of room and member.
    pub account_id: String,
    /// The room.
    pub room_id: String,
    /// Id of the user or bot.
    pub member_id: String,
    /// Which of the two it is.
    pub member_type: MemberType,
    /// The member's e-mail address.
    pub email: Option<String>,
    /// The member's name.
    pub full_name: Option<String>,
    /// What the member may do.
    pub role: RoomMembershipRole,
    /// ARN of the IAM principal that added the member.
    pub invited_by: String,
    /// When the member was added.
    pub created: Timestamp,
    /// When the role last changed.
    pub updated: Timestamp,
    /// When the room was made: the order in which a member's rooms are listed.
    pub room_created: Timestamp,
}

/// Memberships, in their rooms.
pub static MEMBERSHIPS: Table<MembershipRow> = Table {
    name: "room-membership",
    key: |row| Key::of([&row.account_id, &row.room_id, &row.member_id]),
    indexes: &[&MEMBERSHIPS_BY_CREATED, &MEMBERSHIPS_BY_MEMBER],
};

/// Memberships of a room in the order of their creation.
pub static MEMBERSHIPS_BY_CREATED: Index<MembershipRow> =
    Index { name: "created", places: |row| vec![Key::of([&row.account_id, &row.room_id, &time_key(row.created.0)])] };

/// Memberships of a user or bot in the order in which their rooms were created.
pub static MEMBERSHIPS_BY_MEMBER: Index<MembershipRow> = Index {
    name: "member",
    places: |row| vec![Key::of([&row.account_id, &row.member_id, &time_key(row.room_created.0)])],
};

/// The room of an account that is known to be the caller's (ACC-7).
///
/// # Errors
/// NotFound.
pub fn room(context: &Context<'_>, account_id: &str, room_id: &str) -> Result<RoomRow, Failure> {
    let row = ROOMS.get(context, &Key::of([account_id, room_id]))?;
    row.ok_or_else(|| context.absent("room with this id in the account"))
}

impl From<RoomRow> for Room {
    fn from(row: RoomRow) -> Self {
        Self {
            room_id: Some(row.room_id),
            name: Some(row.name),
            account_id: Some(row.account_id),
            created_by: Some(row.created_by),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
        }
    }
}

impl From<MembershipRow> for RoomMembership {
    fn from(row: MembershipRow) -> Self {
        Self {
            room_id: Some(row.room_id),
            member: Some(Member {
                member_id: Some(row.member_id),
                member_type: Some(row.member_type),
                email: row.email,
                full_name: row.full_name,
                account_id: Some(row.account_id),
            }),
            role: Some(row.role),
            invited_by: Some(row.invited_by),
            updated_timestamp: Some(row.updated),
        }
    }
}
