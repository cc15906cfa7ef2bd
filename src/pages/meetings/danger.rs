//! The end of a meeting.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::list::{name, row_id};
use crate::frame::use_go;
use crate::pages::ask::{Ask, Deed};
use crate::routes;
use crate::ui::*;

/// What a meeting takes with it (MTG-7).
const STALE: &[Operation] = &[Operation::ListMeetings, Operation::ListAttendees, Operation::ListMediaCapturePipelines];

const EFFECT: &str = "Everybody is disconnected at once, and nobody can join any more. It cannot be started again.";

/// Ends the meeting for everybody.
pub(super) fn tab(meeting: Signal<Arc<Value>>) -> AnyView {
    let (ask, go) = (Ask::new(), use_go());
    let name = Signal::derive(move || meeting.with(|meeting| name(meeting)));
    let end = move || {
        let deed = Deed {
            operation: Operation::DeleteMeeting,
            input: json!({ "MeetingId": meeting.with_untracked(|meeting| row_id(meeting)) }),
            stale: STALE,
            done: "The meeting has ended",
            failed: "The meeting goes on",
        };
        ask.act(deed, move || go.to(&routes::meetings()));
    };
    let goes_with = vec![
        "Its attendees and their join tokens".to_owned(),
        "Its transcription".to_owned(),
        "Its capture pipelines, which stop; what they have written stays".to_owned(),
    ];
    view! {
        <Panel title="End meeting" danger=true>
            <div class="between">
                <p>{EFFECT} " Meetings also end by themselves after 24 hours."</p>
                <Button kind=ButtonKind::Danger icon=IconName::Trash on_press=move || ask.open.set(true)>"End meeting"</Button>
            </div>
        </Panel>
        <Confirm
            open=ask.open
            title="End meeting"
            action="End meeting"
            objects=Signal::derive(move || vec![name.get()])
            effect=EFFECT
            goes_with=Signal::stored(goes_with)
            type_to_confirm=Signal::derive(move || Some(name.get()))
            busy=ask.busy
            on_confirm=end
        />
    }
    .into_any()
}
