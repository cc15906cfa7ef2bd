//! Live transcription of meetings. TRN-6: whether it runs cannot be read.

mod mistakes;

use chime_model::types::{
    StartMeetingTranscriptionRequest, StopMeetingTranscriptionRequest, TranscribeMedicalRegion, TranscribeRegion,
    TranscriptionConfiguration,
};
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::service::meetings::{MEETINGS, MeetingRow, meeting, notify};

/// TRN-4: Regions that have Amazon Transcribe.
const TRANSCRIBE_REGIONS: &[&str] = &[
    "us-east-2",
    "us-east-1",
    "us-west-2",
    "ap-northeast-2",
    "ap-southeast-2",
    "ap-northeast-1",
    "ca-central-1",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
    "sa-east-1",
];
/// TRN-4: Regions that have Amazon Transcribe Medical.
const MEDICAL_REGIONS: &[&str] =
    &["us-east-1", "us-east-2", "us-west-2", "ap-southeast-2", "ca-central-1", "eu-west-1"];

/// TRN-1: starts the one engine that is configured. TRN-2: what the engine would refuse is told by an event, and the meeting is
/// not transcribed.
///
/// # Errors
/// BadRequest for no engine or both; NotFound; UnprocessableEntity while it runs (TRN-5).
pub fn start_meeting_transcription(
    context: &Context<'_>,
    input: StartMeetingTranscriptionRequest,
) -> Result<(), Failure> {
    let TranscriptionConfiguration { engine_transcribe_settings: general, engine_transcribe_medical_settings: medical } =
        &input.transcription_configuration;
    // TRN-3: the values of the medical engine are those that the shape allows; they combine in every way.
    let (engine, region, regions, mistake) = match (general, medical) {
        (Some(general), None) => {
            let region = general.region.map(TranscribeRegion::as_str);
            ("EngineTranscribeSettings", region, TRANSCRIBE_REGIONS, mistakes::first(general))
        }
        (None, Some(medical)) => {
            let region = medical.region.map(TranscribeMedicalRegion::as_str);
            ("EngineTranscribeMedicalSettings", region, MEDICAL_REGIONS, None)
        }
        _ => {
            let wanted =
                "TranscriptionConfiguration needs either EngineTranscribeSettings or EngineTranscribeMedicalSettings.";
            return Err(Failure::bad_request(wanted));
        }
    };
    let meeting = meeting(context, &input.meeting_id)?;
    if meeting.transcribing {
        return Err(context.in_the_way("The meeting is being transcribed already."));
    }
    let region = place(region, &meeting.media_region, regions);
    let missing = regions.iter().all(|known| *known != region);
    let mistake = mistake.or_else(|| missing.then_some("Amazon Transcribe is not available in the meeting's Region."));
    if let Some(message) = mistake {
        return notify(context, "TranscriptFailed", &meeting, json!({ "Engine": engine, "Message": message }));
    }
    notify(context, "TranscriptionStarted", &meeting, json!({ "Engine": engine, "Region": region }))?;
    Ok(MEETINGS.put(context, &MeetingRow { transcribing: true, ..meeting })?)
}

/// TRN-6.
///
/// # Errors
/// NotFound; UnprocessableEntity when it does not run.
pub fn stop_meeting_transcription(
    context: &Context<'_>,
    input: StopMeetingTranscriptionRequest,
) -> Result<(), Failure> {
    let meeting = meeting(context, &input.meeting_id)?;
    if !meeting.transcribing {
        return Err(context.in_the_way("The meeting is not being transcribed."));
    }
    notify(context, "TranscriptionStopped", &meeting, json!({ "Reason": "Stopped" }))?;
    Ok(MEETINGS.put(context, &MeetingRow { transcribing: false, ..meeting })?)
}

/// TRN-4: where the engine runs: the meeting's Region unless another is named; `auto` takes the first of the same part of the
/// world where the meeting's own has none.
fn place<'a>(asked: Option<&'a str>, media_region: &'a str, regions: &[&'a str]) -> &'a str {
    match asked {
        None => media_region,
        Some("auto") if regions.contains(&media_region) => media_region,
        Some("auto") => {
            let area = |region: &str| region.split('-').next().map(str::to_owned);
            let near = regions.iter().find(|region| area(region) == area(media_region));
            near.copied().unwrap_or("us-east-1")
        }
        Some(named) => named,
    }
}
