//! Where a user is signed in: the API tells nothing of it, and can end it.

use chime_model::Operation;
use chime_model::types::User;
use leptos::prelude::*;

use super::user;
use crate::pages::ask::{Ask, Deed};
use crate::ui::*;

/// Signs the user out everywhere.
#[component]
pub fn SessionsPanel(user: Signal<User>) -> AnyView {
    let ask = Ask::new();
    let sign_out = move || {
        let deed = Deed {
            operation: Operation::LogoutUser,
            input: user.with_untracked(user::key),
            stale: &[],
            done: "The user is signed out of every device",
            failed: "The user was not signed out",
        };
        ask.act(deed, || ());
    };
    view! {
        <Panel title="Sessions">
            <div class="between">
                <p>"The API does not tell where a user is signed in. Signing out ends it on every device."</p>
                <Button on_press=move || ask.open.set(true)>"Sign out"</Button>
            </div>
        </Panel>
        <Confirm
            open=ask.open
            title="Sign out user"
            action="Sign out"
            objects=Signal::derive(move || vec![user.with(user::name)])
            effect="Every device is signed out, also in the middle of a meeting or a call. The user can sign in again at once."
            busy=ask.busy
            on_confirm=sign_out
        />
    }
    .into_any()
}
