//! The question before a user is deleted (APP-17).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::pages::messaging::facts::text;
use crate::pages::messaging::question::Question;

/// Deletes `user` once the name is typed.
pub fn delete_dialog(user: Signal<Value>, open: RwSignal<bool>, then: Option<Callback<()>>) -> AnyView {
    let name = Signal::derive(move || user.with(|user| text(user, "Name")));
    let goes_with = || {
        vec![
            "Memberships in all channels".to_owned(),
            "The roles of moderator and administrator".to_owned(),
            "Bans, read markers, metadata and tags".to_owned(),
        ]
    };
    Question {
        title: "Delete user",
        action: "Delete user",
        objects: Signal::derive(move || vec![name.get()]),
        effect: "It cannot be undone. Messages stay, with the name they were sent under. The id can be given again, to a \
            new user who inherits nothing.",
        goes_with: Signal::derive(goes_with),
        typed: Signal::derive(move || Some(name.get())),
        stale: &[
            Operation::ListAppInstanceUsers,
            Operation::ListAppInstanceAdmins,
            Operation::ListChannelMemberships,
            Operation::ListChannelModerators,
            Operation::ListChannelBans,
        ],
        done: "The user is deleted",
        failed: "The user was not deleted",
        then,
        ..Question::of(Operation::DeleteAppInstanceUser, move || {
            json!({ "AppInstanceUserArn": user.with_untracked(|user| text(user, "AppInstanceUserArn")) })
        })
    }
    .view(open)
}
