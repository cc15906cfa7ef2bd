//! Media of a voice connector's calls for Kinesis Video Streams.

use std::sync::Arc;

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::help::help;
use super::{Part, PartPanel, Removal};
use crate::form::{Field, Form, Node};
use crate::table::text_of;
use crate::ui::*;

const STALE: &[Operation] = &[Operation::GetVoiceConnectorStreamingConfiguration];
const TARGETS: &[(&str, &str)] =
    &[("EventBridge", "Amazon EventBridge"), ("SNS", "Amazon SNS topic"), ("SQS", "Amazon SQS queue")];

const ABOUT: &[&str] = &[
    "`PutVoiceConnectorStreamingConfiguration` sends the audio of calls to Kinesis Video Streams, where it is kept for so \
     many hours; 0 keeps nothing.",
    "The targets are told when a stream starts, ends or fails. Each can be named once.",
];
const CLI: &str = "aws chime put-voice-connector-streaming-configuration \\\n  --voice-connector-id ID \\\n  \
    --streaming-configuration \\\n    DataRetentionInHours=24,Disabled=false";

fn about() -> AnyView {
    help("Streaming", ABOUT, CLI)
}

fn chosen(node: &Node) -> Vec<String> {
    let value = node.value().unwrap_or_default();
    value.as_array().into_iter().flatten().map(|target| text_of(&target["NotificationTarget"])).collect()
}

/// A check box for each target: the API takes a list of structures with one member.
fn targets(node: &Arc<Node>) -> AnyView {
    let boxes = TARGETS.iter().map(|(target, label)| {
        let (shown, node) = (node.clone(), node.clone());
        let checked = Signal::derive(move || chosen(&shown).iter().any(|it| it == target));
        let change = move |on: bool| {
            let mut now = untrack(|| chosen(&node));
            now.retain(|it| it != target);
            if on {
                now.push((*target).to_owned());
            }
            let list: Vec<Value> = now.into_iter().map(|it| json!({ "NotificationTarget": it })).collect();
            node.load((!list.is_empty()).then(|| Value::from(list)).as_ref());
        };
        view! { <Checkbox checked on_change=change label=*label /> }
    });
    let boxes = boxes.collect_view();
    view! { <div class="stack" id=node.input_id().to_owned() tabindex="-1">{boxes}</div> }.into_any()
}

/// The tab.
pub fn streaming(connector: Signal<Value>) -> AnyView {
    let id = connector.with_untracked(|it| text_of(&it["VoiceConnectorId"]));
    let (part, flashes) = (Part::streaming(&id), use_flashes());
    let loaded = Signal::derive(move || match part.value() {
        Some(value) => Some(json!({ "StreamingConfiguration": value })),
        None => part.absent().then(|| json!({ "StreamingConfiguration": { "DataRetentionInHours": 24 } })),
    });
    let voice_connector = id.clone();
    let form = move || {
        Form::new(Operation::PutVoiceConnectorStreamingConfiguration)
            .fixed("VoiceConnectorId", voice_connector.clone())
            .edit(loaded)
            .field(
                Field::new("StreamingConfiguration.Disabled")
                    .label("Stream calls")
                    .help("Off, nothing goes to Kinesis Video Streams. The settings stay.")
                    .inverse_switch(),
            )
            .field(
                Field::new("StreamingConfiguration.DataRetentionInHours")
                    .label("Hours to keep the media")
                    .help("0 keeps nothing."),
            )
            .field(
                Field::new("StreamingConfiguration.StreamingNotificationTargets")
                    .label("Who is told of streams")
                    .custom(|node| targets(&node)),
            )
            .stale(STALE)
            .submit_label("Save streaming")
            .failed_title("The streaming was not saved")
            .on_success(move |_| {
                flashes.show(Flash::success("The streaming is saved"));
            })
            .view()
    };
    let panel = PartPanel {
        part,
        title: "Streaming",
        about: "The audio of calls, for your own analysis or recording.",
        empty: ("Calls are not streamed", "Send the audio of calls to Kinesis Video Streams.", IconName::Upload),
        failed: "The streaming could not be loaded",
        help: about,
        not_yet: Signal::default(),
        form: Arc::new(form),
        removal: Some(Removal {
            operation: Operation::DeleteVoiceConnectorStreamingConfiguration,
            connector: id,
            name: Signal::derive(move || connector.with(|it| text_of(&it["Name"]))),
            label: "Delete streaming",
            effect: "New calls are no longer streamed. What Kinesis Video Streams holds stays there for its hours.",
            typed: false,
            locked: Signal::default(),
            stale: STALE,
            done: "The streaming is deleted",
            refused: "The streaming was not deleted",
        }),
    };
    panel.view()
}
