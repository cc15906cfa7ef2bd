//! The pages: which component stands at which row of the table, and what stands where there is none.

mod account;
mod accounts;
mod address_check;
mod ask;
mod connect;
mod developer;
mod listing;
mod meetings;
mod messaging;
mod not_found;
mod numbers;
mod poll;
mod polling;
mod search;
mod sip;
mod tags;
mod thing;
mod users;
mod voice;
mod working;

use leptos::prelude::*;

use crate::frame::use_go;
use crate::routes::{self, Page, Place};
use crate::session::use_session;

/// The page at a place.
pub(crate) fn view(place: &Place) -> AnyView {
    match place.route.page {
        Page::Connect => view! { <connect::Connect /> }.into_any(),
        Page::Accounts(page) => accounts::view(page),
        Page::Users(page) => users::view(page),
        Page::Voice(page) => voice::view(page),
        Page::Sip(page) => sip::view(page),
        Page::AddressCheck => address_check::view(),
        Page::Messaging(page) => messaging::view(page),
        Page::Meetings(page) => meetings::view(page),
        Page::Numbers(page) => numbers::view(page),
        Page::Developer(page) => developer::view(page),
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
