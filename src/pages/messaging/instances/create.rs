//! The form for a new app instance.

use chime_model::Operation;
use leptos::prelude::*;

use crate::form::{Field, Form};
use crate::frame::use_go;
use crate::pages::messaging::facts::text;
use crate::pages::messaging::info::Help;
use crate::routes::{self, InstanceTab};
use crate::ui::*;

static HELP: Help = Help {
    title: "A new app instance",
    text: &[
        "`CreateAppInstance` answers with the ARN and nothing else. Names need not be unique.",
        "A new app instance is empty. Add users next, and make one of them an administrator: nobody else can list \
         private channels or delete messages.",
    ],
    cli: "aws chime create-app-instance \\\n  --name \"Field service\" \\\n  --client-request-token TOKEN",
};

/// The fields that app instances, users and channels begin with alike.
pub fn metadata_field() -> Field {
    Field::new("Metadata")
        .label("Metadata")
        .help("A text for your own application, often JSON. The service does not read it.")
}

/// Tags for a new thing.
pub fn tags_field() -> Field {
    Field::new("Tags").label("Tags").item("Tag").member(Field::new("Key")).member(Field::new("Value"))
}

/// Asks for a name and goes to the new app instance.
pub fn create() -> AnyView {
    let (flashes, go) = (use_flashes(), use_go());
    let form = Form::new(Operation::CreateAppInstance)
        .field(
            Field::new("Name").label("Name").help("What administrators know it by. It can be changed later.").needed(),
        )
        .field(metadata_field())
        .field(tags_field())
        .stale(&[Operation::ListAppInstances])
        .submit_label("Create app instance")
        .failed_title("The app instance was not created")
        .cancel(routes::app_instances())
        .on_success(move |output| {
            flashes.show(Flash::success("The app instance is created"));
            go.to(&routes::app_instance(&text(&output, "AppInstanceArn"), InstanceTab::Overview));
        });
    view! {
        <PageHeader title="Create app instance" beside=|| HELP.view() />
        <Panel title="App instance">{form.view()}</Panel>
    }
    .into_any()
}
