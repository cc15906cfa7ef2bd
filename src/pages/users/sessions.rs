//! Where a user is signed in: the API tells nothing of it, and can end it.

use chime_model::Operation;
use chime_model::types::User;
use leptos::{prelude::*, task::spawn_local};
use serde_json::json;

use crate::client::call;
use crate::session::use_session;
use crate::ui::*;

/// Signs the user out everywhere.
#[component]
pub fn SessionsPanel(user: Signal<User>) -> AnyView {
    let (session, flashes) = (use_session(), use_flashes());
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let sign_out = move || {
        let input = user.with_untracked(|user| json!({ "AccountId": user.account_id, "UserId": user.user_id }));
        busy.set(true);
        spawn_local(async move {
            let answer = call(session, Operation::LogoutUser, input).await;
            busy.try_set(false);
            open.try_set(false);
            flashes.show(match answer {
                Ok(_) => Flash::success("The user is signed out of every device"),
                Err(error) => Flash::failure(error.failure("The user was not signed out")),
            });
        });
    };
    view! {
        <Panel title="Sessions">
            <div class="between">
                <p>"The API does not tell where a user is signed in. Signing out ends it on every device."</p>
                <Button on_press=move || open.set(true)>"Sign out"</Button>
            </div>
        </Panel>
        <Confirm
            open
            title="Sign out user"
            action="Sign out"
            objects=Signal::derive(move || vec![user.with(super::user::name)])
            effect="Every device is signed out, also in the middle of a meeting or a call. The user can sign in again at once."
            busy
            on_confirm=sign_out
        />
    }
    .into_any()
}
