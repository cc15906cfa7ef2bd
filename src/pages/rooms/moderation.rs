//! The removal of single messages. The API lists none, so they are named by their ids; an emulator tells those it was given.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::Value;

use super::room::text;
use crate::client::emulator;
use crate::form::{Field, Form};
use crate::frame::Info;
use crate::routes;
use crate::session::{Session, use_session};
use crate::ui::*;

const EFFECT: &str =
    "What it said can no longer be read, by nobody and for good. That there was a message stays visible.";

/// The messages that a hook of the emulator has written in a room.
async fn messages(session: Session, account: &str, room: &str) -> Option<Vec<Choice>> {
    if !untrack(|| emulator::is_there(session)) {
        return None;
    }
    let path = ["hooks/accounts/", &routes::segment(account), "/rooms/", &routes::segment(room), "/messages"];
    let answer = emulator::get(session, &path.concat()).await.ok()?;
    let choice = |message: &Value| Choice::new(text(message, "MessageId"), text(message, "Content"));
    let unread = |message: &&Value| message["Redacted"] != true;
    Some(answer["Messages"].as_array()?.iter().filter(unread).map(choice).collect())
}

/// The question before a message goes, put to the person by a form that was sent.
fn asked(form: Form) -> AnyView {
    let (open, going_on) = (RwSignal::new(false), RwSignal::new(None::<Callback<()>>));
    let message = RwSignal::new(String::new());
    let form = form.ask(move |input, go_on| {
        message.set(text(&input, "MessageId").to_owned());
        going_on.set(Some(go_on));
        open.set(true);
    });
    let go_on = move || {
        open.set(false);
        if let Some(go_on) = going_on.get_untracked() {
            go_on.run(());
        }
    };
    view! {
        {form.view()}
        <Confirm
            open
            title="Redact message"
            action="Redact"
            objects=Signal::derive(move || vec![message.get()])
            effect=EFFECT
            on_confirm=go_on
        />
    }
    .into_any()
}

/// Removes what a message of a room says.
#[component]
pub fn RoomModeration(account: String, room: String) -> AnyView {
    let (session, flashes, known) = (use_session(), use_flashes(), RwSignal::new(Vec::<Choice>::new()));
    let ids = StoredValue::new((account.clone(), room.clone()));
    let look = move || {
        spawn_local(async move {
            let (account, room) = ids.get_value();
            known.try_set(messages(session, &account, &room).await.unwrap_or_default());
        });
    };
    look();
    let form = Form::new(Operation::RedactRoomMessage)
        .fixed("AccountId", account)
        .fixed("RoomId", room)
        .field(
            Field::new("MessageId")
                .label("Message id")
                .help("From a report, or from the events of a bot. The API lists no messages.")
                .suggest(known),
        )
        .submit_label("Redact message")
        .failed_title("The message was not redacted")
        .on_success(move |_| {
            look();
            flashes.show(Flash::success("The message is redacted"));
        });
    let info = || {
        view! {
            <Info title="Moderation">
                <p>
                    <code>"RedactRoomMessage"</code> " removes what a message says. Doing it again changes nothing. Messages "
                    "cannot be read through this API; an emulator suggests those that its hooks have written."
                </p>
                <pre class="code-block">
                    <code>
                        "aws chime redact-room-message \\\n  --account-id ID \\\n  --room-id ROOM \\\n  --message-id MESSAGE"
                    </code>
                </pre>
            </Info>
        }
    };
    view! { <Panel title="Moderation" actions=info>{asked(form)}</Panel> }.into_any()
}

/// Removes what a message of a conversation says.
#[component]
pub fn ConversationModeration(account: String) -> AnyView {
    let flashes = use_flashes();
    let form = Form::new(Operation::RedactConversationMessage)
        .fixed("AccountId", account)
        .field(
            Field::new("ConversationId")
                .label("Conversation id")
                .help("A direct message or a group, as a report names it."),
        )
        .field(Field::new("MessageId").label("Message id"))
        .submit_label("Redact message")
        .failed_title("The message was not redacted")
        .on_success(move |_| {
            flashes.show(Flash::success("The message is redacted"));
        });
    let info = || {
        view! {
            <Info title="Conversations">
                <p>
                    <code>"RedactConversationMessage"</code> " removes what a message says in a chat outside of rooms. "
                    "Messages of rooms are redacted on the page of the room. Neither can be read through this API."
                </p>
                <pre class="code-block">
                    <code>
                        "aws chime redact-conversation-message \\\n  --account-id ID \\\n"
                        "  --conversation-id CONVERSATION \\\n  --message-id MESSAGE"
                    </code>
                </pre>
            </Info>
        }
    };
    let description = "Removes what one message of a direct or group chat says.";
    view! { <Panel title="Redact a conversation message" description actions=info>{asked(form)}</Panel> }.into_any()
}
