//! Meetings: how they begin and end, who is connected, and calls out of them.

mod arn;
mod connection;
mod dial_out;
mod life;
mod operations;
mod placement;
mod row;

pub use arn::parse_arn;
pub use connection::{connect, disconnect, settle};
pub use dial_out::create_meeting_dial_out;
pub use life::{expire, leave_empty};
pub use operations::{create_meeting, create_meeting_with_attendees, delete_meeting, get_meeting, list_meetings};
pub use row::{MEETINGS, MeetingRow, find, meeting, notify};
