//! The form that captures a meeting.

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::list;
use crate::client::query;
use crate::form::{Field, Form};
use crate::frame::{Info, QueryFailure, use_go};
use crate::routes;
use crate::table::{UrlQuery, text_of};
use crate::ui::*;

/// The most meetings that one call lists.
const PAGE: u32 = 99;
/// MCP-2: the most video streams that can be chosen.
const MOST_STREAMS: usize = 25;

const ARTIFACTS: &str = "ChimeSdkMeetingConfiguration.ArtifactsConfiguration";
const STREAMS: &str = "ChimeSdkMeetingConfiguration.SourceConfiguration.SelectedVideoStreams";

fn info() -> AnyView {
    view! {
        <Info title="Capture a meeting">
            <p>
                <code>"CreateMediaCapturePipeline"</code> " records an active meeting into a bucket. The bucket must be in the "
                "AWS account, and its policy must let the service write; the service does not check that now."
            </p>
            <p>"A meeting has one pipeline at a time."</p>
            <pre class="code-block">
                <code>
                    "aws chime create-media-capture-pipeline \\\n  --source-type ChimeSdkMeeting \\\n  --source-arn arn:aws:chime::111122223333:meeting/ID \\\n  --sink-type S3Bucket \\\n  --sink-arn arn:aws:s3:::my-recordings"
                </code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The ARN of a meeting, which its description does not tell. The service goes by what it ends with (MCP-3).
fn arn(aws_account: &str, meeting: &str) -> String {
    ["arn:aws:chime::", aws_account, ":meeting/", meeting].concat()
}

/// What no shape can say: the kind of bucket's ARN, and the number of streams (MCP-2, MCP-3).
fn check(input: &Value) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut wrong = |path: &str, rule, message: &str| {
        found.push(Violation { path: path.to_owned(), rule, message: message.to_owned() });
    };
    if input["SinkArn"].as_str().is_some_and(|arn| !arn.is_empty() && !arn.starts_with("arn:aws:s3:::")) {
        wrong("SinkArn", Rule::Pattern, "Use the ARN of a bucket: arn:aws:s3::: and its name.");
    }
    let streams = &input["ChimeSdkMeetingConfiguration"]["SourceConfiguration"]["SelectedVideoStreams"];
    let count = |member: &str| streams[member].as_array().map_or(0, Vec::len);
    if count("AttendeeIds") + count("ExternalUserIds") > MOST_STREAMS {
        wrong(&[STREAMS, ".AttendeeIds"].concat(), Rule::Size, "Choose up to 25 streams, ids of both kinds together.");
    }
    found
}

fn on_off(field: Field) -> Field {
    field.choice("Enabled", "Record", "").choice("Disabled", "Leave out", "")
}

fn artifacts() -> Field {
    let mux = || Field::new("MuxType").label("Files");
    Field::new(ARTIFACTS)
        .label("What is recorded")
        .member(Field::new("Audio").member(mux().choice("AudioOnly", "Audio", "").choice(
            "AudioWithActiveSpeakerVideo",
            "Audio with the video of who speaks",
            "",
        )))
        .member(Field::new("Video").label("Video of each attendee").member(on_off(Field::new("State"))))
        .member(Field::new("Content").label("Shared content").member(on_off(Field::new("State"))))
}

/// Records a meeting and goes to its pipeline.
pub(super) fn page() -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let answer = query(Operation::ListMeetings, || Some(json!({ "MaxResults": PAGE })));
    let accounts = query(Operation::ListAccounts, || Some(json!({ "MaxResults": 1 })));
    let aws_account = Memo::new(move |_| {
        let read = |data: &Option<Value>| Some(text_of(&data.as_ref()?["Accounts"][0]["AwsAccountId"]));
        // Without an account, or where it may not be read, the middle of the ARN stays empty.
        accounts.data.with(read).or_else(|| accounts.error.with(Option::is_some).then(String::new))
    });
    let meetings = Signal::derive(move || {
        let aws_account = aws_account.get().unwrap_or_default();
        let choice = |row: &Value| Choice::new(arn(&aws_account, &list::row_id(row)), list::name(row));
        let read = |data: &Option<Value>| {
            let rows = data.as_ref()?["Meetings"].as_array()?;
            Some(rows.iter().map(choice).collect::<Vec<_>>())
        };
        answer.data.with(read).unwrap_or_default()
    });
    let chosen = untrack(|| UrlQuery::new().get("meeting"));
    let initial = move || {
        let aws_account = aws_account.get()?;
        Some(json!({
            "SourceArn": chosen.as_ref().map(|meeting| arn(&aws_account, meeting)),
            "ChimeSdkMeetingConfiguration": { "ArtifactsConfiguration": {
                "Audio": { "MuxType": "AudioOnly" },
                "Video": { "State": "Disabled" },
                "Content": { "State": "Disabled" },
            } },
        }))
    };
    let form = Form::new(Operation::CreateMediaCapturePipeline)
        .fixed("SourceType", "ChimeSdkMeeting")
        .fixed("SinkType", "S3Bucket")
        .edit(Signal::derive(initial))
        .field(Field::new("SourceArn").label("Meeting").help("One that goes on.").pick(meetings))
        .field(
            Field::new("SinkArn")
                .label("Bucket ARN")
                .help("An S3 bucket of this AWS account.")
                .placeholder("arn:aws:s3:::my-recordings"),
        )
        .field(artifacts())
        .section("Selected video streams")
        .section_help("Without any, the video of everybody is recorded. Up to 25, ids of both kinds together.")
        .field(Field::new([STREAMS, ".AttendeeIds"].concat()).label("Attendee ids").lines())
        .field(Field::new([STREAMS, ".ExternalUserIds"].concat()).label("External user ids").lines())
        .check(check)
        .stale(&[Operation::ListMediaCapturePipelines])
        .submit_label("Capture meeting")
        .failed_title("The meeting is not captured")
        .cancel(routes::pipelines())
        .on_success(move |output| {
            flashes.show(Flash::success("The meeting is captured"));
            go.to(&routes::pipeline(&text_of(&output["MediaCapturePipeline"]["MediaPipelineId"])));
        });
    view! {
        <PageHeader title="Capture a meeting" beside=info />
        <QueryFailure query=answer title="The meetings could not be loaded" />
        <Panel title="Capture pipeline">{form.view()}</Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_is_named_by_its_arn() {
        assert_eq!(check(&json!({ "SinkArn": "arn:aws:s3:::recordings" })), []);
        assert_eq!(check(&json!({ "SinkArn": "arn:aws:sqs:us-east-1:1:recordings" }))[0].path, "SinkArn");
    }

    #[test]
    fn streams_of_both_kinds_count_together() {
        let ids: Vec<_> = (0..13).map(|n| n.to_string()).collect();
        let streams = json!({ "AttendeeIds": ids, "ExternalUserIds": ids });
        let input =
            json!({ "ChimeSdkMeetingConfiguration": { "SourceConfiguration": { "SelectedVideoStreams": streams } } });
        assert_eq!(check(&input).len(), 1);
    }
}
