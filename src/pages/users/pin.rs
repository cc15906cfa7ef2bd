//! The personal PIN that opens a user's meetings.

use chime_model::Operation;
use chime_model::types::User;
use leptos::prelude::*;

use super::user;
use crate::pages::ask::{Ask, Deed};
use crate::ui::*;

/// The PIN, masked, and drawing a new one.
#[component]
pub fn PinPanel(user: Signal<User>) -> AnyView {
    let ask = Ask::new();
    let pin = Signal::derive(move || user.with(|user| user.personal_pin.clone()));
    let reset = move || {
        let deed = Deed {
            operation: Operation::ResetPersonalPIN,
            input: user.with_untracked(user::key),
            stale: &[Operation::GetUser],
            done: "The user has a new PIN",
            failed: "The PIN was not reset",
        };
        ask.act(deed, || ());
    };
    let actions = move || view! { <Button on_press=move || ask.open.set(true)>"Reset PIN"</Button> };
    view! {
        <Panel title="Personal PIN" description="Who knows it can join the user's personal meetings." actions>
            <KeyValue columns=2>
                <Pair label="PIN">
                    <Secret value=pin label="PIN" />
                </Pair>
            </KeyValue>
        </Panel>
        <Confirm
            open=ask.open
            title="Reset PIN"
            action="Reset PIN"
            objects=Signal::derive(move || vec![user.with(user::name)])
            effect="The old PIN stops working at once, in meetings that are scheduled with it as well."
            busy=ask.busy
            on_confirm=reset
        />
    }
    .into_any()
}
