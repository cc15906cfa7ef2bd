//! What one attendee joins with.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use crate::client::query;
use crate::frame::QueryFailure;
use crate::ui::*;

/// The ids and the token of an attendee, for whoever tests a client.
pub(super) fn view(meeting: String, attendee: Signal<Option<String>>) -> AnyView {
    let id = attendee.get_untracked().unwrap_or_default();
    let input = json!({ "MeetingId": meeting, "AttendeeId": id });
    let answer = query(Operation::GetAttendee, move || Some(input.clone()));
    let token = move || answer.data.with(|data| data.as_ref()?["Attendee"]["JoinToken"].as_str().map(str::to_owned));
    view! {
        <div class="stack">
            <p>"Who has the token joins as this attendee, until the attendee is removed or the meeting ends."</p>
            <QueryFailure query=answer title="The join token could not be loaded" />
            <KeyValue columns=2>
                <Pair label="Meeting id" wide=true><CopyableId id=meeting /></Pair>
                <Pair label="Attendee id" wide=true><CopyableId id /></Pair>
                <Pair label="Join token" wide=true><Secret value=Signal::derive(token) label="join token" /></Pair>
            </KeyValue>
        </div>
    }
    .into_any()
}
