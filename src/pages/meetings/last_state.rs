//! Whether a meeting is transcribed, as far as anybody knows: an emulator's event log tells, the API does not (TRN-6).

use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use crate::client::emulator;
use crate::session::{Session, use_session};
use crate::table::{moment, text_of};
use crate::ui::*;

/// What was last heard of the transcription of a meeting.
#[derive(Clone, Copy)]
pub(super) struct LastState {
    session: Session,
    meeting: StoredValue<String>,
    /// From the event log.
    event: RwSignal<Option<Value>>,
    /// What was asked for here, where there is no log.
    asked: RwSignal<Option<&'static str>>,
}

/// Asks for it.
pub(super) fn last_state(meeting: &str) -> LastState {
    let state = LastState {
        session: use_session(),
        meeting: StoredValue::new(meeting.to_owned()),
        event: RwSignal::new(None),
        asked: RwSignal::new(None),
    };
    state.ask();
    state
}

impl LastState {
    /// Something was asked for: the log has more.
    pub(super) fn changed(self, asked: &'static str) {
        self.asked.try_set(Some(asked));
        self.ask();
    }

    fn ask(self) {
        if !untrack(|| emulator::is_there(self.session)) {
            return;
        }
        spawn_local(async move {
            let mut newest: Option<Value> = None;
            for operation in ["StartMeetingTranscription", "StopMeetingTranscription"] {
                let path = ["events?limit=1000&operation=", operation].concat();
                let Ok(answer) = emulator::get(self.session, &path).await else { return };
                let Some(meeting) = self.meeting.try_get_value() else { return };
                let events = answer["Events"].as_array().into_iter().flatten();
                let here = events.filter(|event| event["Detail"]["MeetingId"] == meeting);
                newest = here.cloned().chain(newest).max_by_key(|event| event["Sequence"].as_u64());
            }
            self.event.try_set(newest);
        });
    }

    /// The state in words.
    pub(super) fn view(self) -> AnyView {
        (move || {
            let Some(event) = self.event.get() else {
                let text = self.asked.get().unwrap_or("Not known: the API does not tell whether a meeting is transcribed.");
                return view! { <p class="muted">{text}</p> }.into_any();
            };
            let (tone, text) = match event["Kind"].as_str().unwrap_or_default() {
                "TranscriptionStarted" => (Tone::Success, "Transcribed"),
                "TranscriptionStopped" => (Tone::Neutral, "Not transcribed"),
                _ => (Tone::Error, "Failed"),
            };
            let when = moment(&event["Time"]).map(|ms| view! { <Time ms /> });
            let why = text_of(&event["Detail"]["Message"]);
            view! {
                <div class="stack">
                    <p class="cluster"><Status tone text /> <span class="muted">{when}", from the emulator's event log"</span></p>
                    {(!why.is_empty()).then(|| view! { <p>{why}</p> })}
                </div>
            }
            .into_any()
        })
        .into_any()
    }
}
