//! The capture pipelines of a meeting.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::pipeline_status;
use crate::client::query;
use crate::frame::QueryFailure;
use crate::routes;
use crate::ui::*;

/// The most pipelines that one call lists.
const PAGE: u32 = 99;

/// The meeting that a pipeline records: the end of the source's ARN (MCP-3).
pub(super) fn meeting_of(pipeline: &Value) -> String {
    pipeline["SourceArn"].as_str().and_then(|arn| arn.rsplit(['/', ':']).next()).unwrap_or_default().to_owned()
}

fn line(pipeline: &Value) -> AnyView {
    let id = pipeline["MediaPipelineId"].as_str().unwrap_or_default().to_owned();
    let href = routes::pipeline(&id);
    view! {
        <li class="cluster">
            <a class="link mono" href=href>{id}</a>
            {pipeline_status::view(pipeline)}
        </li>
    }
    .into_any()
}

/// What records the meeting, and the way to record it.
pub(super) fn panel(meeting: String) -> AnyView {
    let answer = query(Operation::ListMediaCapturePipelines, || Some(json!({ "MaxResults": PAGE })));
    let href = routes::create_pipeline(Some(&meeting));
    let lines = move || {
        let found: Option<Vec<_>> = answer.data.with(|data| {
            let all = data.as_ref()?["MediaCapturePipelines"].as_array()?;
            Some(all.iter().filter(|pipeline| meeting_of(pipeline) == meeting).map(line).collect())
        });
        match found {
            None => answer.pending().then(|| view! { <Skeleton lines=1 /> }).into_any(),
            Some(none) if none.is_empty() => view! { <p class="muted">"Nothing records this meeting."</p> }.into_any(),
            Some(lines) => view! { <ul class="plain-list">{lines}</ul> }.into_any(),
        }
    };
    let actions = move || view! { <ButtonLink href icon=IconName::Record>"Capture"</ButtonLink> };
    view! {
        <Panel title="Capture" description="Audio, video and shared content, written to an S3 bucket." actions>
            <QueryFailure query=answer title="The capture pipelines could not be loaded" />
            {lines}
        </Panel>
    }
    .into_any()
}
