//! The form that sends a message in the name of the bearer.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::bytes::Bytes;
use super::draft::Draft;
use super::standing::Standing;
use super::talk::Talk;
use crate::client::write;
use crate::form::RequestPreview;
use crate::pages::messaging::bearer::Bearer;
use crate::session::use_session;
use crate::ui::*;

const STALE: &[Operation] =
    &[Operation::DescribeChannel, Operation::ListChannels, Operation::ListChannelMembershipsForAppInstanceUser];

const TYPES: [(&str, &str); 2] = [("STANDARD", "Standard"), ("CONTROL", "Control")];
const PERSISTENCE: [(&str, &str); 2] = [("PERSISTENT", "Kept"), ("NON_PERSISTENT", "Not kept")];

fn choice(
    label: &'static str,
    value: RwSignal<String>,
    values: [(&'static str, &'static str); 2],
    help: &'static str,
) -> AnyView {
    let options: Vec<Choice> = values.into_iter().map(|(value, word)| Choice::new(value, word)).collect();
    view! {
        <div class="field">
            <span class="field-label">{label}</span>
            <div><Segmented label options=Signal::stored(options) value on_change=move |chosen| value.set(chosen) /></div>
            <p class="field-limit">{help}</p>
        </div>
    }
    .into_any()
}

/// Writes and sends `draft` to `channel` as `acting`.
pub fn compose(channel: &str, acting: &str, draft: Draft, talk: Talk, standing: Standing, bearer: Bearer) -> AnyView {
    let (session, flashes, busy, failure) =
        (use_session(), use_flashes(), RwSignal::new(false), RwSignal::new(None::<Failure>));
    let to = json!({ "ChannelArn": channel, "ChimeBearer": acting });
    let input = Signal::derive(move || {
        let mut input: Value = draft.input();
        input["ChannelArn"] = to["ChannelArn"].clone();
        input["ChimeBearer"] = to["ChimeBearer"].clone();
        input
    });
    let (content, metadata) = (unique_id("content"), unique_id("metadata"));
    let refused = Signal::derive(move || standing.role().no_send().map(str::to_owned));
    let send = {
        let (content, metadata) = (content.clone(), metadata.clone());
        move || {
            if busy.get_untracked() || refused.with_untracked(Option::is_some) {
                return;
            }
            draft.tried.set(true);
            let faults = untrack(|| (draft.content_fault().is_some(), draft.metadata_fault().is_some()));
            match faults {
                (true, _) => return focus_id(&content),
                (_, true) => return focus_id(&metadata),
                _ => {}
            }
            busy.set(true);
            failure.set(None);
            let (input, field) = (input.get_untracked(), content.clone());
            let kept = input["Persistence"] == "PERSISTENT";
            spawn_local(async move {
                let answer = write(session, Operation::SendChannelMessage, input, STALE).await;
                if busy.try_set(false).is_some() {
                    return;
                }
                match answer {
                    Err(error) => failure.set(Some(error.failure("The message was not sent"))),
                    Ok(_) => {
                        draft.clear();
                        talk.refresh();
                        focus_id(field);
                        if kept {
                            announce("The message is sent");
                        } else {
                            flashes.show(
                                Flash::success("The message is sent")
                                    .body("It is not kept, so it does not appear in the conversation."),
                            );
                        }
                    }
                }
            });
        }
    };
    let by_keys = {
        let send = send.clone();
        move |event: web_sys::KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                send();
            }
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        send();
    };
    let says = Bytes {
        label: "Message",
        help: "",
        text: draft.content,
        most: Signal::derive(move || draft.most_content()),
        fault: Signal::derive(move || draft.content_fault().filter(|_| draft.tried.get())),
        rows: 3,
    };
    let besides = Bytes {
        label: "Metadata",
        help: "For your own application; a redaction leaves it.",
        text: draft.metadata,
        most: Signal::derive(move || draft.most_metadata()),
        fault: Signal::derive(move || draft.metadata_fault()),
        rows: 2,
    };
    view! {
        <form class="compose stack" novalidate=true aria-label="Send a message" on:submit=submit on:keydown=by_keys>
            {says.view(content)}
            <details class="folded">
                <summary>"Type, persistence and metadata"</summary>
                <div class="stack compose-more">
                    <div class="field-row">
                        {choice("Type", draft.kind, TYPES, "A control message is a signal of 30 bytes for the application.")}
                        {choice("Persistence", draft.persistence, PERSISTENCE, "What is not kept reaches only who is connected.")}
                    </div>
                    {besides.view(metadata)}
                </div>
            </details>
            {move || failure.get().map(|failure| view! { <ErrorPanel failure /> })}
            <div class="form-actions">
                <Button kind=ButtonKind::Primary submit=true busy disabled_reason=refused>
                    "Send as "
                    <Personal text=bearer.name />
                </Button>
                <span class="muted">{move || refused.get()}</span>
            </div>
            <RequestPreview operation=Operation::SendChannelMessage input />
        </form>
    }
    .into_any()
}
