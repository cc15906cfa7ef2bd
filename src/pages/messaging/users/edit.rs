//! The dialog that changes name and metadata of a user (APP-16).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use crate::form::{Field, Form, Send};
use crate::pages::messaging::facts::text;
use crate::pages::messaging::instances::metadata_field;
use crate::ui::*;

/// What shows a user's name.
const STALE: &[Operation] = &[
    Operation::DescribeAppInstanceUser,
    Operation::ListAppInstanceUsers,
    Operation::ListAppInstanceAdmins,
    Operation::ListChannelMemberships,
    Operation::ListChannelModerators,
    Operation::ListChannelBans,
];

/// Edits `user` while `open`.
pub fn edit_dialog(user: Signal<Value>, open: RwSignal<bool>) -> AnyView {
    let flashes = use_flashes();
    let form = move || {
        Form::new(Operation::UpdateAppInstanceUser)
            .fixed("AppInstanceUserArn", user.with_untracked(|user| text(user, "AppInstanceUserArn")))
            .edit(Signal::derive(move || Some(user.get())))
            .send(Send::Changed)
            .field(Field::new("Name").label("Name").help("Also the sender's name of messages sent before.").needed())
            .field(metadata_field())
            .stale(STALE)
            .failed_title("The user was not changed")
            .on_cancel(move || open.set(false))
            .on_success(move |_| {
                open.set(false);
                flashes.show(Flash::success("The user is changed"));
            })
            .view()
    };
    view! { <Dialog open title="Edit user">{form()}</Dialog> }.into_any()
}
