//! Live transcription of a meeting: starting it with settings that go together, and stopping it.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use super::last_state::{LastState, last_state};
use super::transcription_forms::Engine;
use crate::frame::Info;
use crate::pages::ask::{Ask, Deed};
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="Live transcription">
            <p>
                <code>"StartMeetingTranscription"</code> " sends what is said to Amazon Transcribe and the text to the clients. "
                "Settings that do not go together are taken and then fail with an event, which only the meeting's "
                "notifications tell; so this form checks them first."
            </p>
            <p>
                "No operation tells whether a meeting is transcribed. Starting twice, or stopping what does not run, is "
                "refused with 422."
            </p>
            <pre class="code-block">
                <code>
                    "aws chime start-meeting-transcription \\\n  --meeting-id ID \\\n  --transcription-configuration EngineTranscribeSettings={LanguageCode=en-US}"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

fn form(engine: Engine, meeting: &str, state: LastState) -> AnyView {
    let flashes = use_flashes();
    engine
        .form(meeting)
        .submit_label("Start transcription")
        .failed_title("Transcription was not started")
        .on_success(move |_| {
            flashes.show(Flash::success("Transcription is asked for"));
            state.changed("Asked to start");
        })
        .view()
}

/// Starts and stops the transcription of `meeting`.
pub(super) fn tab(meeting: String) -> AnyView {
    let (ask, state) = (Ask::new(), last_state(&meeting));
    let chosen = RwSignal::new("language".to_owned());
    let options: Vec<_> =
        Engine::ALL.iter().map(|(_, value, label, help)| Choice::new(*value, *label).help(*help)).collect();
    let input = json!({ "MeetingId": meeting });
    let stop = move || {
        let deed = Deed {
            operation: Operation::StopMeetingTranscription,
            input: input.clone(),
            stale: &[],
            done: "Transcription is stopped",
            failed: "Transcription was not stopped",
        };
        ask.act(deed, move || state.changed("Asked to stop"));
    };
    let engine = move || {
        let value = chosen.get();
        let engine = Engine::ALL.into_iter().find(|(_, known, ..)| *known == value);
        engine.map(|(engine, ..)| form(engine, &meeting, state))
    };
    let actions = move || {
        view! {
            {info()}
            <Button icon=IconName::Stop on_press=move || ask.open.set(true)>"Stop transcription"</Button>
        }
    };
    view! {
        <Panel title="Last known state" actions>{state.view()}</Panel>
        <Panel
            title="Start transcription"
            description="What people say becomes text. Tell them first: in many places the law asks for their consent."
        >
            <div class="stack">
                <RadioGroup label="Engine" options value=chosen on_change=move |engine| chosen.set(engine) />
                {engine}
            </div>
        </Panel>
        <Confirm
            open=ask.open
            title="Stop transcription"
            action="Stop"
            kind=ButtonKind::Primary
            objects=Vec::new()
            effect="Clients get no more text. Transcription can be started again."
            busy=ask.busy
            on_confirm=stop
        />
    }
    .into_any()
}
