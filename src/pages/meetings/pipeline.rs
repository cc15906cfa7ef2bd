//! One capture pipeline: what it records, where to, and stopping it.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::capture::meeting_of;
use super::{pipeline_status, pipelines};
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param};
use crate::pages::ask::{Ask, Deed};
use crate::pages::poll::poll;
use crate::pages::thing::Thing;
use crate::routes;
use crate::table::{moment, text_of};
use crate::ui::*;

const STALE: &[Operation] = &[Operation::ListMediaCapturePipelines, Operation::GetMediaCapturePipeline];

const EFFECT: &str = "Recording ends. The files that are written stay in the bucket.";

fn info() -> AnyView {
    view! {
        <Info title="A capture pipeline">
            <p>
                <code>"GetMediaCapturePipeline"</code> " gives its status, source, bucket and what it records. It cannot be "
                "changed. " <code>"DeleteMediaCapturePipeline"</code> " stops it; it is then Stopping for some seconds, and "
                "Stopped."
            </p>
            <pre class="code-block">
                <code>"aws chime get-media-capture-pipeline --media-pipeline-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The page of one pipeline.
pub(super) fn page() -> AnyView {
    let id = param("pipeline");
    let input = json!({ "MediaPipelineId": id });
    let answer = query(Operation::GetMediaCapturePipeline, move || Some(input.clone()));
    Thing {
        kind: "Capture pipeline",
        id,
        answer,
        member: "MediaCapturePipeline",
        absent: "A pipeline can be read until a day after it has stopped.",
        list: (routes::pipelines(), "All capture pipelines"),
        known: |pipeline| {
            let id = text_of(&pipeline["MediaPipelineId"]);
            Known { href: Some(routes::pipeline(&id)), name: id.clone(), id, personal: false }
        },
        view: Box::new(move |pipeline| there(pipeline, answer)),
    }
    .page()
}

fn at(pipeline: Signal<Arc<Value>>, pointer: &'static str) -> impl Fn() -> AnyView + Clone + Send {
    move || match pipeline.with(|pipeline| pipeline.pointer(pointer).map(text_of)) {
        Some(text) if !text.is_empty() => text.into_any(),
        _ => dash(),
    }
}

fn time(pipeline: Signal<Arc<Value>>, member: &'static str) -> impl Fn() -> AnyView + Clone + Send {
    move || match pipeline.with(|pipeline| moment(&pipeline[member])) {
        Some(ms) => view! { <Time ms absolute=true /> }.into_any(),
        None => dash(),
    }
}

fn there(pipeline: Signal<Arc<Value>>, answer: Query) -> AnyView {
    let ask = Ask::new();
    let moving = Memo::new(move |_| pipeline.with(|pipeline| pipeline_status::moves(pipeline)));
    poll(answer.updated, moving.into(), Callback::new(move |()| answer.refresh()));
    let id = pipeline.with_untracked(|pipeline| text_of(&pipeline["MediaPipelineId"]));
    let meeting = pipeline.with_untracked(|pipeline| meeting_of(pipeline));
    let over = move || {
        let live = pipeline.with(|pipeline| pipeline_status::is_live(pipeline));
        (!live).then(|| "It does not record any more".to_owned())
    };
    let input = json!({ "MediaPipelineId": id });
    let stop = move || {
        let deed = Deed {
            operation: Operation::DeleteMediaCapturePipeline,
            input: input.clone(),
            stale: STALE,
            done: "The pipeline stops",
            failed: "The pipeline was not stopped",
        };
        ask.act(deed, || {});
    };
    let bucket = move || pipeline.with(|pipeline| pipelines::bucket(pipeline));
    let lines = [
        ("Audio", "/ChimeSdkMeetingConfiguration/ArtifactsConfiguration/Audio/MuxType"),
        ("Video", "/ChimeSdkMeetingConfiguration/ArtifactsConfiguration/Video/State"),
        ("Shared content", "/ChimeSdkMeetingConfiguration/ArtifactsConfiguration/Content/State"),
        (
            "Only the video of attendees",
            "/ChimeSdkMeetingConfiguration/SourceConfiguration/SelectedVideoStreams/AttendeeIds",
        ),
        (
            "Only the video of external user ids",
            "/ChimeSdkMeetingConfiguration/SourceConfiguration/SelectedVideoStreams/ExternalUserIds",
        ),
    ]
    .map(|(label, pointer)| view! { <Pair label>{at(pipeline, pointer)}</Pair> });
    view! {
        <PageHeader
            title="Capture pipeline"
            id_text=Some(id.clone())
            reading=answer
            beside=move || view! { {move || pipeline.with(|pipeline| pipeline_status::view(pipeline))} {info()} }
        >
            <Button icon=IconName::Stop on_press=move || ask.open.set(true) disabled_reason=Signal::derive(over)>"Stop"</Button>
        </PageHeader>
        <QueryFailure query=answer title="The pipeline could not be refreshed" />
        <Panel title="Pipeline">
            <KeyValue>
                <Pair label="Meeting">{pipelines::meeting(meeting)}</Pair>
                <Pair label="Bucket">{move || view! { <CopyableId id=bucket() label="Copy the bucket" /> }}</Pair>
                <Pair label="Source type">{at(pipeline, "/SourceType")}</Pair>
                <Pair label="Created">{time(pipeline, "CreatedTimestamp")}</Pair>
                <Pair label="Updated">{time(pipeline, "UpdatedTimestamp")}</Pair>
            </KeyValue>
        </Panel>
        <Panel title="What is recorded"><KeyValue>{lines.into_iter().collect_view()}</KeyValue></Panel>
        <Confirm
            open=ask.open
            title="Stop capture pipeline"
            action="Stop"
            objects=Signal::stored(vec![id])
            effect=EFFECT
            busy=ask.busy
            on_confirm=stop
        />
    }
    .into_any()
}
