//! The service's clock, and what will fall due on it.

use std::sync::Arc;

use http::Method;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::event_text;
use super::read::{Control, Read};
use crate::frame::Info;
use crate::table::{Column, Feed, Table, moment};
use crate::ui::*;

/// How far the buttons move the clock.
const STEPS: [(&str, &str); 5] =
    [("1h", "1 hour"), ("1d", "1 day"), ("7d", "7 days"), ("30d", "30 days"), ("90d", "90 days")];

fn info() -> AnyView {
    view! {
        <Info title="The clock">
            <p>
                "The service has a clock of its own, which dates and delays follow. Moving it does what falls due on the way: a "
                "deleted account is gone after 90 days, a number leaves the deletion queue after seven. Signatures go by the "
                "computer's clock, so calls still work."
            </p>
            <pre class="code-block">
                <code>"curl -X POST http://127.0.0.1:8000/_emulator/clock \\\n  -d '{\"Advance\": \"90d\"}'"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The name of an action in words: "Meeting expires".
fn action_words(row: &Value) -> String {
    let name = row["Action"].as_object().and_then(|action| action.keys().next()).map(String::as_str);
    let mut words = String::new();
    for letter in name.unwrap_or_default().chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
            words.push(letter.to_ascii_lowercase());
        } else {
            words.push(letter);
        }
    }
    words.replacen("Sip ", "SIP ", 1)
}

/// What the action is about, without the AWS account.
fn subject(row: &Value) -> String {
    let about = row["Action"].as_object().and_then(|action| action.values().next()).cloned();
    let mut about = about.unwrap_or_default();
    if let Some(members) = about.as_object_mut() {
        members.remove("AwsAccountId");
    }
    event_text::line(&about)
}

fn row_id(row: &Value) -> String {
    row.to_string()
}

fn columns(now: Signal<Option<f64>>, run: Callback<Value>) -> Vec<Column> {
    let countdown = move |row: &Value| match (moment(&row["At"]), now.get_untracked()) {
        (Some(at), Some(now)) => relative_time(at, now),
        _ => String::new(),
    };
    let button = move |row: &Value| {
        let at = row["At"].clone();
        view! { <Button kind=ButtonKind::Link on_press=move || run.run(at.clone())>"Run now"</Button> }.into_any()
    };
    vec![
        Column::new("Action", "What", action_words).width(230),
        Column::new("Due", "Due", countdown).width(110),
        Column::member("At", "At")
            .view(|row| moment(&row["At"]).map_or_else(dash, |ms| absolute_time(ms).into_any()))
            .width(220),
        Column::new("Subject", "About", subject).width(380),
        Column::new("Run", "Now", |_| String::new()).view(button).width(100),
    ]
}

/// Reads and moves the clock; lists what will fall due.
pub(super) fn page() -> AnyView {
    let (clock, due) = (
        Read::new("clock", "The clock could not be read"),
        Read::new("schedule?limit=1000", "The schedule could not be read"),
    );
    let control = Control::new();
    let refresh = move || {
        clock.refresh();
        due.refresh();
    };
    let ask = move |path: &'static str, body: Value| {
        control.run((Method::POST, path.to_owned(), body), "The clock was not moved", move |answer| {
            let done = answer["ActionsDone"].as_u64().unwrap_or_default();
            control.say(match done {
                0 => "Nothing was due".to_owned(),
                1 => "One action is done".to_owned(),
                done => [&done.to_string(), " actions are done"].concat(),
            });
            refresh();
        });
    };
    let time = Signal::derive(move || clock.data.with(|data| moment(&data.as_ref()?["Time"])));
    let stopped = Memo::new(move |_| clock.data.with(|data| data.as_ref().is_some_and(|data| data["Stopped"] == true)));
    let ahead = move || {
        let (time, wall) = (time.get()?, clock.data.with(|data| moment(&data.as_ref()?["WallTime"]))?);
        let near = (time - wall).abs() < 1000.0;
        Some(if near { "As this computer".to_owned() } else { relative_time(time, wall) })
    };
    let rows: Signal<Arc<Vec<Value>>> = Signal::from(Memo::new(move |_| {
        // The countdown is drawn with the rows, so that they are new when the clock is.
        let now = time.get();
        let rows = due.data.with(|data| data.as_ref()?["Actions"].as_array().cloned()).unwrap_or_default();
        let with_now = |mut row: Value| {
            row["Now"] = json!(now);
            row
        };
        Arc::new(rows.into_iter().map(with_now).collect())
    }));
    let run = Callback::new(move |at: Value| ask("clock", json!({ "Set": at })));
    let steps = STEPS.map(|(step, label)| {
        view! { <Button on_press=move || ask("clock", json!({ "Advance": step })) busy=control.busy>"+ "{label}</Button> }
    });
    let toggle = move || {
        let (label, body) = if stopped.get() { ("Let it run", "Start") } else { ("Stop it", "Stop") };
        view! { <Button on_press=move || ask("clock", json!({ (body): true }))>{label}</Button> }
    };
    let state = move || {
        let (tone, text) = if stopped.get() { (Tone::Warning, "Stopped") } else { (Tone::Success, "Running") };
        view! { <Status tone text /> }
    };
    let next = move || {
        let none = move || rows.with(|rows| rows.is_empty()).then(|| "Nothing will fall due".to_owned());
        view! {
            <Button on_press=move || ask("schedule/run", Value::Null) disabled_reason=Signal::derive(none)>
                "Run the next"
            </Button>
        }
    };
    view! {
        <PageHeader
            title="Clock"
            reading=Reading::new(clock.updated, clock.loading, refresh)
            beside=info
        />
        {clock.failure()}
        <Panel title="The service's time">
            <div class="stack">
                <KeyValue>
                    <Pair label="Now">{move || time.get().map(absolute_time)}</Pair>
                    <Pair label="State">{state}</Pair>
                    <Pair label="Beside this computer's clock">{ahead}</Pair>
                </KeyValue>
                <div class="cluster" role="group" aria-label="Advance the clock">{steps.into_iter().collect_view()}</div>
                <div class="cluster">
                    {toggle}
                    <Button on_press=move || ask("clock", json!({ "Reset": true }))>"Back to this computer's time"</Button>
                </div>
            </div>
        </Panel>
        <Panel
            title="What will fall due"
            description="Running one moves the clock to its moment and does what is due before it as well."
            actions=next
            flush=true
        >
            <Table
                id="schedule"
                label="Schedule"
                columns=columns(time, run)
                rows
                row_id
                feed=Feed::whole(due.loading, due.failed, move || due.refresh())
                empty=|| view! { <EmptyState title="Nothing will fall due" icon=IconName::Clock /> }
            />
        </Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_told_in_words() {
        let row = json!({ "Action": { "MeetingExpires": { "AwsAccountId": "1", "MeetingId": "m" } }, "At": "2030" });
        assert_eq!(action_words(&row), "Meeting expires");
        assert_eq!(subject(&row), "MeetingId: m");
        let call = json!({ "Action": { "SipMediaApplicationCallEnds": {} } });
        assert_eq!(action_words(&call), "SIP media application call ends");
    }
}
