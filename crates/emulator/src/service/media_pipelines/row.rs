//! Pipelines as they are stored.

use chime_model::Timestamp;
use chime_model::types::{
    ChimeSdkMeetingConfiguration, MediaCapturePipeline, MediaPipelineSinkType, MediaPipelineSourceType,
    MediaPipelineStatus,
};
use serde::{Deserialize, Serialize};

use crate::store::{Index, Key, Table, time_key};

/// A pipeline, also one that has stopped within the last day (MCP-1).
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct PipelineRow {
    /// Owner.
    pub aws_account_id: String,
    /// Its identity.
    pub media_pipeline_id: String,
    /// The meeting that it records.
    pub meeting_id: String,
    /// What kind of thing that is.
    pub source_type: MediaPipelineSourceType,
    /// The meeting's ARN, as the caller wrote it.
    pub source_arn: String,
    /// What kind of thing it records into.
    pub sink_type: MediaPipelineSinkType,
    /// The bucket.
    pub sink_arn: String,
    /// What it does now.
    pub status: MediaPipelineStatus,
    /// What of the meeting it records.
    pub configuration: Option<ChimeSdkMeetingConfiguration>,
    /// When it was made.
    pub created: Timestamp,
    /// When its status last changed.
    pub updated: Timestamp,
}

impl PipelineRow {
    /// Whether it records, or is about to.
    pub(super) fn is_live(&self) -> bool {
        matches!(self.status, MediaPipelineStatus::Initializing | MediaPipelineStatus::InProgress)
    }
}

/// Pipelines, under their owners.
pub(super) static PIPELINES: Table<PipelineRow> = Table {
    name: "media-capture-pipeline",
    key: |row| Key::of([&row.aws_account_id, &row.media_pipeline_id]),
    indexes: &[&LISTED, &LIVE],
};

/// Pipelines in the order of their creation; MCP-6: without those that have stopped.
pub(super) static LISTED: Index<PipelineRow> = Index {
    name: "listed",
    places: |row| {
        let listed = row.status != MediaPipelineStatus::Stopped;
        listed.then(|| Key::of([&row.aws_account_id, &time_key(row.created.0)])).into_iter().collect()
    },
};

/// Pipelines that record a meeting.
pub(super) static LIVE: Index<PipelineRow> = Index {
    name: "live",
    places: |row| row.is_live().then(|| Key::of([&row.aws_account_id, &row.meeting_id])).into_iter().collect(),
};

impl From<PipelineRow> for MediaCapturePipeline {
    fn from(row: PipelineRow) -> Self {
        Self {
            media_pipeline_id: Some(row.media_pipeline_id),
            source_type: Some(row.source_type),
            source_arn: Some(row.source_arn),
            status: Some(row.status),
            sink_type: Some(row.sink_type),
            sink_arn: Some(row.sink_arn),
            created_timestamp: Some(row.created),
            updated_timestamp: Some(row.updated),
            chime_sdk_meeting_configuration: row.configuration,
        }
    }
}
