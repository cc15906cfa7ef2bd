//! The pages: which component stands at which row of the table, and what stands where there is none.

mod account;
mod accounts;
mod address_check;
mod ask;
mod below_account;
mod bots;
mod connect;
mod developer;
mod listing;
mod meetings;
mod member_rooms;
mod messaging;
mod not_found;
mod numbers;
mod poll;
mod polling;
mod rooms;
mod search;
mod sip;
mod tags;
mod thing;
mod users;
mod voice;
mod working;

use chime_model::types::Account;
use leptos::prelude::*;

use crate::frame::use_go;
use crate::routes::{self, AccountTab, Page, Place};
use crate::session::use_session;

/// The page at a place.
pub(crate) fn view(place: &Place) -> AnyView {
    match place.route.page {
        Page::Connect => view! { <connect::Connect /> }.into_any(),
        Page::Accounts(page) => accounts::view(page),
        Page::Users(page) => users::view(page),
        Page::Rooms(page) => rooms::view(page),
        Page::Bots(page) => bots::view(page),
        Page::Voice(page) => voice::view(page),
        Page::Sip(page) => sip::view(page),
        Page::AddressCheck => address_check::view(),
        Page::Messaging(page) => messaging::view(page),
        Page::Meetings(page) => meetings::view(page),
        Page::Numbers(page) => numbers::view(page),
        Page::Developer(page) => developer::view(page),
    }
}

/// The tabs of an account that other families than its own draw.
pub(crate) fn account_tab(tab: AccountTab, account: Signal<Account>) -> AnyView {
    match tab {
        AccountTab::Users => view! { <users::UsersTab account /> }.into_any(),
        AccountTab::Rooms => rooms::tab(account),
        AccountTab::Retention => rooms::retention(account),
        AccountTab::Bots => bots::tab(account),
        AccountTab::Overview | AccountTab::Policies | AccountTab::Delegates | AccountTab::Danger => ().into_any(),
    }
}

/// At the root: to the accounts, or to the keys that they need.
pub(crate) fn home() -> AnyView {
    let (session, go) = (use_session(), use_go());
    Effect::new(move |_| {
        go.replace(&if untrack(|| session.connected()) { routes::accounts() } else { routes::connect() });
    });
    ().into_any()
}

/// In the place of a page that needs keys: the page appears once they are there.
pub(crate) fn locked() -> AnyView {
    view! { <connect::Connect in_place=true /> }.into_any()
}

/// At an address of no page.
pub(crate) fn not_found() -> AnyView {
    view! { <not_found::NotFound /> }.into_any()
}
