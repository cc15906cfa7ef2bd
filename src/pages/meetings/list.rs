//! The list of meetings that go on.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::query;
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::routes::{self, MeetingTab};
use crate::table::{Column, Paging, Selection, Table, text_of};
use crate::ui::*;

/// The most attendees that one `ListAttendees` gives.
const PAGE: u32 = 99;

fn columns() -> Vec<Column> {
    vec![
        Column::new("ExternalMeetingId", "External meeting id", name)
            .link(|row| routes::meeting(&row_id(row), MeetingTab::Overview))
            .personal()
            .width(250),
        Column::member("MediaRegion", "Media Region").width(130),
        Column::new("Attendees", "Attendees", |_| String::new()).view(|row| attendees(row_id(row))).width(110),
        Column::new("Tags", "Tags", |_| String::new()).view(|row| tags(row_id(row))).width(280),
        Column::id("MeetingId", "Meeting id"),
    ]
}

/// A meeting is known by the id that the application gave it, if it did.
pub(super) fn name(row: &Value) -> String {
    let external = row["ExternalMeetingId"].as_str().filter(|id| !id.is_empty());
    external.map_or_else(|| row_id(row), str::to_owned)
}

pub(super) fn row_id(row: &Value) -> String {
    row["MeetingId"].as_str().unwrap_or_default().to_owned()
}

/// How many there are, asked for each row that is seen.
fn attendees(meeting: String) -> AnyView {
    let answer = query(Operation::ListAttendees, move || Some(json!({ "MeetingId": meeting, "MaxResults": PAGE })));
    (move || {
        let count = answer.data.with(|data| {
            let data = data.as_ref()?;
            let more = if data["NextToken"].is_string() { "+" } else { "" };
            Some([&data["Attendees"].as_array()?.len().to_string(), more].concat())
        });
        count.map_or_else(dash, IntoAny::into_any)
    })
    .into_any()
}

fn tags(meeting: String) -> AnyView {
    let answer = query(Operation::ListMeetingTags, move || Some(json!({ "MeetingId": meeting })));
    (move || {
        let words = answer.data.with(|data| {
            let tags = data.as_ref()?["Tags"].as_array()?;
            let words = tags.iter().map(|tag| [text_of(&tag["Key"]), text_of(&tag["Value"])].join(": "));
            Some(words.collect::<Vec<_>>().join(", "))
        });
        match words.filter(|words| !words.is_empty()) {
            Some(text) => view! { <Personal text /> }.into_any(),
            None => dash(),
        }
    })
    .into_any()
}

fn start() -> AnyView {
    let href = routes::create_meeting();
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Start a meeting"</ButtonLink> }.into_any()
}

fn empty() -> AnyView {
    let text = "A meeting is where clients of the Chime SDK hear and see each other. Start one to test an application.";
    view! { <EmptyState title="No meeting goes on" text icon=IconName::Meeting>{start()}</EmptyState> }.into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Meetings">
            <p>
                <code>"ListMeetings"</code> " gives the meetings that go on, in pages. One that has ended is not found any "
                "more, and the API does not tell when one began. Attendees and tags are asked for each row that you see."
            </p>
            <p>
                "A meeting ends with " <code>"DeleteMeeting"</code> ", after 24 hours, or when nobody has been connected for "
                "some minutes."
            </p>
            <pre class="code-block">
                <code>"aws chime list-meetings --max-results 99"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The meetings that go on.
pub(super) fn page() -> AnyView {
    let (paging, selection) = (Paging::new("meetings", &[25, 50, 99], 50), Selection::single());
    let meetings = Listing::new(Operation::ListMeetings, paging, "The meetings could not be loaded", || json!({}));
    let chosen = move || selection.ids().with(|ids| ids.first().cloned());
    let unchosen = Signal::derive(move || chosen().is_none().then(|| "Choose a meeting first".to_owned()));
    let to = move |tab| Signal::derive(move || chosen().map(|id| routes::meeting(&id, tab)).unwrap_or_default());
    view! {
        <PageHeader
            title="Meetings"
            count=meetings.count(meetings.rows, selection)
            reading=meetings
            beside=info
        >
            <ButtonLink href=to(MeetingTab::Overview) disabled_reason=unchosen>"View"</ButtonLink>
            <ButtonLink href=to(MeetingTab::Attendees) disabled_reason=unchosen>"Attendees"</ButtonLink>
            <ButtonLink href=to(MeetingTab::Danger) disabled_reason=unchosen>"End"</ButtonLink>
            {start()}
        </PageHeader>
        <Table
            id="meetings"
            label="Meetings"
            columns=columns()
            rows=meetings.rows
            row_id
            selection
            paging
            feed=meetings
            empty
        />
    }
    .into_any()
}
