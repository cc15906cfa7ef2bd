//! Live transcription: TRN-1 to TRN-6.

use chime_model::Operation::{StartMeetingTranscription, StopMeetingTranscription};
use serde_json::{Value, json};

use crate::Rooms;
use crate::harness::NOBODY;

fn general(meeting: &str, settings: &Value) -> Value {
    json!({ "MeetingId": meeting, "TranscriptionConfiguration": { "EngineTranscribeSettings": settings } })
}

fn medical(meeting: &str, settings: &Value) -> Value {
    json!({ "MeetingId": meeting, "TranscriptionConfiguration": { "EngineTranscribeMedicalSettings": settings } })
}

#[test]
fn trn_1_one_engine_and_not_both() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let mut both = general(&meeting, &json!({ "LanguageCode": "en-US" }));
    both["TranscriptionConfiguration"]["EngineTranscribeMedicalSettings"] =
        json!({ "LanguageCode": "en-US", "Specialty": "NEUROLOGY", "Type": "DICTATION" });
    let neither = json!({ "MeetingId": meeting, "TranscriptionConfiguration": {} });
    for input in [both, neither] {
        assert_eq!(rooms.service.refused(StartMeetingTranscription, &input), "BadRequest");
    }
    let start = general(&meeting, &json!({ "LanguageCode": "en-US" }));
    assert_eq!(rooms.service.call(StartMeetingTranscription, &start), json!({}));
    let nowhere = general(NOBODY, &json!({ "LanguageCode": "en-US" }));
    assert_eq!(rooms.service.refused(StartMeetingTranscription, &nowhere), "NotFound");
}

#[test]
fn trn_2_settings_that_do_not_combine_fail_later() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let wrong = [
        json!({}),
        json!({ "LanguageCode": "en-US", "ContentIdentificationType": "PII", "ContentRedactionType": "PII" }),
        json!({ "IdentifyLanguage": true, "LanguageModelName": "model" }),
        json!({ "IdentifyLanguage": true, "ContentRedactionType": "PII" }),
        json!({ "LanguageCode": "en-US", "LanguageOptions": "en-US,de-DE" }),
        json!({ "IdentifyLanguage": true, "LanguageOptions": "en-US" }),
        json!({ "IdentifyLanguage": true, "LanguageOptions": "en-US,en-AU" }),
        json!({ "IdentifyLanguage": true, "PreferredLanguage": "en-US" }),
        json!({ "LanguageCode": "en-US", "PreferredLanguage": "en-US" }),
        json!({ "LanguageCode": "en-US", "PiiEntityTypes": "NAME" }),
        json!({ "IdentifyLanguage": true, "VocabularyName": "names" }),
        json!({ "IdentifyLanguage": true, "VocabularyFilterName": "filter" }),
    ];
    for settings in &wrong {
        assert_eq!(rooms.service.call(StartMeetingTranscription, &general(&meeting, settings)), json!({}));
        // The meeting is not being transcribed.
        let stop = json!({ "MeetingId": meeting });
        assert_eq!(rooms.service.refused(StopMeetingTranscription, &stop), "UnprocessableEntity", "{settings}");
    }
    assert_eq!(rooms.service.events("TranscriptFailed").len(), wrong.len());
    assert!(rooms.service.events("TranscriptionStarted").is_empty());
}

#[test]
fn trn_2_settings_that_combine_start() {
    let rooms = Rooms::new();
    for settings in [
        json!({ "LanguageCode": "de-DE", "VocabularyName": "names", "VocabularyFilterMethod": "mask" }),
        json!({ "LanguageCode": "en-US", "ContentRedactionType": "PII", "PiiEntityTypes": "NAME,EMAIL" }),
        json!({ "IdentifyLanguage": true, "LanguageOptions": "en-US,de-DE", "PreferredLanguage": "de-DE" }),
        json!({ "IdentifyLanguage": true, "VocabularyNames": "one,two" }),
    ] {
        let meeting = rooms.meeting();
        rooms.service.call(StartMeetingTranscription, &general(&meeting, &settings));
        rooms.service.call(StopMeetingTranscription, &json!({ "MeetingId": meeting }));
    }
    assert!(rooms.service.events("TranscriptFailed").is_empty());
}

#[test]
fn trn_2_values_that_are_none_are_refused() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    for settings in [json!({ "LanguageCode": "tlh" }), json!({ "LanguageCode": "en-US", "LanguageModelName": "" })] {
        assert_eq!(rooms.service.refused(StartMeetingTranscription, &general(&meeting, &settings)), "BadRequest");
    }
}

#[test]
fn trn_3_the_medical_engine_needs_language_specialty_and_type() {
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let whole = json!({
        "LanguageCode": "en-US", "Specialty": "CARDIOLOGY", "Type": "CONVERSATION", "ContentIdentificationType": "PHI",
    });
    for missing in ["LanguageCode", "Specialty", "Type"] {
        let mut settings = whole.clone();
        settings.as_object_mut().expect("an object").remove(missing);
        assert_eq!(rooms.service.refused(StartMeetingTranscription, &medical(&meeting, &settings)), "BadRequest");
    }
    let mut wrong = whole.clone();
    wrong["ContentIdentificationType"] = "PII".into();
    assert_eq!(rooms.service.refused(StartMeetingTranscription, &medical(&meeting, &wrong)), "BadRequest");
    rooms.service.call(StartMeetingTranscription, &medical(&meeting, &whole));
    let told = &rooms.service.events("TranscriptionStarted")[0];
    assert_eq!(told["Engine"], "EngineTranscribeMedicalSettings");
}

#[test]
fn trn_4_the_region_is_the_meetings_unless_named() {
    let rooms = Rooms::new();
    let start = |media_region: &str, settings: Value| {
        let meeting = rooms.meeting_with(json!({ "MediaRegion": media_region }));
        let id = meeting["MeetingId"].as_str().expect("an id");
        rooms.service.call(StartMeetingTranscription, &general(id, &settings));
        rooms.service.events("TranscriptionStarted").last().map(|told| told["Region"].clone())
    };
    assert_eq!(start("eu-south-1", json!({ "LanguageCode": "it-IT" })), None);
    assert_eq!(rooms.service.events("TranscriptFailed").len(), 1);
    assert_eq!(start("eu-west-2", json!({ "LanguageCode": "it-IT" })), Some(json!("eu-west-2")));
    assert_eq!(start("eu-south-1", json!({ "LanguageCode": "it-IT", "Region": "auto" })), Some(json!("eu-central-1")));
    assert_eq!(start("us-west-2", json!({ "LanguageCode": "it-IT", "Region": "auto" })), Some(json!("us-west-2")));
    assert_eq!(start("af-south-1", json!({ "LanguageCode": "it-IT", "Region": "auto" })), Some(json!("us-east-1")));
    let named = json!({ "LanguageCode": "it-IT", "Region": "sa-east-1" });
    assert_eq!(start("eu-south-1", named), Some(json!("sa-east-1")));
}

#[test]
fn trn_5_trn_6_it_runs_once_and_stops_once() {
    // G-18.
    let rooms = Rooms::new();
    let meeting = rooms.meeting();
    let (start, stop) = (general(&meeting, &json!({ "LanguageCode": "en-US" })), json!({ "MeetingId": meeting }));
    assert_eq!(rooms.service.refused(StopMeetingTranscription, &stop), "UnprocessableEntity");
    rooms.service.call(StartMeetingTranscription, &start);
    assert_eq!(rooms.service.refused(StartMeetingTranscription, &start), "UnprocessableEntity");
    assert_eq!(rooms.service.call(StopMeetingTranscription, &stop), json!({}));
    assert_eq!(rooms.service.refused(StopMeetingTranscription, &stop), "UnprocessableEntity");
    rooms.service.call(StartMeetingTranscription, &start);
    assert_eq!(rooms.service.refused(StopMeetingTranscription, &json!({ "MeetingId": NOBODY })), "NotFound");
}
