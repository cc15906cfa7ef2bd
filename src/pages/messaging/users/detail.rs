//! One app instance user: the head, the profile, the channels.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::channels_of::channels_of;
use super::delete::delete_dialog;
use super::edit::edit_dialog;
use super::profile::profile;
use crate::client::{Query, query};
use crate::frame::{QueryFailure, param, use_go};
use crate::pages::messaging::bearer::Bearer;
use crate::pages::messaging::info::Help;
use crate::pages::messaging::instances::ask;
use crate::pages::messaging::screen::{Subject, found, learn, title};
use crate::pages::tags::tags_panel;
use crate::routes::{self, InstanceTab};
use crate::ui::*;

static HELP: Help = Help {
    title: "An app instance user",
    text: &[
        "`DescribeAppInstanceUser` gives name, metadata and dates, `DescribeAppInstanceAdmin` tells whether the user is \
         an administrator. `UpdateAppInstanceUser` changes name and metadata; the id never changes.",
        "`ListChannelMembershipsForAppInstanceUser` and `ListChannelsModeratedByAppInstanceUser` give the user's \
         channels. Another user's are shown to administrators only, so these two lists depend on who acts.",
    ],
    cli: "aws chime describe-app-instance-user \\\n  --app-instance-user-arn ARN",
};

static SUBJECT: Subject = Subject {
    noun: "App instance user",
    member: "AppInstanceUser",
    absent: "There is no user with this ARN",
    absent_text: "The user may have been deleted. The service answers what does not exist as forbidden.",
    failed: "The user could not be loaded",
    back: "All users",
};

/// The page of one user.
pub fn detail() -> AnyView {
    let (instance, arn) = (param("instance"), param("user"));
    ask(&instance);
    let bearer = Bearer::of(&instance);
    let input = json!({ "AppInstanceUserArn": arn });
    let answer = query(Operation::DescribeAppInstanceUser, move || Some(input.clone()));
    learn(found(answer, SUBJECT.member), arn.clone(), routes::app_instance_user(&instance, &arn));
    let (id, back) = (arn.clone(), routes::app_instance(&instance, InstanceTab::Users));
    SUBJECT.screen(answer, id, back, move |user| known(&instance, &arn, user, answer, bearer))
}

fn known(instance: &str, arn: &str, user: Signal<Value>, answer: Query, bearer: Bearer) -> AnyView {
    let (editing, deleting, go) = (RwSignal::new(false), RwSignal::new(false), use_go());
    let list = routes::app_instance(instance, InstanceTab::Users);
    let gone = Callback::new(move |()| go.to(&list));
    let is_admin = move || {
        (bearer.admins.has(&user.with(text_arn)) == Some(true))
            .then(|| view! { <Badge tone=Tone::Info>"Administrator"</Badge> })
    };
    let user_arn = arn.to_owned();
    view! {
        <PageHeader
            title=title(user, "App instance user")
            id_text=Some(arn.to_owned())
            reading=answer
            beside=move || view! { {is_admin} {HELP.view()} }
        >
            <Button icon=IconName::Edit on_press=move || editing.set(true)>"Edit"</Button>
            <Button icon=IconName::Trash on_press=move || deleting.set(true)>"Delete"</Button>
        </PageHeader>
        <QueryFailure query=answer title="The user could not be refreshed" />
        <div class="stack">
            {profile(instance, arn, user)}
            {tags_panel(arn)}
            {bearer.picker()}
            {bearer.with(move |acting| channels_of(&user_arn, &acting, bearer))}
        </div>
        {edit_dialog(user, editing)}
        {delete_dialog(user, deleting, Some(gone))}
    }
    .into_any()
}

fn text_arn(user: &Value) -> String {
    crate::pages::messaging::facts::text(user, "AppInstanceUserArn")
}
