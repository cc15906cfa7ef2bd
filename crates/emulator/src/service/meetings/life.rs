//! How a meeting begins, and how it ends: by call, by age, or because nobody is there (MTG-6).

use chime_model::Timestamp;
use chime_model::types::{MeetingNotificationConfiguration, Tag};
use serde_json::json;

use super::row::{BY_CREATED, MEETINGS, MeetingRow, notify};
use crate::context::Context;
use crate::failure::Failure;
use crate::schedule::Action;
use crate::service::quota::{self, Quota};
use crate::service::tags::{self, Resource};
use crate::service::{attendees, media_pipelines};
use crate::store::Key;

const MINUTE_MS: i64 = 60 * 1000;
/// MTG-6: the longest that a meeting lasts.
const LONGEST_MS: i64 = 24 * 60 * MINUTE_MS;
/// MTG-6: how long a meeting goes on with nobody there, where that rule is switched on.
const EMPTY_MS: i64 = 5 * MINUTE_MS;

/// MTG-2.
const MEDIA_REGIONS: [&str; 18] = [
    "af-south-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-south-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
];
const DEFAULT_REGION: &str = "us-east-1";

/// What a caller says of a new meeting.
pub(super) struct Wanted {
    pub external_meeting_id: Option<String>,
    pub meeting_host_id: Option<String>,
    pub media_region: Option<String>,
    pub notifications: Option<MeetingNotificationConfiguration>,
    pub tags: Vec<Tag>,
}

impl Wanted {
    /// G-13 step 3.
    pub(super) fn check(&self) -> Result<(), Failure> {
        // MTG-2.
        if self.media_region.as_deref().is_some_and(|region| !MEDIA_REGIONS.contains(&region)) {
            return Err(Failure::bad_request(format!("MediaRegion must be one of {}.", MEDIA_REGIONS.join(", "))));
        }
        // MTG-4.
        let targets = self.notifications.iter().flat_map(|it| [&it.sns_topic_arn, &it.sqs_queue_arn]).flatten();
        for arn in targets {
            if arn.split(':').nth(3) != Some(DEFAULT_REGION) {
                return Err(Failure::bad_request("Topics and queues for notifications must be in us-east-1."));
            }
        }
        tags::check(&self.tags)
    }
}

/// Begins a meeting, without attendees.
pub(super) fn begin(context: &Context<'_>, wanted: Wanted) -> Result<MeetingRow, Failure> {
    let aws_account_id = &context.principal().account_id;
    let meetings = (&MEETINGS, &BY_CREATED, Key::of([aws_account_id]));
    quota::check(context, Quota::MeetingsPerAwsAccount, 1, meetings)?;
    let random = context.random();
    let row = MeetingRow {
        aws_account_id: aws_account_id.clone(),
        meeting_id: random.uuid(),
        external_meeting_id: wanted.external_meeting_id,
        meeting_host_id: wanted.meeting_host_id,
        media_region: wanted.media_region.unwrap_or_else(|| DEFAULT_REGION.to_owned()),
        audio_host: random.text("0123456789abcdef", 32),
        cell: random.text("abcdefghijklmnopqrstuvwxyz", 5),
        notifications: wanted.notifications,
        refused: Vec::new(),
        transcribing: false,
        empty_since: Some(context.now()),
        created: context.now(),
    };
    MEETINGS.put(context, &row)?;
    tags::put(context, Resource::Meeting(&row.meeting_id), wanted.tags, tags::MOST)?;
    let (at, expiry) = expiry(&row);
    context.schedule(at, &expiry)?;
    plan_empty(context, &row)?;
    notify(context, "MeetingStarted", &row, json!({}))?;
    Ok(row)
}

/// MTG-7: with a meeting end its attendees, their tokens, its transcription, its pipelines and all tags.
pub(super) fn end(context: &Context<'_>, meeting: &MeetingRow, reason: &str) -> Result<(), Failure> {
    attendees::forget_meeting(context, &meeting.meeting_id)?;
    if meeting.transcribing {
        notify(context, "TranscriptionStopped", meeting, json!({ "Reason": "MeetingEnded" }))?;
    }
    media_pipelines::stop_all(context, &meeting.aws_account_id, &meeting.meeting_id)?;
    tags::forget(context, Resource::Meeting(&meeting.meeting_id))?;
    MEETINGS.delete(context, &(MEETINGS.key)(meeting))?;
    let (at, expiry) = expiry(meeting);
    context.unschedule(at, &expiry)?;
    notify(context, "MeetingEnded", meeting, json!({ "Reason": reason }))
}

/// MTG-6: after 24 hours.
///
/// # Errors
/// The store's.
pub fn expire(context: &Context<'_>, aws_account_id: &str, meeting_id: &str) -> Result<(), Failure> {
    let meeting = MEETINGS.get(context, &Key::of([aws_account_id, meeting_id]))?;
    meeting.map_or(Ok(()), |meeting| end(context, &meeting, "Expired"))
}

/// MTG-6: after 5 minutes with nobody connected, when the emulator is set to end empty meetings.
///
/// # Errors
/// The store's.
pub fn leave_empty(context: &Context<'_>, aws_account_id: &str, meeting_id: &str) -> Result<(), Failure> {
    let meeting = MEETINGS.get(context, &Key::of([aws_account_id, meeting_id]))?;
    // Somebody may have connected since this was planned.
    let empty = |meeting: &MeetingRow| {
        let since = meeting.empty_since;
        since.is_some_and(|since| since.0 + EMPTY_MS <= context.now().0)
    };
    match meeting.filter(empty) {
        Some(meeting) if context.settings().end_empty_meetings => end(context, &meeting, "Empty"),
        _ => Ok(()),
    }
}

/// Has the meeting looked after five minutes from when it became empty.
pub(super) fn plan_empty(context: &Context<'_>, meeting: &MeetingRow) -> Result<(), Failure> {
    let Some(since) = meeting.empty_since else { return Ok(()) };
    let (aws_account_id, meeting_id) = (meeting.aws_account_id.clone(), meeting.meeting_id.clone());
    let action = Action::MeetingStaysEmpty { aws_account_id, meeting_id };
    Ok(context.schedule(Timestamp(since.0 + EMPTY_MS), &action)?)
}

fn expiry(meeting: &MeetingRow) -> (Timestamp, Action) {
    let (aws_account_id, meeting_id) = (meeting.aws_account_id.clone(), meeting.meeting_id.clone());
    (Timestamp(meeting.created.0 + LONGEST_MS), Action::MeetingExpires { aws_account_id, meeting_id })
}
