//! The tags of anything that has some: seen, added, taken away, over three families of operations.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use crate::client::{query, write};
use crate::form::{Field, Form};
use crate::frame::{Info, QueryFailure};
use crate::session::use_session;
use crate::ui::*;

/// TAG-5: the tags of a meeting are read in two ways.
const STALE: [Operation; 3] = [Operation::ListTagsForResource, Operation::ListMeetingTags, Operation::ListAttendeeTags];

/// Something with tags: the operations for them, and what names it in their input.
#[derive(Clone)]
pub(crate) struct Tagged {
    list: Operation,
    add: Operation,
    remove: Operation,
    input: Value,
    /// The most tags it can have.
    most: usize,
}

impl Tagged {
    /// TAG-2.
    pub(crate) fn meeting(meeting: &str) -> Self {
        Self {
            list: Operation::ListMeetingTags,
            add: Operation::TagMeeting,
            remove: Operation::UntagMeeting,
            input: json!({ "MeetingId": meeting }),
            most: 50,
        }
    }

    /// TAG-3.
    pub(crate) fn attendee(meeting: &str, attendee: &str) -> Self {
        Self {
            list: Operation::ListAttendeeTags,
            add: Operation::TagAttendee,
            remove: Operation::UntagAttendee,
            input: json!({ "MeetingId": meeting, "AttendeeId": attendee }),
            most: 10,
        }
    }

    /// TAG-4: a meeting, an app instance, a user of one, or a channel.
    pub(crate) fn resource(arn: &str) -> Self {
        Self {
            list: Operation::ListTagsForResource,
            add: Operation::TagResource,
            remove: Operation::UntagResource,
            input: json!({ "ResourceARN": arn }),
            most: 50,
        }
    }

    /// Its input with one member more.
    fn with(&self, member: &str, value: Value) -> Value {
        let mut input = self.input.clone();
        input[member] = value;
        input
    }
}

fn part(tag: &Value, member: &str) -> String {
    tag[member].as_str().unwrap_or_default().to_owned()
}

fn info(tagged: &Tagged) -> AnyView {
    let [list, add, remove] = [tagged.list, tagged.add, tagged.remove].map(Operation::name);
    let most = tagged.most;
    view! {
        <Info title="Tags">
            <p>
                <code>{list}</code> " gives all tags at once. " <code>{add}</code> " adds some, and gives a key that is there "
                "another value. " <code>{remove}</code> " takes keys away."
            </p>
            <p>"Up to " {most} " tags. A key has up to 128 characters and does not begin with aws:, a value up to 256."</p>
        </Info>
    }
    .into_any()
}

/// The tags of what `arn` names.
pub(crate) fn tags_panel(arn: &str) -> AnyView {
    tags(Tagged::resource(arn))
}

/// The tags of `tagged`.
pub(crate) fn tags(tagged: Tagged) -> AnyView {
    let (session, flashes, adding) = (use_session(), use_flashes(), RwSignal::new(false));
    let input = tagged.input.clone();
    let answer = query(tagged.list, move || Some(input.clone()));
    let most = tagged.most;
    let tagged = StoredValue::new(tagged);
    let tags = Memo::new(move |_| {
        answer.data.with(|data| data.as_ref().map(|data| data["Tags"].as_array().cloned().unwrap_or_default()))
    });
    // What a tag says is worth a step back, so it is taken away at once and can be put back.
    let remove = move |tag: Value| {
        let tagged = tagged.get_value();
        spawn_local(async move {
            let input = tagged.with("TagKeys", json!([tag["Key"]]));
            let put_back = tagged.with("Tags", json!([tag]));
            flashes.show(match write(session, tagged.remove, input, &STALE).await {
                Err(error) => Flash::failure(error.failure("The tag was not removed")),
                Ok(_) => Flash::success("The tag is removed").action("Put back", move || {
                    let input = put_back.clone();
                    spawn_local(async move {
                        flashes.show(match write(session, tagged.add, input, &STALE).await {
                            Ok(_) => Flash::success("The tag is back"),
                            Err(error) => Flash::failure(error.failure("The tag was not put back")),
                        });
                    });
                }),
            });
        });
    };
    let line = move |tag: Value| {
        let (key, value) = (part(&tag, "Key"), part(&tag, "Value"));
        let label = ["Remove the tag ", &key].concat();
        let press = move || remove(tag.clone());
        view! {
            <li class="tag">
                <span class="tag-key">{key}</span>
                <Personal text=value />
                <IconButton icon=IconName::Close label on_press=press />
            </li>
        }
        .into_any()
    };
    let body = move || match tags.get() {
        None => answer.pending().then(|| view! { <Skeleton lines=2 /> }).into_any(),
        Some(tags) if tags.is_empty() => view! { <p class="muted">"No tags."</p> }.into_any(),
        Some(tags) => view! { <ul class="tags">{tags.into_iter().map(line).collect_view()}</ul> }.into_any(),
    };
    let full = Signal::derive(move || {
        let full = tags.with(|tags| tags.as_ref().is_some_and(|tags| tags.len() >= most));
        full.then(|| ["It has ", &most.to_string(), " tags, the most there can be"].concat())
    });
    let add = move || {
        view! {
            {tagged.with_value(info)}
            <Button icon=IconName::Plus on_press=move || adding.set(true) disabled_reason=full>"Add tags"</Button>
        }
    };
    let form = move || {
        let tagged = tagged.get_value();
        let members = tagged.input.as_object().into_iter().flatten();
        let form = members.fold(Form::new(tagged.add), |form, (member, value)| form.fixed(member, value.clone()));
        form.initial(json!({ "Tags": [{}] }))
            .field(
                Field::new("Tags")
                    .help("A key that is there already gets the new value.")
                    .item("Tag")
                    .member(Field::new("Key"))
                    .member(Field::new("Value")),
            )
            .stale(&STALE)
            .submit_label("Add tags")
            .failed_title("The tags were not added")
            .on_cancel(move || adding.set(false))
            .on_success(move |_| {
                adding.set(false);
                flashes.show(Flash::success("The tags are added"));
            })
            .view()
    };
    view! {
        <Panel title="Tags" description="Names and values of your own, for cost reports and access rules." actions=add>
            <QueryFailure query=answer title="The tags could not be loaded" />
            {body}
        </Panel>
        <Dialog open=adding title="Add tags">{form()}</Dialog>
    }
    .into_any()
}
