//! Tags: words that customers put on meetings, attendees and what belongs to messaging.

mod operations;
mod resource;
mod row;

pub use operations::{
    list_attendee_tags, list_meeting_tags, list_tags_for_resource, tag_attendee, tag_meeting, tag_resource,
    untag_attendee, untag_meeting, untag_resource,
};
pub use resource::tolerates;
pub use row::{MOST, MOST_OF_AN_ATTENDEE, Resource, check, forget, put};
