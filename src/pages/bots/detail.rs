//! One bot: its state, its token, where its events go, and the rooms that it is in.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use super::bot::{badge, is_stopped, text};
use super::events::EventsPanel;
use super::token::TokenPanel;
use crate::client::{Query, query, write};
use crate::frame::{Info, Known, QueryFailure, param, use_names};
use crate::pages::below_account::account_of_path;
use crate::pages::member_rooms::MemberRooms;
use crate::routes::{self, AccountTab};
use crate::session::{Session, use_session};
use crate::table::moment;
use crate::ui::*;

fn info() -> AnyView {
    view! {
        <Info title="A bot">
            <p>
                <code>"GetBot"</code> " gives all of a bot, its token too. " <code>"UpdateBot"</code>
                " starts and stops it, and changes nothing else."
            </p>
            <p>"A stopped bot stays in its rooms and gets no events. It cannot be added to others."</p>
            <pre class="code-block">
                <code>"aws chime update-bot \\\n  --account-id ID \\\n  --bot-id BOT \\\n  --disabled"</code>
            </pre>
        </Info>
    }
    .into_any()
}

fn absent(account: &str, id: String) -> AnyView {
    let href = routes::account(account, AccountTab::Bots);
    view! {
        <PageHeader title="Bot" id_text=Some(id) />
        <EmptyState title="There is no bot with this id" text="It may belong to another account." icon=IconName::Bot>
            <ButtonLink href>"All bots"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

/// The page of one bot.
#[component]
pub fn BotPage() -> AnyView {
    let ((account, _), id, names) = (account_of_path(), param("bot"), use_names());
    let input = json!({ "AccountId": account, "BotId": id });
    let answer = query(Operation::GetBot, move || Some(input.clone()));
    let bot = Signal::from(Memo::new(move |_| answer.data.with(|data| data.as_ref()?.get("Bot").cloned())));
    let (learned, href) = (id.clone(), routes::bot(&account, &id));
    Effect::new(move |_| {
        if let Some(bot) = bot.get() {
            let name = text(&bot, "DisplayName").to_owned();
            names.learn(Known { id: learned.clone(), name, href: Some(href.clone()), personal: true });
        }
    });
    let is_absent =
        Memo::new(move |_| answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound"))));
    let is_there = Memo::new(move |_| bot.with(Option::is_some));
    (move || match () {
        () if is_absent.get() => absent(&account, id.clone()),
        () if is_there.get() => known(&account, &id, bot, answer),
        () => view! {
            <PageHeader title="Bot" id_text=Some(id.clone()) />
            <QueryFailure query=answer title="The bot could not be loaded" />
            {move || answer.pending().then(|| view! { <Skeleton lines=6 /> })}
        }
        .into_any(),
    })
    .into_any()
}

/// Starts or stops a bot, with the way back.
fn turn(session: Session, flashes: Flashes, (account, id): (String, String), stop: bool) {
    spawn_local(async move {
        let input = json!({ "AccountId": account, "BotId": id, "Disabled": stop });
        let stale = [Operation::GetBot, Operation::ListBots];
        let answer = write(session, Operation::UpdateBot, input, &stale).await;
        flashes.show(match answer {
            Ok(_) => {
                let undo = move || turn(session, flashes, (account.clone(), id.clone()), !stop);
                let title = if stop { "The bot is stopped" } else { "The bot is running" };
                Flash::success(title).action(if stop { "Start it again" } else { "Stop it again" }, undo)
            }
            Err(error) => {
                Flash::failure(error.failure(if stop { "The bot was not stopped" } else { "The bot was not started" }))
            }
        });
    });
}

fn known(account: &str, id: &str, bot: Signal<Option<Value>>, answer: Query) -> AnyView {
    let (session, flashes, privacy) = (use_session(), use_flashes(), use_privacy());
    let of = move |member: &'static str| bot.with(|bot| bot.as_ref().map(|bot| text(bot, member).to_owned()));
    let name = Signal::derive(move || of(if privacy.get() { "BotId" } else { "DisplayName" }).unwrap_or_default());
    let title = Signal::derive(move || if privacy.get() { "Bot".to_owned() } else { name.get() });
    let stopped = Memo::new(move |_| bot.with(|bot| bot.as_ref().is_some_and(is_stopped)));
    let ids = StoredValue::new((account.to_owned(), id.to_owned()));
    let press = move || turn(session, flashes, ids.get_value(), !stopped.get_untracked());
    let switch = move || {
        let (icon, word) = if stopped.get() { (IconName::Play, "Start") } else { (IconName::Stop, "Stop") };
        view! { <Button icon on_press=press>{word}</Button> }
    };
    let beside = move || view! { {move || bot.with(|bot| bot.as_ref().map(badge))} {info()} };
    let (account, id) = ids.get_value();
    view! {
        <PageHeader
            title
            id_text=Some(id.clone())
            reading=answer
            beside
        >
            {switch}
        </PageHeader>
        <QueryFailure query=answer title="The bot could not be refreshed" />
        <div class="stack">
            {facts(bot)}
            <div class="grid-2">
                <TokenPanel ids name bot />
                <EventsPanel account=account.clone() id=id.clone() name />
            </div>
            <MemberRooms account member=id />
        </div>
    }
    .into_any()
}

fn facts(bot: Signal<Option<Value>>) -> AnyView {
    let of = move |member: &'static str| bot.with(|bot| bot.as_ref().map(|bot| bot[member].clone()));
    let time = move |member| match of(member).as_ref().and_then(moment) {
        Some(ms) => view! { <Time ms absolute=true /> }.into_any(),
        None => dash(),
    };
    let email = Signal::derive(move || of("BotEmail").as_ref().and_then(Value::as_str).unwrap_or_default().to_owned());
    view! {
        <Panel title="Bot">
            <KeyValue>
                <Pair label="E-mail"><span class="copyable"><Personal text=email /><Copy text=email label="Copy the e-mail" /></span></Pair>
                <Pair label="Created">{move || time("CreatedTimestamp")}</Pair>
                <Pair label="Updated">{move || time("UpdatedTimestamp")}</Pair>
            </KeyValue>
        </Panel>
    }
    .into_any()
}
