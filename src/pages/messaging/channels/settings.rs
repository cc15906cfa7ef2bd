//! What a channel is, and its end.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use super::create::choice_field;
use super::people::Here;
use super::words::{MODE, PRIVACY, word};
use crate::form::{Field, Form};
use crate::frame::use_go;
use crate::pages::messaging::facts::{metadata, name, person, text, when};
use crate::pages::messaging::instances::metadata_field;
use crate::pages::messaging::question::Question;
use crate::pages::tags::tags_panel;
use crate::routes::{self, InstanceTab};
use crate::ui::*;

/// The facts of a channel, its tags and its deletion.
pub fn settings(here: &Here) -> AnyView {
    let (editing, deleting, channel) = (RwSignal::new(false), RwSignal::new(false), here.channel);
    let of = move |part: fn(&Value) -> AnyView| move || channel.with(part);
    let refused = here.no_lead();
    let edit = move || {
        view! { <Button icon=IconName::Edit on_press=move || editing.set(true) disabled_reason=refused>"Edit"</Button> }
    };
    view! {
        <Panel title="Channel" actions=edit>
            <KeyValue>
                <Pair label="Name">{of(|it| name(text(it, "Name")))}</Pair>
                <Pair label="Privacy">{of(|it| word(&PRIVACY, &text(it, "Privacy")).into_any())}</Pair>
                <Pair label="Mode">{of(|it| word(&MODE, &text(it, "Mode")).into_any())}</Pair>
                <Pair label="Created by">{of(|it| person(&it["CreatedBy"]))}</Pair>
                <Pair label="Created">{of(|it| when(&it["CreatedTimestamp"]))}</Pair>
                <Pair label="Last changed">{of(|it| when(&it["LastUpdatedTimestamp"]))}</Pair>
                <Pair label="Last message">{of(|it| when(&it["LastMessageTimestamp"]))}</Pair>
                <Pair label="Metadata" wide=true>{of(|it| metadata(text(it, "Metadata")))}</Pair>
            </KeyValue>
        </Panel>
        {tags_panel(&here.arn)}
        <Panel title="Delete channel" danger=true>
            <div class="between">
                <p>"Members lose it at once, with everything that was said. Nothing brings it back."</p>
                <Button
                    kind=ButtonKind::Danger
                    icon=IconName::Trash
                    on_press=move || deleting.set(true)
                    disabled_reason=refused
                >
                    "Delete channel"
                </Button>
            </div>
        </Panel>
        {edit_dialog(here, editing)}
        {delete_dialog(here, deleting)}
    }
    .into_any()
}

/// CH-21: name and mode are needed each time.
fn edit_dialog(here: &Here, open: RwSignal<bool>) -> AnyView {
    let (flashes, channel, arn, acting) = (use_flashes(), here.channel, here.arn.clone(), here.acting.clone());
    let form = move || {
        Form::new(Operation::UpdateChannel)
            .fixed("ChannelArn", arn.clone())
            .fixed("ChimeBearer", acting.clone())
            .edit(Signal::derive(move || Some(channel.get())))
            .field(Field::new("Name").label("Name").needed())
            .field(choice_field(Field::new("Mode").label("Mode").needed(), &MODE))
            .field(metadata_field())
            .stale(&[Operation::DescribeChannel, Operation::ListChannels])
            .failed_title("The channel was not changed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The channel is changed"));
            })
            .view()
    };
    view! { <Dialog open title="Edit channel">{form()}</Dialog> }.into_any()
}

fn delete_dialog(here: &Here, open: RwSignal<bool>) -> AnyView {
    let (go, channel, base) = (use_go(), here.channel, here.base());
    let name = Signal::derive(move || channel.with(|channel| text(channel, "Name")));
    let list = routes::app_instance(&here.instance, InstanceTab::Channels);
    let goes_with = || {
        vec![
            "All messages, with their metadata and earlier versions".to_owned(),
            "Memberships, moderators, bans and read markers".to_owned(),
            "Metadata and tags".to_owned(),
        ]
    };
    Question {
        title: "Delete channel",
        action: "Delete channel",
        objects: Signal::derive(move || vec![name.get()]),
        effect: "It cannot be undone.",
        goes_with: Signal::derive(goes_with),
        typed: Signal::derive(move || Some(name.get())),
        acting: Some(here.bearer.name),
        stale: &[
            Operation::ListChannels,
            Operation::ListChannelMembershipsForAppInstanceUser,
            Operation::ListChannelsModeratedByAppInstanceUser,
        ],
        done: "The channel is deleted",
        failed: "The channel was not deleted",
        then: Some(Callback::new(move |()| go.to(&list))),
        ..Question::of(Operation::DeleteChannel, move || base.clone())
    }
    .view(open)
}
