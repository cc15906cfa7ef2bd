//! Chat bots: the tab of an account, a new one, and the page of one.

mod bot;
mod create;
mod detail;
mod events;
mod tab;
mod token;

use chime_model::types::Account;
use leptos::prelude::*;

use super::account::without;
use crate::routes::bots::Page;
use crate::ui::{EmptyState, IconName};
use create::CreateBot;
use detail::BotPage;
use tab::BotsTab;

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::Create => view! { <CreateBot /> }.into_any(),
        Page::Bot => view! { <BotPage /> }.into_any(),
    }
}

/// The bots of an account.
pub(super) fn tab(account: Signal<Account>) -> AnyView {
    let refused = Memo::new(move |_| account.with(|account| without(account, "bots")));
    (move || match refused.get() {
        Some(title) => view! { <EmptyState title icon=IconName::Bot /> }.into_any(),
        None => view! { <BotsTab account /> }.into_any(),
    })
    .into_any()
}
