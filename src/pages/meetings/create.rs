//! The form for a new meeting, with its first attendees or without.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use crate::form::{Field, Form};
use crate::frame::{Info, use_go};
use crate::pages::thing;
use crate::routes::{self, MeetingTab};
use crate::ui::*;

/// MTG-2: the Regions that host media; the shape takes any text.
const REGIONS: [&str; 18] = [
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
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
];

fn info() -> AnyView {
    view! {
        <Info title="A new meeting">
            <p>
                <code>"CreateMeeting"</code> " starts an empty meeting. With attendees it is "
                <code>"CreateMeetingWithAttendees"</code> ", which takes up to ten; an attendee that fails leaves the meeting "
                "standing."
            </p>
            <p>
                "One token belongs to this form: sending it twice starts one meeting. External ids are your application's "
                "own; keep names and e-mails out of them."
            </p>
            <pre class="code-block">
                <code>"aws chime create-meeting \\\n  --client-request-token 6b2c… \\\n  --media-region eu-central-1"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn tag_fields(field: Field) -> Field {
    field.item("Tag").member(Field::new("Key")).member(Field::new("Value"))
}

/// MTG-10 without attendees, MTG-11 with some.
fn without_attendees(input: &Value) -> Option<Operation> {
    let none = input["Attendees"].as_array().is_none_or(Vec::is_empty);
    none.then_some(Operation::CreateMeeting)
}

/// What did not work of a meeting that was made: "candidate-0042: …".
fn failed_attendees(output: &Value) -> Option<String> {
    let errors = output["Errors"].as_array()?;
    let line = |error: &Value| {
        [thing::text_at(error, "ExternalUserId"), ": ".to_owned(), thing::text_at(error, "ErrorMessage")].concat()
    };
    (!errors.is_empty()).then(|| errors.iter().map(line).collect::<Vec<_>>().join(" "))
}

/// Starts a meeting and goes to it.
pub(super) fn page() -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let regions = REGIONS.map(|region| Choice::new(region, region)).to_vec();
    let form = Form::new(Operation::CreateMeetingWithAttendees)
        .instead(without_attendees)
        .field(
            Field::new("ExternalMeetingId")
                .label("External meeting id")
                .help("What your application calls the meeting. It need not be unique."),
        )
        .field(
            Field::new("MediaRegion")
                .label("Media Region")
                .help("Where audio and video are mixed: near the people. Not set is us-east-1.")
                .pick(regions),
        )
        .field(
            Field::new("MeetingHostId")
                .label("Meeting host id")
                .help("Reserved by the service; it is not shown again."),
        )
        .section("Attendees")
        .section_help(
            "Up to ten now; more can be added once the meeting is there. Without any, the meeting begins empty.",
        )
        .field(
            Field::new("Attendees")
                .item("Attendee")
                .member(
                    Field::new("ExternalUserId")
                        .label("External user id")
                        .help("What your application calls the person, 2 to 64 characters."),
                )
                .member(tag_fields(Field::new("Tags"))),
        )
        .section("Notifications and tags")
        .field(
            Field::new("NotificationsConfiguration")
                .label("Notifications")
                .help("Where events of the meeting go. Topic and queue must be in us-east-1.")
                .member(Field::new("SnsTopicArn").label("SNS topic ARN").placeholder("arn:aws:sns:us-east-1:…"))
                .member(Field::new("SqsQueueArn").label("SQS queue ARN").placeholder("arn:aws:sqs:us-east-1:…")),
        )
        .field(tag_fields(Field::new("Tags").help("They cannot be read with the meeting, only under its tab Tags.")))
        .stale(&[Operation::ListMeetings])
        .submit_label("Start meeting")
        .failed_title("The meeting was not started")
        .cancel(routes::meetings())
        .on_success(move |output| {
            let id = thing::text_at(&output["Meeting"], "MeetingId");
            let some = output["Attendees"].as_array().is_some_and(|attendees| !attendees.is_empty());
            match failed_attendees(&output) {
                Some(why) => {
                    let title = "The meeting goes on, but not all attendees were created";
                    flashes.show(Flash::new(Tone::Warning, title).body(why));
                }
                None => {
                    flashes.show(Flash::success("The meeting goes on"));
                }
            }
            go.to(&routes::meeting(&id, if some { MeetingTab::Attendees } else { MeetingTab::Overview }));
        });
    view! {
        <PageHeader title="Start a meeting" beside=info />
        <Panel title="Meeting">{form.view()}</Panel>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_meeting_without_attendees_is_another_operation() {
        assert_eq!(without_attendees(&json!({})), Some(Operation::CreateMeeting));
        assert_eq!(without_attendees(&json!({ "Attendees": [] })), Some(Operation::CreateMeeting));
        assert_eq!(without_attendees(&json!({ "Attendees": [{ "ExternalUserId": "ada" }] })), None);
    }

    #[test]
    fn attendees_that_failed_are_named() {
        let output = json!({ "Errors": [{ "ExternalUserId": "eve", "ErrorCode": "X", "ErrorMessage": "No room." }] });
        assert_eq!(failed_attendees(&output).as_deref(), Some("eve: No room."));
        assert_eq!(failed_attendees(&json!({ "Errors": [] })), None);
    }
}
