//! The chat bots of an account. Their tokens, which the list brings along, stay out of it.

use chime_model::Operation;
use chime_model::types::Account;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::bot::{bot_id, state_view, state_word};
use super::events::kind_cell;
use crate::frame::Info;
use crate::pages::account::frozen;
use crate::pages::listing::Listing;
use crate::routes;
use crate::table::{Column, Paging, Table};
use crate::ui::*;

fn columns(account: &str) -> Vec<Column> {
    let (href, of) = (account.to_owned(), account.to_owned());
    vec![
        Column::member("DisplayName", "Name").link(move |row| routes::bot(&href, &bot_id(row))).personal().width(200),
        Column::member("BotEmail", "E-mail").personal().width(280),
        Column::new("Disabled", "State", state_word).view(state_view).width(110),
        Column::new("Events", "Events go to", |_| String::new())
            .view(move |row| kind_cell(&of, &bot_id(row)))
            .width(120),
        Column::time("CreatedTimestamp", "Created"),
        Column::time("UpdatedTimestamp", "Updated"),
        Column::id("BotId", "Bot id").hidden(),
    ]
}

fn info() -> AnyView {
    view! {
        <Info title="Bots">
            <p>
                <code>"ListBots"</code> " gives the bots of an Enterprise account. A bot posts in the rooms that it is in, "
                "and gets the messages that mention it at an endpoint of yours."
            </p>
            <p>
                "Each answer carries the security tokens as well; the console shows one on the page of its bot only. "
                "Where a bot's events go is a resource of its own, " <code>"GetEventsConfiguration"</code> "."
            </p>
            <p>"No operation deletes a bot, and an account has at most 10. A bot that is done is stopped."</p>
            <pre class="code-block">
                <code>"aws chime list-bots --account-id ID"</code>
            </pre>
        </Info>
    }
    .into_any()
}

/// The bots of `account`.
#[component]
pub fn BotsTab(account: Signal<Account>) -> AnyView {
    let id = account.with_untracked(|account| account.account_id.clone());
    let (asked, list) = (id.clone(), StoredValue::new(id.clone()));
    let paging = Paging::new("bots", &[25, 50, 99], 99);
    let bots = Listing::new(
        Operation::ListBots,
        paging,
        "The bots could not be loaded",
        move || json!({ "AccountId": asked }),
    );
    let create = move || {
        let (href, reason) = (routes::create_bot(&list.get_value()), Signal::derive(move || account.with(frozen)));
        view! {
            <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href disabled_reason=reason>"Create bot"</ButtonLink>
        }
        .into_any()
    };
    let actions = move || {
        view! {
            <Freshness
                reading=bots
                label="Refresh the bots"
            />
            {info()}
            {create()}
        }
    };
    let empty = move || {
        let text = "A bot posts in rooms and answers what people say to it, from an endpoint of yours.";
        view! { <EmptyState title="No bots" text icon=IconName::Bot>{create()}</EmptyState> }.into_any()
    };
    let count = move || {
        let loaded = bots.rows.with(|rows: &std::sync::Arc<Vec<Value>>| rows.len());
        let more = bots.next_token.with(Option::is_some);
        bots.updated.with(Option::is_some).then_some(Count { loaded, more, selected: 0 })
    };
    view! {
        <Panel title="Bots" count=Signal::derive(count) actions flush=true>
            <Table
                id="bots"
                label="Bots"
                columns=columns(&id)
                rows=bots.rows
                row_id=bot_id
                paging
                feed=bots
                empty
            />
        </Panel>
    }
    .into_any()
}
