//! The tags of anything that has an ARN: seen, added, taken away.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use crate::client::{query, write};
use crate::form::{Field, Form};
use crate::frame::QueryFailure;
use crate::session::use_session;
use crate::ui::*;

const STALE: [Operation; 1] = [Operation::ListTagsForResource];
/// TAG-4: so many tags a thing can have.
const MOST: usize = 50;

fn part(tag: &Value, member: &str) -> String {
    tag[member].as_str().unwrap_or_default().to_owned()
}

/// The tags of what `arn` names.
pub(crate) fn tags_panel(arn: &str) -> AnyView {
    let (session, flashes, adding) = (use_session(), use_flashes(), RwSignal::new(false));
    let input = json!({ "ResourceARN": arn });
    let answer = query(Operation::ListTagsForResource, move || Some(input.clone()));
    let arn = StoredValue::new(arn.to_owned());
    let tags = Memo::new(move |_| {
        answer.data.with(|data| data.as_ref().map(|data| data["Tags"].as_array().cloned().unwrap_or_default()))
    });
    // What a tag says is worth a step back, so it is taken away at once and can be put back.
    let remove = move |tag: Value| {
        let arn = arn.get_value();
        spawn_local(async move {
            let input = json!({ "ResourceARN": arn, "TagKeys": [tag["Key"]] });
            let put_back = json!({ "ResourceARN": arn, "Tags": [tag] });
            flashes.show(match write(session, Operation::UntagResource, input, &STALE).await {
                Err(error) => Flash::failure(error.failure("The tag was not removed")),
                Ok(_) => Flash::success("The tag is removed").action("Put back", move || {
                    let input = put_back.clone();
                    spawn_local(async move {
                        flashes.show(match write(session, Operation::TagResource, input, &STALE).await {
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
        let full = tags.with(|tags| tags.as_ref().is_some_and(|tags| tags.len() >= MOST));
        full.then(|| "It has 50 tags, the most there can be".to_owned())
    });
    let add = move || {
        view! { <Button icon=IconName::Plus on_press=move || adding.set(true) disabled_reason=full>"Add tags"</Button> }
    };
    let form = move || {
        Form::new(Operation::TagResource)
            .fixed("ResourceARN", arn.get_value())
            .initial(json!({ "Tags": [{}] }))
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
