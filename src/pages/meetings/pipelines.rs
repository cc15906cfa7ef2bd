//! The list of capture pipelines.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::capture::meeting_of;
use super::{list, pipeline_status};
use crate::client::query;
use crate::frame::Info;
use crate::pages::listing::Listing;
use crate::pages::poll::poll;
use crate::routes::{self, MeetingTab};
use crate::table::{Column, Paging, Selection, Table};
use crate::ui::*;

fn columns() -> Vec<Column> {
    vec![
        Column::member("MediaPipelineId", "Pipeline id").link(|row| routes::pipeline(&row_id(row))).width(330),
        Column::member("Status", "Status").view(pipeline_status::view).width(130),
        Column::new("Meeting", "Meeting", meeting_of).view(|row| meeting(meeting_of(row))).width(200),
        Column::new("Bucket", "Bucket", bucket).width(190),
        Column::time("CreatedTimestamp", "Created"),
        Column::time("UpdatedTimestamp", "Updated"),
    ]
}

fn row_id(row: &Value) -> String {
    row["MediaPipelineId"].as_str().unwrap_or_default().to_owned()
}

/// The bucket and prefix without what every S3 ARN begins with.
pub(super) fn bucket(row: &Value) -> String {
    let arn = row["SinkArn"].as_str().unwrap_or_default();
    arn.strip_prefix("arn:aws:s3:::").unwrap_or(arn).to_owned()
}

/// A link to a meeting, by its name once that is known. One that has ended has only its id.
pub(super) fn meeting(id: String) -> AnyView {
    let (asked, href) = (id.clone(), routes::meeting(&id, MeetingTab::Overview));
    let answer = query(Operation::GetMeeting, move || Some(json!({ "MeetingId": asked })));
    (move || match answer.data.with(|data| data.as_ref().map(|data| list::name(&data["Meeting"]))) {
        Some(text) => view! { <a class="link" href=href.clone()><Personal text /></a> }.into_any(),
        None => view! { <code class="mono">{id.clone()}</code> }.into_any(),
    })
    .into_any()
}

fn create() -> AnyView {
    let href = routes::create_pipeline(None);
    view! { <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href>"Capture a meeting"</ButtonLink> }.into_any()
}

fn empty() -> AnyView {
    let text =
        "A pipeline writes a meeting's audio, video and shared content to an S3 bucket. Stopped ones are not listed.";
    view! { <EmptyState title="No meeting is captured" text icon=IconName::Record>{create()}</EmptyState> }.into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="Capture pipelines">
            <p>
                <code>"ListMediaCapturePipelines"</code> " gives the pipelines that have not stopped, in pages. One begins as "
                "Initializing and is in progress after some seconds; this page asks again until it is."
            </p>
            <p>"A pipeline that has stopped can be read by its id for a while, and is not listed."</p>
            <pre class="code-block">
                <code>"aws chime list-media-capture-pipelines --max-results 99"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The capture pipelines.
pub(super) fn page() -> AnyView {
    let (paging, selection) = (Paging::new("pipelines", &[25, 50, 99], 50), Selection::single());
    let pipelines =
        Listing::new(Operation::ListMediaCapturePipelines, paging, "The capture pipelines could not be loaded", || {
            json!({})
        });
    let moving = Memo::new(move |_| pipelines.rows.with(|rows| rows.iter().any(pipeline_status::moves)));
    poll(pipelines.updated, moving.into(), Callback::new(move |()| pipelines.refresh()));
    let chosen = move || selection.ids().with(|ids| ids.first().cloned());
    let unchosen = move || chosen().is_none().then(|| "Choose a pipeline first".to_owned());
    let view_href = move || chosen().map(|id| routes::pipeline(&id)).unwrap_or_default();
    view! {
        <PageHeader
            title="Capture pipelines"
            count=pipelines.count(pipelines.rows, selection)
            reading=pipelines
            beside=info
        >
            <ButtonLink href=Signal::derive(view_href) disabled_reason=Signal::derive(unchosen)>"View"</ButtonLink>
            {create()}
        </PageHeader>
        <Table
            id="pipelines"
            label="Capture pipelines"
            columns=columns()
            rows=pipelines.rows
            row_id
            selection
            paging
            feed=pipelines
            empty
        />
    }
    .into_any()
}
