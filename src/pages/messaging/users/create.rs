//! The form for a new user of an app instance.

use chime_model::Operation;
use leptos::prelude::*;

use crate::form::{Field, Form};
use crate::frame::{param, use_go};
use crate::pages::messaging::facts::text;
use crate::pages::messaging::info::Help;
use crate::pages::messaging::instances::{ask, metadata_field, tags_field};
use crate::routes::{self, InstanceTab};
use crate::ui::*;

static HELP: Help = Help {
    title: "Add an app instance user",
    text: &[
        "`CreateAppInstanceUser` takes an id that your application chooses, such as the key of the person in its own \
         database. It becomes the end of the ARN and can never be changed.",
        "The name is what others see beside messages. Changing it later changes it there too.",
    ],
    cli: "aws chime create-app-instance-user \\\n  --app-instance-arn ARN \\\n  --app-instance-user-id ada \\\n  \
          --name Ada \\\n  --client-request-token TOKEN",
};

/// Adds a user to the app instance of the path.
pub fn create() -> AnyView {
    let instance = param("instance");
    ask(&instance);
    let (flashes, go) = (use_flashes(), use_go());
    let form = Form::new(Operation::CreateAppInstanceUser)
        .fixed("AppInstanceArn", instance.clone())
        .field(
            Field::new("AppInstanceUserId")
                .label("User id")
                .help("Unique in the app instance, and fixed for ever.")
                .needed(),
        )
        .field(Field::new("Name").label("Name").help("What others see beside the user's messages.").needed())
        .field(metadata_field())
        .field(tags_field())
        .stale(&[Operation::ListAppInstanceUsers])
        .submit_label("Add user")
        .failed_title("The user was not added")
        .cancel(routes::app_instance(&instance, InstanceTab::Users))
        .on_success(move |output| {
            flashes.show(Flash::success("The user is added"));
            go.to(&routes::app_instance_user(&instance, &text(&output, "AppInstanceUserArn")));
        });
    view! {
        <PageHeader title="Add user" beside=|| HELP.view() />
        <Panel title="User">{form.view()}</Panel>
    }
    .into_any()
}
