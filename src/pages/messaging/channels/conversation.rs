//! The conversation of a channel: oldest to newest, page after page, with what can be said and done in it.

use chime_model::{Operation, Timestamp};
use leptos::{html, prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::compose::compose;
use super::draft::Draft;
use super::message::Acts;
use super::standing::Standing;
use super::talk::{Talk, Window, sent};
use crate::client::write;
use crate::pages::messaging::bearer::Bearer;
use crate::pages::messaging::facts::text;
use crate::pages::messaging::info::Help;
use crate::session::use_session;
use crate::ui::*;

static HELP: Help = Help {
    title: "Messages",
    text: &[
        "`ListChannelMessages` gives 50 messages at a time, the newest first, or from the beginning on with \
         `SortOrder=ASCENDING`; `NotBefore` and `NotAfter` narrow the time. The console turns them round to be read.",
        "`SendChannelMessage` takes 4096 bytes of content and 1024 of metadata, a control message 30 and none. What is \
         sent as `NON_PERSISTENT` reaches those who are connected and is not kept.",
        "`UpdateChannelMessage` is for the sender. `RedactChannelMessage` removes the content and leaves the rest; \
         `DeleteChannelMessage`, for administrators, removes all of it.",
    ],
    cli: "aws chime list-channel-messages \\\n  --channel-arn CHANNEL \\\n  --chime-bearer USER",
};

/// The messages in reading order, each with its day where one begins.
fn lines(messages: &[Value]) -> Vec<(String, Option<String>, Value)> {
    let mut before = String::new();
    let line = |message: &Value| {
        let today = day_of(sent(message));
        let begins = (today != before).then(|| today.clone());
        before = today;
        // Another version of a message is drawn anew.
        let key = [
            &*text(message, "MessageId"),
            &message["LastUpdatedTimestamp"].to_string(),
            begins.as_deref().unwrap_or_default(),
        ]
        .concat();
        (key, begins, message.clone())
    };
    messages.iter().map(line).collect()
}

/// Shows the end of a conversation, and stays with what is read while older messages come in above.
fn keep_place(talk: Talk, scroller: NodeRef<html::Div>) {
    let ends = move || {
        talk.messages.with(|all| {
            let (first, last) = (all.as_ref()?.first()?, all.as_ref()?.last()?);
            Some((text(first, "MessageId"), text(last, "MessageId")))
        })
    };
    Effect::new(move |before: Option<Option<(String, String)>>| {
        let (now, before) = (ends(), before.flatten());
        if now != before && !talk.window.with_untracked(|window| window.from_start) {
            let older = matches!((&now, &before), (Some((_, now)), Some((_, before))) if now == before);
            let Some(box_of_messages) = scroller.get_untracked() else { return now };
            let (height, top) = (box_of_messages.scroll_height(), box_of_messages.scroll_top());
            // The messages are on the page in the next frame.
            request_animation_frame(move || {
                let grown = box_of_messages.scroll_height();
                box_of_messages.set_scroll_top(if older { top + grown - height } else { grown });
            });
        }
        now
    });
}

/// The conversation of `channel` as `acting` sees it.
pub fn conversation(channel: &str, acting: &str, draft: Draft, standing: Standing, bearer: Bearer) -> AnyView {
    let talk = Talk::of(channel, acting);
    let scroller = NodeRef::<html::Div>::new();
    keep_place(talk, scroller);
    let acts = Acts::new(channel, acting, talk, standing, bearer.name);
    let shown = Signal::derive(move || talk.messages.with(|all| lines(all.as_deref().unwrap_or_default())));
    let from_start = Signal::derive(move || talk.window.with(|window| window.from_start));
    let count = Signal::derive(move || {
        let loaded = talk.messages.with(|all| all.as_ref().map(Vec::len))?;
        Some(Count { loaded, more: talk.next.with(Option::is_some), selected: 0 })
    });
    let more = move |words: &'static str| {
        talk.next.with(Option::is_some).then(|| {
            view! { <div class="conversation-more"><Button on_press=move || talk.more() busy=talk.loading>{words}</Button></div> }
        })
    };
    let failed = move || {
        talk.failed.get().map(|error| {
            let failure = error.failure("The messages could not be loaded");
            view! { <ErrorPanel failure on_retry=move |()| talk.refresh() /> }
        })
    };
    let empty = move || match talk.messages.with(|all| all.as_ref().map(Vec::is_empty)) {
        None => talk.loading.get().then(|| view! { <Skeleton lines=8 /> }).into_any(),
        Some(true) if talk.window.with(|window| *window != Window::default()) => {
            view! { <EmptyState title="No message of this time" icon=IconName::Chat /> }.into_any()
        }
        Some(true) => {
            let text = "What members say here is read by all who see the channel.";
            view! { <EmptyState title="Nothing was said yet" text icon=IconName::Chat /> }.into_any()
        }
        Some(false) => ().into_any(),
    };
    let to_channel = json!({ "ChannelArn": channel, "ChimeBearer": acting });
    let actions = move || {
        view! {
            <Freshness
                reading=Reading::new(talk.updated, talk.loading, move || talk.refresh())
                label="Refresh the messages"
            />
            {HELP.view()}
            {mark_read(to_channel, standing)}
        }
    };
    let compose = compose(channel, acting, draft, talk, standing, bearer);
    view! {
        <Panel title="Conversation" count actions>
            <div class="stack">
                {narrowing(talk)}
                {failed}
                <div class="conversation" tabindex="0" role="group" aria-label="Conversation" node_ref=scroller>
                    {move || (!from_start.get()).then(|| more("Load older messages"))}
                    <ol aria-label="Messages">
                        <For each=move || shown.get() key=|(key, ..)| key.clone() let((_, begins, message))>
                            {begins.map(|day| view! { <li class="conversation-day">{day}</li> })}
                            <li class="message">{acts.line(message)}</li>
                        </For>
                    </ol>
                    {move || from_start.get().then(|| more("Load newer messages"))}
                    {empty}
                </div>
                {compose}
            </div>
        </Panel>
        {acts.dialogs()}
    }
    .into_any()
}

/// Moves the read marker of the bearer to now.
fn mark_read(input: Value, standing: Standing) -> AnyView {
    let (session, flashes, busy) = (use_session(), use_flashes(), RwSignal::new(false));
    let press = move || {
        busy.set(true);
        let input = input.clone();
        spawn_local(async move {
            let stale = [
                Operation::DescribeChannelMembershipForAppInstanceUser,
                Operation::ListChannelMembershipsForAppInstanceUser,
            ];
            let answer = write(session, Operation::UpdateChannelReadMarker, input, &stale).await;
            busy.try_set(false);
            flashes.show(match answer {
                Ok(_) => Flash::success("The channel is marked as read"),
                Err(error) => Flash::failure(error.failure("The channel was not marked as read")),
            });
        });
    };
    let refused = Signal::derive(move || standing.role().no_marker().map(str::to_owned));
    let read =
        move || standing.read_up_to().map(|ms| view! { <span class="muted nowrap">"Read up to " <Time ms /></span> });
    view! {
        {read}
        <Button icon=IconName::Check on_press=press busy disabled_reason=refused>"Mark as read"</Button>
    }
    .into_any()
}

/// A text of a `datetime-local` input as the API wants it.
fn moment(text: &str) -> Option<String> {
    let ms = js_sys::Date::new(&text.into()).get_time();
    Timestamp::from_seconds(ms / 1000.0).map(Timestamp::iso8601)
}

/// Where to begin, and between which moments.
fn narrowing(talk: Talk) -> AnyView {
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let value = Signal::derive(move || if talk.window.with(|it| it.from_start) { "start" } else { "end" }.to_owned());
    let begin = move |at: String| talk.window.update(|window| window.from_start = at == "start");
    let apply = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (not_before, not_after) = (moment(&from.get_untracked()), moment(&to.get_untracked()));
        talk.window.update(|window| (window.not_before, window.not_after) = (not_before, not_after));
    };
    let narrow = move || talk.window.with(|window| window.not_before.is_some() || window.not_after.is_some());
    let clear = move || {
        from.set(String::new());
        to.set(String::new());
        talk.window.update(|window| (window.not_before, window.not_after) = (None, None));
    };
    let field = |label: &'static str, text: RwSignal<String>| {
        let id = unique_id("moment");
        view! {
            <div class="field">
                <label class="field-label" for=id.clone()>{label}</label>
                <TextInput id value=text on_input=move |typed| text.set(typed) input_type="datetime-local" />
            </div>
        }
    };
    let summary = move || match (talk.window.with(|window| window.from_start), narrow()) {
        (false, false) => "The newest messages",
        (true, false) => "From the beginning on",
        (false, true) => "The newest messages of some time",
        (true, true) => "From the beginning of some time on",
    };
    let options = vec![Choice::new("end", "Newest"), Choice::new("start", "Beginning")];
    view! {
        <details class="folded">
        <summary>{summary}</summary>
        <form class="search-fields compose-more" role="search" aria-label="Choose messages" on:submit=apply>
            <div class="field">
                <span class="field-label">"Read from"</span>
                <div><Segmented label="Read from" options=Signal::stored(options) value on_change=begin /></div>
            </div>
            {field("Not before", from)}
            {field("Not after", to)}
            <div class="cluster">
                <Button submit=true icon=IconName::Search>"Show"</Button>
                {move || narrow().then(|| view! { <Button kind=ButtonKind::Link on_press=clear>"Clear times"</Button> })}
            </div>
        </form>
        </details>
    }
    .into_any()
}
