//! One meeting: its head, its tabs, and the tab that is open.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::{attendees, danger, dial_out, list, overview, transcription};
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param, use_names, use_place};
use crate::pages::tags::{Tagged, tags};
use crate::pages::thing::Thing;
use crate::routes::{self, MeetingTab, Page, meetings};
use crate::ui::*;

const TABS: [(MeetingTab, &str); 6] = [
    (MeetingTab::Overview, "Overview"),
    (MeetingTab::Attendees, "Attendees"),
    (MeetingTab::Transcription, "Transcription"),
    (MeetingTab::DialOut, "Dial-out"),
    (MeetingTab::Tags, "Tags"),
    (MeetingTab::Danger, "Danger zone"),
];

fn info() -> AnyView {
    view! {
        <Info title="A meeting">
            <p>
                <code>"GetMeeting"</code> " gives its ids, its media Region and the URLs that a client of the Chime SDK needs "
                "together with an attendee's join token. Tags are read apart, and what was given as host or for notifications "
                "is not shown again."
            </p>
            <p>"A meeting that has ended is not found any more."</p>
            <pre class="code-block">
                <code>"aws chime get-meeting --meeting-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// How breadcrumbs and palette know a meeting.
pub(super) fn known(meeting: &Value) -> Known {
    let id = list::row_id(meeting);
    let href = Some(routes::meeting(&id, MeetingTab::Overview));
    Known { id, name: list::name(meeting), href, personal: true }
}

/// The id of the meeting of the path; the frame learns its name, for the breadcrumbs of the pages below it.
pub(super) fn meeting_of_path() -> String {
    let (id, names) = (param("meeting"), use_names());
    let input = json!({ "MeetingId": id });
    let answer = query(Operation::GetMeeting, move || Some(input.clone()));
    Effect::new(move |_| {
        if let Some(meeting) = answer.data.with(|data| Some(known(data.as_ref()?.get("Meeting")?))) {
            names.learn(meeting);
        }
    });
    id
}

/// The page of one meeting.
pub(super) fn page() -> AnyView {
    let id = param("meeting");
    let input = json!({ "MeetingId": id });
    let answer = query(Operation::GetMeeting, move || Some(input.clone()));
    Thing {
        kind: "Meeting",
        id,
        answer,
        member: "Meeting",
        absent: "It may have ended: meetings that are over are not found any more.",
        list: (routes::meetings(), "All meetings"),
        known,
        view: Box::new(move |meeting| there(meeting, answer)),
    }
    .page()
}

fn there(meeting: Signal<Arc<Value>>, answer: Query) -> AnyView {
    let (place, privacy) = (use_place(), use_privacy());
    let id = meeting.with_untracked(|meeting| list::row_id(meeting));
    let tab = Memo::new(move |_| match place.get()?.route.page {
        Page::Meetings(meetings::Page::Meeting(tab)) => Some(tab),
        _ => None,
    });
    let tabs: Vec<_> = TABS.iter().map(|&(tab, label)| Tab::new(label, label, routes::meeting(&id, tab))).collect();
    let current = move || {
        let open = tab.get();
        TABS.iter().find(|(tab, _)| Some(*tab) == open).map(|(_, label)| (*label).to_owned()).unwrap_or_default()
    };
    let title = move || if privacy.get() { "Meeting".to_owned() } else { meeting.with(|meeting| list::name(meeting)) };
    let shown = id.clone();
    let body = move || {
        let id = shown.clone();
        Some(match tab.get()? {
            MeetingTab::Overview => overview::tab(meeting),
            MeetingTab::Attendees => attendees::tab(id),
            MeetingTab::Transcription => transcription::tab(id),
            MeetingTab::DialOut => dial_out::tab(id),
            MeetingTab::Tags => tags(Tagged::meeting(&id)),
            MeetingTab::Danger => danger::tab(meeting),
        })
    };
    view! {
        <PageHeader
            title=Signal::derive(title)
            id_text=Some(id)
            reading=answer
            beside=info
        />
        <QueryFailure query=answer title="The meeting could not be refreshed" />
        <Tabs label="Meeting" tabs current=Signal::derive(current) />
        <div class="stack">{body}</div>
    }
    .into_any()
}
