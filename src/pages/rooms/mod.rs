//! Chat rooms: the tab of an account, a new one, the page of one with its members, and how long messages are kept.

mod add;
mod add_bot;
mod create;
mod delete;
mod detail;
mod member_filter;
mod members;
mod moderation;
mod period;
mod plan;
mod retention;
mod room;
mod tab;

use chime_model::types::Account;
use leptos::prelude::*;

use super::account::without;
use crate::routes::rooms::Page;
use crate::ui::{EmptyState, IconName};
use add::AddMembers;
use create::CreateRoom;
use detail::RoomPage;
use retention::RetentionTab;
use tab::RoomsTab;

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::Create => view! { <CreateRoom /> }.into_any(),
        Page::Room => view! { <RoomPage /> }.into_any(),
        Page::Add => view! { <AddMembers /> }.into_any(),
    }
}

/// The rooms of an account.
pub(super) fn tab(account: Signal<Account>) -> AnyView {
    let refused = Memo::new(move |_| account.with(|account| without(account, "rooms")));
    (move || match refused.get() {
        Some(title) => view! { <EmptyState title icon=IconName::Chat /> }.into_any(),
        None => view! { <RoomsTab account /> }.into_any(),
    })
    .into_any()
}

/// How long an account keeps messages.
pub(super) fn retention(account: Signal<Account>) -> AnyView {
    let refused = Memo::new(move |_| account.with(|account| without(account, "retention")));
    (move || match refused.get() {
        Some(title) => view! { <EmptyState title icon=IconName::Clock /> }.into_any(),
        None => view! { <RetentionTab account /> }.into_any(),
    })
    .into_any()
}
