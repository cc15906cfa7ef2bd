//! The log of what a real service would have done outside: e-mails, notifications, Lambda invocations, calls.

use std::sync::Arc;
use std::time::Duration;

use http::Method;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::event_text::{line, masked};
use super::read::Control;
use crate::client::emulator;
use crate::frame::Info;
use crate::session::{Session, use_session};
use crate::table::{Column, Feed, Selection, Table, text_of};
use crate::ui::*;

/// The most events that one answer holds.
const PAGE: usize = 1000;
/// So many events at most are held in this page; the newest.
const MOST: usize = 20_000;
/// How often the log is read while it is followed.
const EVERY: Duration = Duration::from_secs(2);

/// All events, newest first, read on from the newest known.
#[derive(Clone, Copy)]
struct Log {
    rows: RwSignal<Arc<Vec<Value>>>,
    loading: RwSignal<bool>,
    updated: RwSignal<Option<f64>>,
    failed: RwSignal<Option<Failure>>,
    session: Session,
}

impl Log {
    fn new() -> Self {
        let log = Self {
            rows: RwSignal::new(Arc::default()),
            loading: RwSignal::new(false),
            updated: RwSignal::new(None),
            failed: RwSignal::new(None),
            session: use_session(),
        };
        log.read_on();
        log
    }

    fn read_on(self) {
        // What is under way brings the newest as well.
        if self.loading.try_get_untracked() != Some(false) {
            return;
        }
        self.loading.set(true);
        spawn_local(async move {
            loop {
                let Some(known) =
                    self.rows.try_with_untracked(|rows| rows.first().and_then(|row| row["Sequence"].as_u64()))
                else {
                    return;
                };
                let path = ["events?limit=1000&after=", &known.unwrap_or_default().to_string()].concat();
                match emulator::get(self.session, &path).await {
                    Ok(mut answer) => {
                        let Value::Array(new) = answer["Events"].take() else { break };
                        let more = new.len() == PAGE;
                        self.take(&new);
                        self.failed.try_set(None);
                        if !more {
                            break;
                        }
                    }
                    Err(failure) => {
                        let title = "The events could not be read".to_owned();
                        self.failed.try_set(Some(Failure { title, ..failure }));
                        break;
                    }
                }
            }
            self.updated.try_set(Some(js_sys::Date::now()));
            self.loading.try_set(false);
        });
    }

    /// Puts events on top. Their secrets do not get further than here.
    fn take(self, new: &[Value]) {
        if new.is_empty() {
            return;
        }
        self.rows.try_update(|rows| {
            let all = new.iter().rev().map(masked).chain(rows.iter().cloned());
            *rows = Arc::new(all.take(MOST).collect());
        });
    }

    fn forget(self) {
        self.rows.set(Arc::default());
    }
}

fn columns() -> Vec<Column> {
    let by = |row: &Value| match row["Operation"].as_str() {
        Some(operation) => operation.to_owned(),
        None => "Clock or hook".to_owned(),
    };
    vec![
        Column::member("Kind", "Event").width(220),
        Column::time("Time", "When").width(120),
        Column::new("Operation", "Caused by", by).width(210),
        Column::new("Detail", "Detail", |row| line(&row["Detail"])).personal().width(420),
        Column::member("Sequence", "Number").number().hidden(),
    ]
}

fn row_id(row: &Value) -> String {
    text_of(&row["Sequence"])
}

fn info() -> AnyView {
    view! {
        <Info title="Events">
            <p>
                "The emulator sends no e-mail, calls nobody and invokes no function. What the service would have done is written "
                "here: invitations, notifications of meetings, Lambda invocations, records for streams, calls."
            </p>
            <p>"Join tokens, PINs and security tokens in it are masked. Filter by typing, as in every list."</p>
            <pre class="code-block">
                <code>"curl 'http://127.0.0.1:8000/_emulator/events?kind=InvitationSent'"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The log.
pub(super) fn page() -> AnyView {
    let (log, control, selection) = (Log::new(), Control::new(), Selection::single());
    let (following, forgetting, showing) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        if following.get() {
            let timer = set_interval_with_handle(move || log.read_on(), EVERY).ok();
            on_cleanup(move || {
                if let Some(timer) = timer {
                    timer.clear();
                }
            });
        }
    });
    let rows: Signal<Arc<Vec<Value>>> = log.rows.into();
    let chosen = Memo::new(move |_| rows.with(|rows| selection.rows(rows, row_id)).into_iter().next());
    let unchosen = move || chosen.with(Option::is_none).then(|| "Choose an event first".to_owned());
    let none = move || rows.with(|rows| rows.is_empty()).then(|| "There are no events".to_owned());
    let count = move || Some(Count { loaded: rows.with(|rows| rows.len()), more: false, selected: selection.count() });
    let forget = move || {
        control.run((Method::DELETE, "events".to_owned(), Value::Null), "The events were not forgotten", move |_| {
            forgetting.set(false);
            log.forget();
            control.say("The events are forgotten");
        });
    };
    let detail = move || {
        let privacy = use_privacy();
        let event = chosen.get_untracked().unwrap_or_else(|| json!({}));
        let text = ["", &event.to_string()].concat();
        let pretty = serde_json::to_string_pretty(&event).unwrap_or(text);
        let shown = move || {
            if privacy.get() { "Masked while personal values are.".to_owned() } else { pretty.clone() }
        };
        view! { <pre class="code-block" tabindex="0"><code>{shown}</code></pre> }
    };
    view! {
        <PageHeader
            title="Events"
            count=Signal::derive(count)
            reading=Reading::new(log.updated, log.loading, move || log.read_on())
            beside=info
        >
            <Button on_press=move || showing.set(true) disabled_reason=Signal::derive(unchosen)>"View"</Button>
            <Button on_press=move || forgetting.set(true) disabled_reason=Signal::derive(none)>"Forget all"</Button>
        </PageHeader>
        <Switch
            checked=following
            on_change=move |on| following.set(on)
            label="Follow"
            description=Some("Reads new events every two seconds.".to_owned())
        />
        <Table
            id="events"
            label="Events"
            columns=columns()
            rows
            row_id
            selection
            feed=Feed::whole(log.loading, log.failed, move || log.read_on())
            empty=|| {
                let text = "Invite a user, start a meeting or call somebody, and look here again.";
                view! { <EmptyState title="Nothing has happened outside" text icon=IconName::Bell /> }
            }
        />
        <Dialog open=showing title="Event" width=DialogWidth::Wide>{detail()}</Dialog>
        <Confirm
            open=forgetting
            title="Forget all events"
            action="Forget"
            objects=Vec::new()
            effect="The log begins anew. Nothing else changes."
            busy=control.busy
            on_confirm=forget
        />
    }
    .into_any()
}
