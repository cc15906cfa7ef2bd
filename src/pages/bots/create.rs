//! The form for a new bot, and its token afterwards.

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::Value;

use super::bot::{bot_id, text};
use crate::form::{Field, Form};
use crate::frame::Info;
use crate::pages::below_account::account_of_path;
use crate::routes::{self, AccountTab};
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="A new bot">
            <p>
                <code>"CreateBot"</code> " takes a display name, to which the service adds “(Bot)”, and the domain of the "
                "e-mail that it makes for the bot. Two bots cannot have the same name in one domain."
            </p>
            <p>
                "The security token in the answer signs what the service sends to the bot: who runs the endpoint checks "
                "the signature with it."
            </p>
            <pre class="code-block">
                <code>"aws chime create-bot \\\n  --account-id ID \\\n  --display-name Concierge \\\n  --domain example.com"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// Asks for a name and a domain; then shows what is to be handed over.
#[component]
pub fn CreateBot() -> AnyView {
    let (account, _) = account_of_path();
    let made = RwSignal::new(None::<Value>);
    let body = move || match made.get() {
        Some(bot) => created(&account, &bot),
        None => form(&account, made),
    };
    view! {
        <PageHeader title="Create bot" beside=info />
        {body}
    }
    .into_any()
}

fn form(account: &str, made: RwSignal<Option<Value>>) -> AnyView {
    let form = Form::new(Operation::CreateBot)
        .fixed("AccountId", account)
        .field(Field::new("DisplayName").label("Display name").help("What people mention it by. It cannot be changed."))
        .field(
            Field::new("Domain")
                .label("Domain")
                .help("One of the account's claimed domains, for the bot's e-mail. Without one, the first of them.")
                .placeholder("example.com"),
        )
        .stale(&[Operation::ListBots])
        .submit_label("Create bot")
        .failed_title("The bot was not created")
        .cancel(routes::account(account, AccountTab::Bots))
        .on_success(move |output| made.set(Some(output["Bot"].clone())));
    view! {
        <Notice tone=Tone::Info title="Bots cannot be deleted">
            <p>"An account has at most 10. One that is not needed any more is stopped."</p>
        </Notice>
        <Panel title="Bot">{form.view()}</Panel>
    }
    .into_any()
}

/// Once: what whoever runs the bot needs.
fn created(account: &str, bot: &Value) -> AnyView {
    let id = bot_id(bot);
    let (href, list) = (routes::bot(account, &id), routes::account(account, AccountTab::Bots));
    let (name, email) = (text(bot, "DisplayName").to_owned(), text(bot, "BotEmail").to_owned());
    let token = Signal::stored(bot["SecurityToken"].as_str().map(str::to_owned));
    announce("The bot is created");
    view! {
        <Notice tone=Tone::Success title="The bot is created">
            <p>"Hand the token to whoever runs the bot. Then tell the service where the bot listens."</p>
        </Notice>
        <Panel title="The new bot">
            <div class="stack">
                <KeyValue>
                    <Pair label="Name"><Personal text=name /></Pair>
                    <Pair label="E-mail"><span class="copyable"><Personal text=email.clone() /><Copy text=email label="Copy the e-mail" /></span></Pair>
                    <Pair label="Bot id"><CopyableId id /></Pair>
                    <Pair label="Security token"><Secret value=token label="security token" /></Pair>
                </KeyValue>
                <div class="cluster">
                    <ButtonLink kind=ButtonKind::Primary href>"Configure its events"</ButtonLink>
                    <ButtonLink href=list>"All bots"</ButtonLink>
                </div>
            </div>
        </Panel>
    }
    .into_any()
}
