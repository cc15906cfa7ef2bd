//! The security token of a bot, masked, and making a new one.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::pages::ask::{Ask, Deed};
use crate::ui::*;

/// The token of `bot`, called `name`, with the ids of its account and its own.
#[component]
pub fn TokenPanel(ids: StoredValue<(String, String)>, name: Signal<String>, bot: Signal<Option<Value>>) -> AnyView {
    let ask = Ask::new();
    let token = Signal::derive(move || bot.with(|bot| Some(bot.as_ref()?["SecurityToken"].as_str()?.to_owned())));
    let regenerate = move || {
        let deed = Deed {
            operation: Operation::RegenerateSecurityToken,
            input: ids.with_value(|(account, id)| json!({ "AccountId": account, "BotId": id })),
            stale: &[Operation::GetBot, Operation::ListBots],
            done: "The bot has a new security token. Give it to whoever runs the endpoint",
            failed: "The security token was not changed",
        };
        ask.act(deed, || {});
    };
    let actions = move || view! { <Button on_press=move || ask.open.set(true)>"Regenerate"</Button> };
    let description = "Signs what the service sends to the bot, so that its endpoint can tell who is asking.";
    view! {
        <Panel title="Security token" description actions>
            <KeyValue columns=2>
                <Pair label="Token">
                    <Secret value=token label="security token" />
                </Pair>
            </KeyValue>
        </Panel>
        <Confirm
            open=ask.open
            title="Regenerate security token"
            action="Regenerate"
            objects=Signal::derive(move || vec![name.get()])
            effect="The old token stops working at once. Update the endpoint, or it refuses what the service sends."
            busy=ask.busy
            on_confirm=regenerate
        />
    }
    .into_any()
}
