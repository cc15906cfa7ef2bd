//! The form for a new channel.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::json;

use super::words::{MODE, PRIVACY};
use crate::form::{Field, Form};
use crate::frame::{param, use_go};
use crate::pages::messaging::bearer::Bearer;
use crate::pages::messaging::facts::text;
use crate::pages::messaging::info::Help;
use crate::pages::messaging::instances::{ask, metadata_field, tags_field};
use crate::routes::{self, ChannelTab, InstanceTab};
use crate::ui::*;

static HELP: Help = Help {
    title: "A new channel",
    text: &[
        "`CreateChannel` makes a channel in the name of a user, who becomes its first member and moderator.",
        "The mode can be changed later. Whether a channel is public or private never can.",
    ],
    cli: "aws chime create-channel \\\n  --app-instance-arn ARN \\\n  --name Support \\\n  --mode RESTRICTED \\\n  \
          --privacy PRIVATE \\\n  --client-request-token TOKEN \\\n  --chime-bearer USER",
};

/// A field with the values' own words.
pub fn choice_field(field: Field, values: &[(&'static str, &'static str, &'static str)]) -> Field {
    values.iter().fold(field, |field, (value, word, meaning)| field.choice(value, word, meaning))
}

/// Creates a channel in the app instance of the path.
pub fn create() -> AnyView {
    let instance = param("instance");
    ask(&instance);
    let bearer = Bearer::of(&instance);
    view! {
        <PageHeader title="Create channel" beside=|| HELP.view() />
        {bearer.picker()}
        {bearer.with(move |acting| form(&instance, acting))}
    }
    .into_any()
}

fn form(instance: &str, acting: String) -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let id = instance.to_owned();
    let form = Form::new(Operation::CreateChannel)
        .fixed("AppInstanceArn", instance)
        .fixed("ChimeBearer", acting)
        .initial(json!({ "Privacy": "PRIVATE", "Mode": "RESTRICTED" }))
        .field(Field::new("Name").label("Name").help("What people see in their list of channels.").needed())
        .field(choice_field(Field::new("Privacy").label("Privacy").help("It can never be changed.").needed(), &PRIVACY))
        .field(choice_field(Field::new("Mode").label("Mode").needed(), &MODE))
        .field(metadata_field())
        .field(tags_field())
        .stale(&[
            Operation::ListChannels,
            Operation::ListChannelMembershipsForAppInstanceUser,
            Operation::ListChannelsModeratedByAppInstanceUser,
        ])
        .submit_label("Create channel")
        .failed_title("The channel was not created")
        .cancel(routes::app_instance(instance, InstanceTab::Channels))
        .on_success(move |output| {
            flashes.show(Flash::success("The channel is created"));
            go.to(&routes::channel(&id, &text(&output, "ChannelArn"), ChannelTab::Messages));
        });
    view! { <Panel title="Channel">{form.view()}</Panel> }.into_any()
}
