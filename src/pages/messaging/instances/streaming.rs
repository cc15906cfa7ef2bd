//! Where a copy of what happens in channels goes: one stream for each type of data.

use chime_model::Operation;
use chime_model::validate::{Rule, Violation};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::client::{Query, query};
use crate::form::{Field, Form};
use crate::frame::QueryFailure;
use crate::pages::messaging::facts::text;
use crate::pages::messaging::info::Help;
use crate::pages::messaging::question::Question;
use crate::ui::*;

const LIST: &str = "AppInstanceStreamingConfigurations";
const STALE: &[Operation] = &[Operation::GetAppInstanceStreamingConfigurations];

static HELP: Help = Help {
    title: "Streaming",
    text: &[
        "`PutAppInstanceStreamingConfigurations` replaces all streams at once: what is not named is switched off. \
         `Channel` tells of channels, members, moderators and bans; `ChannelMessage` of messages.",
        "The service writes to Kinesis streams whose names begin with `chime-messaging-`. Without any stream \
         `GetAppInstanceStreamingConfigurations` answers not found, which the console shows as “not set up”.",
    ],
    cli: "aws chime put-app-instance-streaming-configurations \\\n  --app-instance-arn ARN \\\n  \
          --app-instance-streaming-configurations \\\n    AppInstanceDataType=Channel,ResourceArn=STREAM",
};

/// APP-22: at most one stream for each type of data.
fn once_each(input: &Value) -> Vec<Violation> {
    let types: Vec<&str> =
        input[LIST].as_array().into_iter().flatten().filter_map(|it| it["AppInstanceDataType"].as_str()).collect();
    let repeated = types.iter().enumerate().find(|(place, kind)| types[..*place].contains(kind));
    let message = "Each type of data has one stream.".to_owned();
    let violation = |place: usize| Violation {
        path: [LIST, "[", &place.to_string(), "].AppInstanceDataType"].concat(),
        rule: Rule::Size,
        message,
    };
    repeated.map(|(place, _)| violation(place)).into_iter().collect()
}

/// The streams of an app instance.
pub fn streaming(arn: &str) -> AnyView {
    let input = json!({ "AppInstanceArn": arn });
    let answer = query(Operation::GetAppInstanceStreamingConfigurations, move || Some(input.clone()));
    let (editing, removing) = (RwSignal::new(false), RwSignal::new(false));
    // APP-23: none set is answered as not found; what was there before must not stay on screen.
    let none = Memo::new(move |_| answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound"))));
    let streams = Memo::new(move |_| {
        let streams = answer.data.with(|data| data.as_ref().map(|data| data[LIST].clone()));
        streams.filter(|_| !none.get())
    });
    let set_up = Memo::new(move |_| streams.with(Option::is_some));
    let body = move || match streams.get() {
        Some(streams) => shown(&streams),
        None if none.get() => empty(editing),
        None => loading(answer),
    };
    let actions = move || {
        set_up.get().then(|| {
            view! {
                <Button on_press=move || removing.set(true)>"Switch off"</Button>
                <Button icon=IconName::Edit on_press=move || editing.set(true)>"Change"</Button>
            }
        })
    };
    let arn = StoredValue::new(arn.to_owned());
    let question = Question {
        title: "Switch streaming off",
        action: "Switch off",
        effect: "Nothing is written to the streams any more. What is in them stays there.",
        objects: Signal::derive(move || streams.with(|streams| streams.as_ref().map(names).unwrap_or_default())),
        stale: STALE,
        done: "Streaming is switched off",
        failed: "Streaming was not switched off",
        ..Question::of(
            Operation::DeleteAppInstanceStreamingConfigurations,
            move || json!({ "AppInstanceArn": arn.get_value() }),
        )
    };
    view! {
        <Panel
            title="Streaming"
            description="A copy of what happens in all channels, for archives and analysis."
            actions=move || view! { {HELP.view()} {actions} }
        >
            {body}
        </Panel>
        <Dialog open=editing title="Streams">{form(arn, streams, editing)}</Dialog>
        {question.view(removing)}
    }
    .into_any()
}

fn loading(answer: Query) -> AnyView {
    view! {
        <QueryFailure query=answer title="The streams could not be loaded" />
        {move || answer.pending().then(|| view! { <Skeleton lines=3 /> })}
    }
    .into_any()
}

fn empty(editing: RwSignal<bool>) -> AnyView {
    let text = "Without a stream, channels and messages are told to their members only.";
    view! {
        <EmptyState title="Streaming is not set up" text icon=IconName::Upload>
            <Button kind=ButtonKind::Primary on_press=move || editing.set(true)>"Configure"</Button>
        </EmptyState>
    }
    .into_any()
}

fn names(streams: &Value) -> Vec<String> {
    streams.as_array().into_iter().flatten().map(|stream| text(stream, "ResourceArn")).collect()
}

fn shown(streams: &Value) -> AnyView {
    let lines = ["Channel", "ChannelMessage"].map(|kind| {
        let stream = streams.as_array().and_then(|all| all.iter().find(|stream| stream["AppInstanceDataType"] == kind));
        let value = match stream {
            Some(stream) => view! { <CopyableId id=text(stream, "ResourceArn") label="Copy the ARN" /> }.into_any(),
            None => view! { <span class="muted">"Not streamed"</span> }.into_any(),
        };
        view! { <Pair label=kind wide=true>{value}</Pair> }
    });
    view! { <KeyValue columns=2>{lines.into_iter().collect_view()}</KeyValue> }.into_any()
}

fn form(arn: StoredValue<String>, streams: Memo<Option<Value>>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let one = || json!([{ "AppInstanceDataType": "ChannelMessage" }]);
    Form::new(Operation::PutAppInstanceStreamingConfigurations)
        .fixed("AppInstanceArn", arn.get_value())
        .edit(Signal::derive(move || Some(json!({ (LIST): streams.get().unwrap_or_else(one) }))))
        .field(
            Field::new(LIST)
                .label("Streams")
                .help("Saving replaces all of them.")
                .item("Stream")
                .member(
                    Field::new("AppInstanceDataType")
                        .label("What is streamed")
                        .choice("Channel", "Channels", "Channels, members, moderators and bans.")
                        .choice("ChannelMessage", "Messages", "Sent, edited, redacted and deleted messages."),
                )
                .member(
                    Field::new("ResourceArn")
                        .label("ARN of the stream")
                        .placeholder("arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-…"),
                ),
        )
        .check(once_each)
        .stale(STALE)
        .submit_label("Save streams")
        .failed_title("The streams were not saved")
        .on_cancel(move || open.set(false))
        .on_success(move |_| {
            open.set(false);
            flashes.show(Flash::success("The streams are saved"));
        })
        .view()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_of_data_has_one_stream() {
        let stream = |kind: &str| json!({ "AppInstanceDataType": kind, "ResourceArn": "arn:aws:kinesis:stream" });
        assert!(once_each(&json!({ LIST: [stream("Channel"), stream("ChannelMessage")] })).is_empty());
        let twice = once_each(&json!({ LIST: [stream("Channel"), stream("Channel")] }));
        assert_eq!(twice[0].path, "AppInstanceStreamingConfigurations[1].AppInstanceDataType");
    }
}
