//! Chat rooms, and who is in them.

mod members;
mod memberships;
mod operations;
mod row;

pub use memberships::{
    batch_create_room_membership, create_room_membership, delete_room_membership, leave_all, list_room_memberships,
    rename, update_room_membership,
};
pub use operations::{create_room, delete_room, forget_account, get_room, list_rooms, update_room};
pub use row::room;
