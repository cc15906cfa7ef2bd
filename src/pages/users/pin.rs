//! The personal PIN that opens a user's meetings.

use chime_model::Operation;
use chime_model::types::User;
use leptos::{prelude::*, task::spawn_local};
use serde_json::json;

use crate::client::write;
use crate::session::use_session;
use crate::ui::*;

/// The PIN, masked, and drawing a new one.
#[component]
pub fn PinPanel(user: Signal<User>) -> AnyView {
    let (session, flashes) = (use_session(), use_flashes());
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let pin = Signal::derive(move || user.with(|user| user.personal_pin.clone()));
    let reset = move || {
        let input = user.with_untracked(|user| json!({ "AccountId": user.account_id, "UserId": user.user_id }));
        busy.set(true);
        spawn_local(async move {
            let answer = write(session, Operation::ResetPersonalPIN, input, &[Operation::GetUser]).await;
            busy.try_set(false);
            open.try_set(false);
            flashes.show(match answer {
                Ok(_) => Flash::success("The user has a new PIN"),
                Err(error) => Flash::failure(error.failure("The PIN was not reset")),
            });
        });
    };
    let actions = move || view! { <Button on_press=move || open.set(true)>"Reset PIN"</Button> };
    view! {
        <Panel title="Personal PIN" description="Who knows it can join the user's personal meetings." actions>
            <KeyValue columns=2>
                <Pair label="PIN">
                    <Secret value=pin label="PIN" />
                </Pair>
            </KeyValue>
        </Panel>
        <Confirm
            open
            title="Reset PIN"
            action="Reset PIN"
            objects=Signal::derive(move || vec![user.with(super::user::name)])
            effect="The old PIN stops working at once, in meetings that are scheduled with it as well."
            busy
            on_confirm=reset
        />
    }
    .into_any()
}
