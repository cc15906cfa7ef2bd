//! Making, reading and deleting pipelines.

use chime_model::types::{
    CreateMediaCapturePipelineRequest, CreateMediaCapturePipelineResponse, DeleteMediaCapturePipelineRequest,
    GetMediaCapturePipelineRequest, GetMediaCapturePipelineResponse, ListMediaCapturePipelinesRequest,
    ListMediaCapturePipelinesResponse, MediaPipelineStatus,
};

use super::life::enter;
use super::row::{LISTED, LIVE, PIPELINES, PipelineRow};
use crate::context::{Context, List, page_size};
use crate::failure::Failure;
use crate::service::quota::{self, Quota};
use crate::service::{idempotency, meetings};
use crate::store::Key;

/// MCP-2.
const MOST_VIDEO_STREAMS: usize = 25;

/// MCP-3: records an active meeting of the caller.
///
/// # Errors
/// BadRequest for source, sink, too many video streams, or a token used otherwise; ResourceLimitExceeded for a meeting that is
/// being recorded.
pub fn create_media_capture_pipeline(
    context: &Context<'_>,
    input: CreateMediaCapturePipelineRequest,
) -> Result<CreateMediaCapturePipelineResponse, Failure> {
    check(&input)?;
    let aws_account_id = &context.principal().account_id;
    let token = input.client_request_token.as_deref();
    let live = |id: &str| Ok(PIPELINES.get(context, &Key::of([aws_account_id, id]))?.filter(PipelineRow::is_live));
    if let Some(row) = idempotency::replay(context, "", token, &input, live)? {
        return Ok(CreateMediaCapturePipelineResponse { media_capture_pipeline: Some(row.into()) });
    }
    let meeting_id = input.source_arn.rsplit(['/', ':']).next().unwrap_or_default();
    let Some(meeting) = meetings::find(context, meeting_id)? else {
        return Err(context.dangling("active meeting at the end of SourceArn"));
    };
    let recording = (&PIPELINES, &LIVE, Key::of([aws_account_id, &meeting.meeting_id]));
    quota::check(context, Quota::MediaCapturePipelinesPerMeeting, 1, recording)?;
    let row = PipelineRow {
        aws_account_id: aws_account_id.clone(),
        media_pipeline_id: context.random().uuid(),
        meeting_id: meeting.meeting_id,
        source_type: input.source_type,
        source_arn: input.source_arn.clone(),
        sink_type: input.sink_type,
        sink_arn: input.sink_arn.clone(),
        status: MediaPipelineStatus::Initializing,
        configuration: input.chime_sdk_meeting_configuration.clone(),
        created: context.now(),
        updated: context.now(),
    };
    enter(context, row.clone(), MediaPipelineStatus::Initializing)?;
    idempotency::remember(context, "", token, &input, &row.media_pipeline_id)?;
    Ok(CreateMediaCapturePipelineResponse { media_capture_pipeline: Some(row.into()) })
}

/// MCP-6: also for a day after it has stopped.
///
/// # Errors
/// NotFound.
pub fn get_media_capture_pipeline(
    context: &Context<'_>,
    input: GetMediaCapturePipelineRequest,
) -> Result<GetMediaCapturePipelineResponse, Failure> {
    let row = pipeline(context, &input.media_pipeline_id)?;
    Ok(GetMediaCapturePipelineResponse { media_capture_pipeline: Some(row.into()) })
}

/// MCP-5, MCP-6: all but those that have stopped.
///
/// # Errors
/// BadRequest for a token of another list.
pub fn list_media_capture_pipelines(
    context: &Context<'_>,
    input: ListMediaCapturePipelinesRequest,
) -> Result<ListMediaCapturePipelinesResponse, Failure> {
    let list = List {
        index: &LISTED,
        within: Key::of([&context.principal().account_id]),
        starts_with: "",
        next_token: input.next_token.as_deref(),
        limit: page_size(input.max_results, 99),
    };
    let page = context.list(&PIPELINES, list, |_| true)?;
    let pipelines = page.rows.into_iter().map(Into::into).collect();
    Ok(ListMediaCapturePipelinesResponse { media_capture_pipelines: Some(pipelines), next_token: page.next_token })
}

/// MCP-6: stops it; one that stops or has stopped is not there to be stopped again.
///
/// # Errors
/// NotFound.
pub fn delete_media_capture_pipeline(
    context: &Context<'_>,
    input: DeleteMediaCapturePipelineRequest,
) -> Result<(), Failure> {
    let row = pipeline(context, &input.media_pipeline_id)?;
    if !row.is_live() {
        return Err(absent(context));
    }
    enter(context, row, MediaPipelineStatus::Stopping)
}

/// G-13 step 3.
fn check(input: &CreateMediaCapturePipelineRequest) -> Result<(), Failure> {
    // MCP-3.
    if !input.sink_arn.starts_with("arn:aws:s3:::") {
        return Err(Failure::bad_request("SinkArn must be the ARN of an S3 bucket, arn:aws:s3:::…"));
    }
    let streams = input
        .chime_sdk_meeting_configuration
        .as_ref()
        .and_then(|configuration| configuration.source_configuration.as_ref())
        .and_then(|source| source.selected_video_streams.as_ref());
    let count = streams.map_or(0, |streams| {
        let lists = [&streams.attendee_ids, &streams.external_user_ids];
        lists.into_iter().flatten().map(Vec::len).sum()
    });
    if count > MOST_VIDEO_STREAMS {
        return Err(Failure::bad_request(format!("SelectedVideoStreams must name at most {MOST_VIDEO_STREAMS}.")));
    }
    Ok(())
}

fn pipeline(context: &Context<'_>, media_pipeline_id: &str) -> Result<PipelineRow, Failure> {
    let row = PIPELINES.get(context, &Key::of([&context.principal().account_id, media_pipeline_id]))?;
    row.ok_or_else(|| absent(context))
}

fn absent(context: &Context<'_>) -> Failure {
    context.absent("media capture pipeline with this id")
}
