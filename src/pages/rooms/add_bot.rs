//! The dialog that adds a bot to a room. A bot that is stopped, or has nowhere to send events, is not taken (ROM-14).

use chime_model::Operation;
use futures::future::join_all;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::plan::MEMBERS_STALE;
use super::room::text;
use crate::client::{CallError, call};
use crate::form::{Field, Form};
use crate::routes::{self, AccountTab};
use crate::session::{Session, use_session};
use crate::ui::*;

/// More bots than an account may have (BOT-4).
const BOTS: u32 = 99;

/// The bots of `account`, each with why it cannot be added. Which have an endpoint only a call for each tells.
async fn offers(session: Session, account: &str) -> Result<Vec<Choice>, CallError> {
    let bots = call(session, Operation::ListBots, json!({ "AccountId": account, "MaxResults": BOTS })).await?;
    let offer = async |bot: &Value| {
        let id = text(bot, "BotId");
        let choice = Choice::new(id, text(bot, "DisplayName"));
        if bot["Disabled"] == true {
            return choice.disabled(Some("It is stopped".to_owned()));
        }
        let input = json!({ "AccountId": account, "BotId": id });
        match call(session, Operation::GetEventsConfiguration, input).await {
            Err(error) if error.is("NotFound") => choice.disabled(Some("It has no endpoint for its events".to_owned())),
            _ => choice.help(text(bot, "BotEmail")),
        }
    };
    Ok(join_all(bots["Bots"].as_array().into_iter().flatten().map(offer)).await)
}

/// Adds a bot to `room` while `open`.
#[component]
pub fn AddBot(account: String, room: String, open: RwSignal<bool>) -> AnyView {
    let session = use_session();
    let ids = StoredValue::new((account, room));
    let bots = RwSignal::new(None::<Result<Vec<Choice>, CallError>>);
    Effect::new(move |_| {
        if open.get() {
            bots.set(None);
            spawn_local(async move {
                let (account, _) = ids.get_value();
                bots.try_set(Some(offers(session, &account).await));
            });
        }
    });
    let body = move || match bots.get() {
        None => view! { <Skeleton lines=3 /> }.into_any(),
        Some(Err(error)) => view! { <ErrorPanel failure=error.failure("The bots could not be loaded") /> }.into_any(),
        Some(Ok(offers)) if offers.is_empty() => {
            let href = ids.with_value(|(account, _)| routes::account(account, AccountTab::Bots));
            let text = "Bots post messages and answer commands. They are made once for the account.";
            view! {
                <EmptyState title="The account has no bots" text icon=IconName::Bot>
                    <ButtonLink href>"To the bots"</ButtonLink>
                </EmptyState>
            }
            .into_any()
        }
        Some(Ok(offers)) => form(ids, offers, open),
    };
    view! { <Dialog open title="Add bot">{body}</Dialog> }.into_any()
}

fn form(ids: StoredValue<(String, String)>, offers: Vec<Choice>, open: RwSignal<bool>) -> AnyView {
    let (flashes, (account, room)) = (use_flashes(), ids.get_value());
    let radios = move |node: std::sync::Arc<crate::form::Node>| {
        let (shown, set) = (node.clone(), node.clone());
        let value = Signal::derive(move || shown.text());
        let options = Signal::stored(offers.clone());
        view! {
            <div id=node.input_id().to_owned() tabindex="-1">
                <RadioGroup label="Bot" options value on_change=move |id| set.set_text(id) />
            </div>
        }
        .into_any()
    };
    Form::new(Operation::CreateRoomMembership)
        .fixed("AccountId", account)
        .fixed("RoomId", room)
        .field(
            Field::new("MemberId")
                .label("Bot")
                .help("A bot must be running and have an endpoint for its events. It has no role.")
                .custom(radios),
        )
        .stale(MEMBERS_STALE)
        .submit_label("Add bot")
        .failed_title("The bot was not added")
        .on_cancel(move || open.set(false))
        .on_success(move |_| {
            open.set(false);
            flashes.show(Flash::success("The bot is in the room"));
        })
        .view()
}
