//! Media capture pipelines: MCP-1 to MCP-6.

mod harness;
mod support;

use chime_model::Operation::{
    CreateMediaCapturePipeline, CreateMeeting, DeleteMediaCapturePipeline, DeleteMeeting, GetMediaCapturePipeline,
    ListMediaCapturePipelines,
};
use harness::{NOBODY, Service, column, list, text};
use serde_json::{Value, json};

fn meeting(service: &Service, token: &str) -> String {
    let made = service.call(CreateMeeting, &json!({ "ClientRequestToken": token }));
    text(&made["Meeting"]["MeetingId"])
}

fn wanted(meeting: &str) -> Value {
    json!({
        "SourceType": "ChimeSdkMeeting", "SourceArn": format!("arn:aws:chime::111122223333:meeting/{meeting}"),
        "SinkType": "S3Bucket", "SinkArn": "arn:aws:s3:::recordings",
    })
}

fn create(service: &Service, input: &Value) -> Value {
    service.call(CreateMediaCapturePipeline, input)["MediaCapturePipeline"].clone()
}

fn read(service: &Service, pipeline: &Value) -> Value {
    let input = json!({ "MediaPipelineId": pipeline["MediaPipelineId"] });
    service.call(GetMediaCapturePipeline, &input)["MediaCapturePipeline"].clone()
}

fn listed(service: &Service) -> Vec<String> {
    column(&list(&service.call(ListMediaCapturePipelines, &json!({}))["MediaCapturePipelines"]), "Status")
}

#[test]
fn mcp_1_mcp_4_a_pipeline_starts_within_five_seconds() {
    let service = Service::new();
    let made = create(&service, &wanted(&meeting(&service, "m1")));
    let now = "2020-09-13T12:26:40.000Z";
    assert_eq!(made["Status"], "Initializing");
    assert_eq!((&made["SourceType"], &made["SinkType"]), (&json!("ChimeSdkMeeting"), &json!("S3Bucket")));
    assert_eq!((&made["CreatedTimestamp"], &made["UpdatedTimestamp"]), (&json!(now), &json!(now)));
    assert_eq!(read(&service, &made), made);
    service.advance("4s");
    assert_eq!(read(&service, &made)["Status"], "Initializing");
    service.advance("1s");
    let running = read(&service, &made);
    assert_eq!(running["Status"], "InProgress");
    assert_eq!(running["UpdatedTimestamp"], "2020-09-13T12:26:45.000Z");
}

#[test]
fn mcp_2_artifacts_are_told_together() {
    let service = Service::new();
    let mut input = wanted(&meeting(&service, "m1"));
    let artifacts = json!({
        "Audio": { "MuxType": "AudioOnly" },
        "Video": { "State": "Enabled", "MuxType": "VideoOnly" },
        "Content": { "State": "Disabled" },
    });
    for missing in ["Audio", "Video", "Content"] {
        let mut some = artifacts.clone();
        some.as_object_mut().expect("an object").remove(missing);
        input["ChimeSdkMeetingConfiguration"] = json!({ "ArtifactsConfiguration": some });
        assert_eq!(service.refused(CreateMediaCapturePipeline, &input), "BadRequest", "{missing}");
    }
    input["ChimeSdkMeetingConfiguration"] = json!({ "ArtifactsConfiguration": artifacts });
    let shown = create(&service, &input)["ChimeSdkMeetingConfiguration"].clone();
    assert_eq!(shown["ArtifactsConfiguration"]["Audio"], artifacts["Audio"]);
}

#[test]
fn mcp_2_at_most_25_video_streams() {
    let service = Service::new();
    let mut input = wanted(&meeting(&service, "m1"));
    let mut streams = |attendees: usize, users: usize| {
        let users: Vec<_> = (0..users).map(|index| format!("user-{index}")).collect();
        let chosen = json!({ "AttendeeIds": vec![NOBODY; attendees], "ExternalUserIds": users });
        input["ChimeSdkMeetingConfiguration"] = json!({ "SourceConfiguration": { "SelectedVideoStreams": chosen } });
        input.clone()
    };
    assert_eq!(service.refused(CreateMediaCapturePipeline, &streams(13, 13)), "BadRequest");
    create(&service, &streams(13, 12));
}

#[test]
fn mcp_3_the_source_is_an_active_meeting_and_the_sink_a_bucket() {
    let service = Service::new();
    let ended = meeting(&service, "m1");
    service.call(DeleteMeeting, &json!({ "MeetingId": ended }));
    for source in [NOBODY, &ended] {
        assert_eq!(service.refused(CreateMediaCapturePipeline, &wanted(source)), "BadRequest");
    }
    let mut input = wanted(&meeting(&service, "m2"));
    input["SinkArn"] = "arn:aws:sqs:us-east-1:111122223333:queue".into();
    assert_eq!(service.refused(CreateMediaCapturePipeline, &input), "BadRequest");
    input["SinkArn"] = "arn:aws:s3:::recordings".into();
    input["SourceType"] = "ChimeMeeting".into();
    assert_eq!(service.refused(CreateMediaCapturePipeline, &input), "BadRequest");
}

#[test]
fn mcp_3_one_pipeline_a_meeting() {
    let service = Service::new();
    let input = wanted(&meeting(&service, "m1"));
    let first = create(&service, &input);
    assert_eq!(service.refused(CreateMediaCapturePipeline, &input), "ResourceLimitExceeded");
    service.call(DeleteMediaCapturePipeline, &json!({ "MediaPipelineId": first["MediaPipelineId"] }));
    create(&service, &input);
}

#[test]
fn mcp_3_a_token_makes_one_pipeline() {
    // G-51.
    let service = Service::new();
    let mut input = wanted(&meeting(&service, "m1"));
    input["ClientRequestToken"] = "once".into();
    let first = create(&service, &input);
    assert_eq!(create(&service, &input), first);
    let mut other = wanted(&meeting(&service, "m2"));
    other["ClientRequestToken"] = "once".into();
    assert_eq!(service.refused(CreateMediaCapturePipeline, &other), "BadRequest");
    service.call(DeleteMediaCapturePipeline, &json!({ "MediaPipelineId": first["MediaPipelineId"] }));
    assert_ne!(create(&service, &input)["MediaPipelineId"], first["MediaPipelineId"]);
}

#[test]
fn mcp_5_pipelines_are_listed_in_pages() {
    let service = Service::new();
    for token in ["m1", "m2", "m3"] {
        create(&service, &wanted(&meeting(&service, token)));
    }
    let first = service.call(ListMediaCapturePipelines, &json!({ "MaxResults": 2 }));
    assert_eq!(list(&first["MediaCapturePipelines"]).len(), 2);
    let next = json!({ "MaxResults": 2, "NextToken": first["NextToken"] });
    let second = service.call(ListMediaCapturePipelines, &next);
    assert_eq!((list(&second["MediaCapturePipelines"]).len(), &second["NextToken"]), (1, &Value::Null));
    assert_eq!(service.refused(ListMediaCapturePipelines, &json!({ "MaxResults": 100 })), "BadRequest");
    assert_eq!(service.refused(GetMediaCapturePipeline, &json!({ "MediaPipelineId": NOBODY })), "NotFound");
}

#[test]
fn mcp_6_a_deleted_pipeline_stops_leaves_the_list_and_is_gone_after_a_day() {
    let service = Service::new();
    let pipeline = create(&service, &wanted(&meeting(&service, "m1")));
    let id = json!({ "MediaPipelineId": pipeline["MediaPipelineId"] });
    // Also before it has started, which it then does not do.
    service.call(DeleteMediaCapturePipeline, &id);
    assert_eq!(listed(&service), ["Stopping"]);
    assert_eq!(service.refused(DeleteMediaCapturePipeline, &id), "NotFound");
    service.advance("5s");
    assert_eq!(listed(&service), [""; 0]);
    assert_eq!(read(&service, &pipeline)["Status"], "Stopped");
    assert_eq!(service.refused(DeleteMediaCapturePipeline, &id), "NotFound");
    service.advance("86399s");
    assert_eq!(read(&service, &pipeline)["Status"], "Stopped");
    service.advance("1s");
    assert_eq!(service.refused(GetMediaCapturePipeline, &id), "NotFound");
}

#[test]
fn mcp_6_the_end_of_the_meeting_stops_it_too() {
    let service = Service::new();
    let meeting = meeting(&service, "m1");
    let pipeline = create(&service, &wanted(&meeting));
    service.advance("1m");
    service.call(DeleteMeeting, &json!({ "MeetingId": meeting }));
    assert_eq!(read(&service, &pipeline)["Status"], "Stopping");
    service.advance("5s");
    assert_eq!(read(&service, &pipeline)["Status"], "Stopped");
}
