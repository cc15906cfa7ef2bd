//! The dialog that adds one attendee.

use chime_model::Operation;
use leptos::prelude::*;

use super::attendees::STALE;
use crate::form::{Field, Form};
use crate::ui::*;

/// Adds an attendee to `meeting` while `open`.
pub(super) fn form(meeting: &str, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    Form::new(Operation::CreateAttendee)
        .fixed("MeetingId", meeting)
        .field(Field::new("ExternalUserId").label("External user id").help(
            "What your application calls the person. An id that is there already gives the attendee that has it, with \
                 the same token.",
        ))
        .field(
            Field::new("Tags")
                .help("Only for a new attendee.")
                .item("Tag")
                .member(Field::new("Key"))
                .member(Field::new("Value")),
        )
        .stale(STALE)
        .submit_label("Add attendee")
        .failed_title("The attendee was not added")
        .on_cancel(move || open.set(false))
        .on_success(move |_| {
            open.set(false);
            flashes.show(Flash::success("The attendee may join"));
        })
        .view()
}
