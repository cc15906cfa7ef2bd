//! What a meeting is, and where its clients connect.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::capture;
use super::list::row_id;
use crate::pages::thing::text;
use crate::ui::*;

/// MTG-3: the URLs, and whether clients still use them.
const URLS: [(&str, &str, bool); 8] = [
    ("AudioHostUrl", "Audio host", true),
    ("AudioFallbackUrl", "Audio fallback", true),
    ("SignalingUrl", "Signaling", true),
    ("EventIngestionUrl", "Event ingestion", true),
    ("ScreenDataUrl", "Screen data", false),
    ("ScreenSharingUrl", "Screen sharing", false),
    ("ScreenViewingUrl", "Screen viewing", false),
    ("TurnControlUrl", "TURN control", false),
];

const DESCRIPTION: &str =
    "A client of the Chime SDK joins with these and an attendee's join token. The last four are no longer used by any.";

fn url(meeting: Signal<Arc<Value>>, (member, label, used): (&'static str, &'static str, bool)) -> AnyView {
    let value = move || {
        let url = meeting.with(|meeting| meeting["MediaPlacement"][member].as_str().map(str::to_owned));
        url.map_or_else(dash, |id| view! { <CopyableId id label="Copy the URL" /> }.into_any())
    };
    let label = if used { label.to_owned() } else { [label, ", no longer used"].concat() };
    let class = if used { "" } else { "muted" };
    view! { <Pair label><span class=class>{value}</span></Pair> }.into_any()
}

/// The facts of a meeting.
pub(super) fn tab(meeting: Signal<Arc<Value>>) -> AnyView {
    let id = meeting.with_untracked(|meeting| row_id(meeting));
    let external = move || match text(meeting, "ExternalMeetingId") {
        text if text.is_empty() => dash(),
        text => view! { <Personal text /> }.into_any(),
    };
    let capture = capture::panel(id.clone());
    view! {
        <Panel title="Meeting">
            <KeyValue>
                <Pair label="External meeting id">{external}</Pair>
                <Pair label="Media Region">{move || text(meeting, "MediaRegion")}</Pair>
                <Pair label="Meeting id"><CopyableId id=id.clone() /></Pair>
            </KeyValue>
        </Panel>
        <Panel title="Media placement" description=DESCRIPTION>
            <KeyValue columns=2>{URLS.map(|line| url(meeting, line)).into_iter().collect_view()}</KeyValue>
        </Panel>
        {capture}
    }
    .into_any()
}
