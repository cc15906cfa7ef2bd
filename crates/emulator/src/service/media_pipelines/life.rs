//! What a pipeline goes through: Initializing, InProgress, Stopping, Stopped, gone (MCP-4, MCP-6).

use chime_model::Timestamp;
use chime_model::types::MediaPipelineStatus;
use serde_json::json;

use super::row::{LIVE, PIPELINES, PipelineRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::store::Key;

/// MCP-4, MCP-6: how long starting and stopping take.
const STEP_MS: i64 = 5000;
/// MCP-6: how long a stopped pipeline can still be read.
const KEPT_MS: i64 = 24 * 60 * 60 * 1000;

/// Puts a pipeline into another status, and plans the next one.
pub(super) fn enter(context: &Context<'_>, row: PipelineRow, status: MediaPipelineStatus) -> Result<(), Failure> {
    let row = PipelineRow { status, updated: context.now(), ..row };
    PIPELINES.put(context, &row)?;
    let changed = json!({ "MediaPipelineId": row.media_pipeline_id, "MeetingId": row.meeting_id, "Status": status });
    context.event("MediaCapturePipelineChanged", changed)?;
    let delay = match status {
        MediaPipelineStatus::Initializing | MediaPipelineStatus::Stopping => STEP_MS,
        MediaPipelineStatus::Stopped => KEPT_MS,
        MediaPipelineStatus::InProgress | MediaPipelineStatus::Failed => return Ok(()),
    };
    let action = Action::MediaPipelineProceeds {
        aws_account_id: row.aws_account_id,
        media_pipeline_id: row.media_pipeline_id,
        from: status,
    };
    Ok(context.schedule(Timestamp(context.now().0 + delay), &action)?)
}

/// Does what was planned for a pipeline when it came into the status `from`, unless it has left it meanwhile.
///
/// # Errors
/// The store's.
pub fn proceed(
    context: &Context<'_>,
    aws_account_id: &str,
    media_pipeline_id: &str,
    from: MediaPipelineStatus,
) -> Result<(), Failure> {
    let key = Key::of([aws_account_id, media_pipeline_id]);
    let Some(row) = PIPELINES.get(context, &key)?.filter(|row| row.status == from) else { return Ok(()) };
    match from {
        MediaPipelineStatus::Initializing => enter(context, row, MediaPipelineStatus::InProgress),
        MediaPipelineStatus::Stopping => enter(context, row, MediaPipelineStatus::Stopped),
        MediaPipelineStatus::Stopped => Ok(PIPELINES.delete(context, &key).map(drop)?),
        MediaPipelineStatus::InProgress | MediaPipelineStatus::Failed => Ok(()),
    }
}

/// MTG-7: what records a meeting that has ended stops.
///
/// # Errors
/// The store's.
pub fn stop_all(context: &Context<'_>, aws_account_id: &str, meeting_id: &str) -> Result<(), Failure> {
    let live = PIPELINES.all(context, &LIVE, Key::of([aws_account_id, meeting_id]))?;
    live.into_iter().try_for_each(|row| enter(context, row, MediaPipelineStatus::Stopping))
}
