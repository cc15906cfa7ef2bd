//! Attendees: whom a meeting lets in.

mod admission;
mod operations;
mod row;

pub use admission::{add_all, listed_once};
pub use operations::{batch_create_attendee, create_attendee, delete_attendee, get_attendee, list_attendees};
pub use row::{AttendeeRow, anybody_connected, attendee, called, forget_meeting, set_connected, with_token};
