//! One message of the conversation: who said what and when, what became of it, and what can be done to it.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::bytes::Bytes;
use super::draft::Draft;
use super::standing::{Role, Standing};
use super::talk::{Talk, sent};
use crate::client::{call, query, write};
use crate::form::RequestPreview;
use crate::frame::{QueryFailure, use_guard};
use crate::pages::messaging::facts::{metadata, pairs, person, text, when};
use crate::pages::messaging::question::Question;
use crate::session::use_session;
use crate::ui::*;

/// What is about to be done to a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Act {
    See,
    Edit,
    Redact,
    Delete,
}

/// What can be done to the messages of a conversation, one at a time.
#[derive(Clone, Copy)]
pub struct Acts {
    channel: StoredValue<String>,
    acting: StoredValue<String>,
    talk: Talk,
    standing: Standing,
    name: Signal<String>,
    message: RwSignal<Value>,
    open: [RwSignal<bool>; 4],
}

impl Acts {
    /// Nothing is done yet.
    pub fn new(channel: &str, acting: &str, talk: Talk, standing: Standing, name: Signal<String>) -> Self {
        Self {
            channel: StoredValue::new(channel.to_owned()),
            acting: StoredValue::new(acting.to_owned()),
            talk,
            standing,
            name,
            message: RwSignal::new(Value::Null),
            open: [(); 4].map(|()| RwSignal::new(false)),
        }
    }

    fn begin(self, act: Act, message: Value) {
        self.message.set(message);
        self.open[act as usize].set(true);
    }

    fn input(self) -> Value {
        let id = self.message.with(|message| message["MessageId"].clone());
        json!({ "ChannelArn": self.channel.get_value(), "ChimeBearer": self.acting.get_value(), "MessageId": id })
    }

    fn items(self, message: &Value) -> Vec<MenuItem> {
        let (role, own) = (self.standing.role(), text(&message["Sender"], "Arn") == self.acting.get_value());
        let item = |label: &str, act: Act, reason: Option<&str>| {
            let message = message.clone();
            MenuItem::new(label, move || self.begin(act, message.clone())).disabled(reason.map(str::to_owned))
        };
        vec![
            item("Details", Act::See, None),
            item("Edit", Act::Edit, Role::no_edit(message, own)),
            MenuItem::divider(),
            item("Redact", Act::Redact, role.no_redaction(message, own)).danger(),
            item("Delete", Act::Delete, role.no_deletion()).danger(),
        ]
    }

    /// A message in the conversation.
    pub fn line(self, message: Value) -> AnyView {
        let (sender, time) = (person(&message["Sender"]), sent(&message));
        let machine = js_sys::Date::new(&time.into()).to_iso_string().as_string();
        let redacted = message["Redacted"] == true;
        let marks = [
            (message["LastEditedTimestamp"].is_null(), "Edited", Tone::Neutral),
            (message["Type"] != "CONTROL", "Control", Tone::Info),
            (!redacted, "Redacted", Tone::Warning),
        ];
        let marks = marks.into_iter().filter(|(missing, ..)| !missing);
        let marks = marks.map(|(_, word, tone)| view! { <Badge tone>{word}</Badge> }).collect_view();
        let said = match redacted {
            true => view! { <p class="message-text muted">"Content removed"</p> }.into_any(),
            false => view! { <p class="message-text"><Personal text=text(&message, "Content") /></p> }.into_any(),
        };
        let more = Some(text(&message, "Metadata")).filter(|text| !text.is_empty()).map(metadata);
        let label = ["Actions for the message of ", &absolute_time(time)].concat();
        let items = Signal::derive(move || self.items(&message));
        view! {
            <div class="message-head">
                {sender} <time class="time" datetime=machine title=absolute_time(time)>{time_of_day(time)}</time> {marks}
            </div>
            {said}
            {more}
            <div class="message-menu"><Menu label items icon=IconName::More hide_label=true /></div>
        }
        .into_any()
    }

    /// The dialogs of all acts.
    pub fn dialogs(self) -> AnyView {
        let session = use_session();
        let said = Signal::derive(move || {
            self.message.with(|message| {
                let who = text(&message["Sender"], "Name");
                vec![[&*who, ", ", &absolute_time(sent(message))].concat()]
            })
        });
        // The answer of a redaction is the id and nothing else: what became of it is read.
        let read = Callback::new(move |()| {
            let input = untrack(|| self.input());
            spawn_local(async move {
                if let Ok(answer) = call(session, Operation::GetChannelMessage, input).await {
                    self.talk.replace(answer["ChannelMessage"].clone());
                }
            });
        });
        let redaction = Question {
            title: "Redact message",
            action: "Redact",
            objects: said,
            effect: "The content is removed for everybody and cannot be brought back. The message stays, with its sender, \
                time and metadata.",
            acting: Some(self.name),
            stale: &[Operation::GetChannelMessage],
            done: "The message is redacted",
            failed: "The message was not redacted",
            then: Some(read),
            ..Question::of(Operation::RedactChannelMessage, move || self.input())
        };
        let deletion = Question {
            title: "Delete message",
            action: "Delete",
            objects: said,
            effect: "The message and its earlier versions are erased at once. Nothing tells that it was there.",
            acting: Some(self.name),
            done: "The message is deleted",
            failed: "The message was not deleted",
            then: Some(Callback::new(move |()| {
                self.talk.forget(&self.message.with_untracked(|message| text(message, "MessageId")));
            })),
            ..Question::of(Operation::DeleteChannelMessage, move || self.input())
        };
        view! {
            {self.details()}
            <Dialog open=self.open[Act::Edit as usize] title="Edit message">{self.edit(read)}</Dialog>
            {redaction.view(self.open[Act::Redact as usize])}
            {deletion.view(self.open[Act::Delete as usize])}
        }
        .into_any()
    }

    fn details(self) -> AnyView {
        let open = self.open[Act::See as usize];
        let answer = query(Operation::GetChannelMessage, move || open.get().then(|| self.input()));
        let facts = move || {
            let message = answer.data.with(|data| data.as_ref().map(|data| data["ChannelMessage"].clone()))?;
            let content = match message["Redacted"].as_bool() {
                Some(true) => view! { <span class="muted">"Content removed"</span> }.into_any(),
                _ => view! { <div class="message-text"><Personal text=text(&message, "Content") /></div> }.into_any(),
            };
            Some(pairs(vec![
                ("Sender", person(&message["Sender"])),
                ("Type", text(&message, "Type").into_any()),
                ("Persistence", text(&message, "Persistence").into_any()),
                ("Redacted", text(&message, "Redacted").into_any()),
                ("Sent", when(&message["CreatedTimestamp"])),
                ("Edited", when(&message["LastEditedTimestamp"])),
                ("Last changed", when(&message["LastUpdatedTimestamp"])),
                ("Content", content),
                ("Metadata", metadata(text(&message, "Metadata"))),
                ("Message id", view! { <CopyableId id=text(&message, "MessageId") /> }.into_any()),
            ]))
        };
        view! {
            <Dialog open title="Message">
                <QueryFailure query=answer title="The message could not be loaded" />
                {move || answer.pending().then(|| view! { <Skeleton lines=5 /> })}
                {facts}
            </Dialog>
        }
        .into_any()
    }

    fn edit(self, read: Callback<()>) -> AnyView {
        let (session, flashes, draft) = (use_session(), use_flashes(), Draft::new());
        let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
        let open = self.open[Act::Edit as usize];
        let before = self.message.get_untracked();
        draft.load(&before);
        let old = [text(&before, "Content"), text(&before, "Metadata")];
        use_guard().watch(Signal::derive(move || {
            open.get() && (draft.content.get() != old[0] || draft.metadata.get() != old[1])
        }));
        let input = Signal::derive(move || {
            let mut input = self.input();
            input["Content"] = draft.content.get().into();
            input["Metadata"] = draft.metadata.get().into();
            input
        });
        let (content, metadata) = (unique_id("content"), unique_id("metadata"));
        let (first, second) = (content.clone(), metadata.clone());
        let submit = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            draft.tried.set(true);
            match untrack(|| (draft.content_fault().is_some(), draft.metadata_fault().is_some())) {
                _ if busy.get_untracked() => return,
                (true, _) => return focus_id(&first),
                (_, true) => return focus_id(&second),
                _ => {}
            }
            busy.set(true);
            failure.set(None);
            let input = input.get_untracked();
            spawn_local(async move {
                let answer =
                    write(session, Operation::UpdateChannelMessage, input, &[Operation::GetChannelMessage]).await;
                if busy.try_set(false).is_some() {
                    return;
                }
                match answer {
                    Err(error) => failure.set(Some(error.failure("The message was not changed"))),
                    Ok(_) => {
                        open.set(false);
                        flashes.show(Flash::success("The message is changed"));
                        read.run(());
                    }
                }
            });
        };
        let field = |label, help, text, most: fn(Draft) -> usize, fault: fn(Draft) -> Option<String>| Bytes {
            label,
            help,
            text,
            most: Signal::derive(move || most(draft)),
            fault: Signal::derive(move || fault(draft)),
            rows: 4,
        };
        let says = field("Message", "", draft.content, Draft::most_content, Draft::content_fault);
        let besides = field(
            "Metadata",
            "For your own application; a redaction leaves it.",
            draft.metadata,
            Draft::most_metadata,
            Draft::metadata_fault,
        );
        view! {
            <form class="form" novalidate=true on:submit=submit>
                <div class="form-body">
                    {says.view(content)} {besides.view(metadata)}
                    <p class="muted">"The message gets the mark “edited”. You act as " <Personal text=self.name /> "."</p>
                    {move || failure.get().map(|failure| view! { <ErrorPanel failure /> })}
                    <div class="form-actions">
                        <Button on_press=move || open.set(false)>"Cancel"</Button>
                        <Button kind=ButtonKind::Primary submit=true busy>"Save"</Button>
                    </div>
                    <RequestPreview operation=Operation::UpdateChannelMessage input />
                </div>
            </form>
        }
        .into_any()
    }
}
