//! One attendee: ids, join token, tags.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::attendees::{EFFECT, STALE, name, row_id};
use super::detail;
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param, use_go};
use crate::pages::ask::{Ask, Deed};
use crate::pages::tags::{Tagged, tags};
use crate::pages::thing::{Thing, text};
use crate::routes::{self, MeetingTab};
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="An attendee">
            <p>
                <code>"GetAttendee"</code> " gives the external user id and the join token. There is no link to the users of an "
                "account: the external id is all that the service knows of the person."
            </p>
            <pre class="code-block">
                <code>"aws chime get-attendee \\\n  --meeting-id ID \\\n  --attendee-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The page of one attendee.
pub(super) fn page() -> AnyView {
    let (meeting, id) = (detail::meeting_of_path(), param("attendee"));
    let input = json!({ "MeetingId": meeting, "AttendeeId": id });
    let answer = query(Operation::GetAttendee, move || Some(input.clone()));
    Thing {
        kind: "Attendee",
        id,
        answer,
        member: "Attendee",
        absent: "It may have been removed, or the meeting has ended.",
        list: (routes::meeting(&meeting, MeetingTab::Attendees), "All attendees"),
        known: |attendee| Known { id: row_id(attendee), name: name(attendee), href: None, personal: true },
        view: Box::new(move |attendee| there(&meeting, attendee, answer)),
    }
    .page()
}

fn there(meeting: &str, attendee: Signal<Arc<Value>>, answer: Query) -> AnyView {
    let meeting = meeting.to_owned();
    let (ask, go, privacy) = (Ask::new(), use_go(), use_privacy());
    let id = attendee.with_untracked(|attendee| row_id(attendee));
    let title = move || {
        if privacy.get() { "Attendee".to_owned() } else { attendee.with(|attendee| name(attendee)) }
    };
    let token = move || attendee.with(|attendee| attendee["JoinToken"].as_str().map(str::to_owned));
    let back = routes::meeting(&meeting, MeetingTab::Attendees);
    let input = json!({ "MeetingId": meeting, "AttendeeId": id });
    let remove = move || {
        let (go, back) = (go, back.clone());
        let deed = Deed {
            operation: Operation::DeleteAttendee,
            input: input.clone(),
            stale: STALE,
            done: "The attendee is removed",
            failed: "The attendee was not removed",
        };
        ask.act(deed, move || go.to(&back));
    };
    let tagged = tags(Tagged::attendee(&meeting, &id));
    view! {
        <PageHeader
            title=Signal::derive(title)
            id_text=Some(id.clone())
            reading=answer
            beside=info
        >
            <Button on_press=move || ask.open.set(true)>"Remove"</Button>
        </PageHeader>
        <QueryFailure query=answer title="The attendee could not be refreshed" />
        <Panel title="Attendee" description="Who has the token joins as this attendee, until the attendee is removed or the meeting ends.">
            <KeyValue>
                <Pair label="External user id"><Personal text=Signal::derive(move || text(attendee, "ExternalUserId")) /></Pair>
                <Pair label="Join token"><Secret value=Signal::derive(token) label="join token" /></Pair>
                <Pair label="Meeting id"><CopyableId id=meeting.clone() /></Pair>
            </KeyValue>
        </Panel>
        {tagged}
        <Confirm
            open=ask.open
            title="Remove attendee"
            action="Remove"
            objects=Signal::derive(move || vec![text(attendee, "ExternalUserId")])
            effect=EFFECT
            busy=ask.busy
            on_confirm=remove
        />
    }
    .into_any()
}
