//! Where clients would find a meeting (MTG-3).

use chime_model::types::MediaPlacement;

use super::row::MeetingRow;

/// MTG-3: eight URLs. Four of them are no longer used, and still there.
pub(super) fn placement(row: &MeetingRow) -> MediaPlacement {
    let MeetingRow { meeting_id: id, media_region: region, audio_host: audio, cell, .. } = row;
    let screen = format!("wss://{cell}.k.m1.{region}.app.chime.aws:443/v2/screen/{id}");
    let viewing = format!("wss://{cell}.k.m1.{region}.app.chime.aws:443/ws/connect?X-BitHub-Call-Id={id}");
    MediaPlacement {
        audio_host_url: Some(format!("{audio}.k.m1.{region}.app.chime.aws:3478")),
        audio_fallback_url: Some(format!("wss://{cell}.k.m1.{region}.app.chime.aws:443/calls/{id}")),
        signaling_url: Some(format!("wss://signal.m1.{region}.app.chime.aws/control/{id}")),
        turn_control_url: Some(format!("https://{cell}.cell.{region}.meetings.chime.aws/v2/turn_sessions")),
        screen_data_url: Some(screen.clone()),
        screen_sharing_url: Some(screen),
        screen_viewing_url: Some(viewing),
        event_ingestion_url: Some(format!("https://data.svc.{region}.ingest.chime.aws/v1/client-events")),
    }
}
