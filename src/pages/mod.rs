//! The pages: which component stands at which row of the table, and what stands where there is none.

mod account;
mod accounts;
mod address_check;
mod ahead;
mod ask;
mod below_account;
mod bots;
mod connect;
mod developer;
mod emulator;
mod listing;
mod meetings;
mod member_rooms;
mod messaging;
mod not_found;
mod numbers;
mod overview;
mod poll;
mod rooms;
mod search;
mod sip;
mod tags;
mod thing;
mod user;
mod user_plans;
mod users;
mod voice;
mod working;

pub(crate) use ahead::ask_ahead;
use chime_model::types::Account;
use leptos::prelude::*;
use serde_json::Value;

use crate::frame::{follows_link, use_go};
use crate::parts::{dialog_of_part, part, view_of_part};
use crate::routes::{self, AccountTab, Page, Place};
use crate::session::use_session;
use crate::ui::{Skeleton, effect};

part!(connect, load_connect, connect_page(in_place: bool) => view! { <connect::Connect in_place /> }.into_any());
part!(overview, load_overview, overview_page() => overview::view());
part!(list, load_accounts, accounts_page() => view! { <accounts::Accounts /> }.into_any());
part!(accounts, load_create_account, create_account() => view! { <accounts::CreateAccount /> }.into_any());
part!(accounts, load_account, account_page() => view! { <accounts::AccountPage /> }.into_any());
part!(accounts, load_edit_account, edit_account(row: Signal<Option<Value>>, open: RwSignal<bool>) =>
    view! { <accounts::EditAccount account=account::of_row(row) open /> }.into_any());
part!(accounts, load_delete_account, delete_account(row: Signal<Option<Value>>, open: RwSignal<bool>) =>
    view! { <accounts::DeleteAccount account=account::of_row(row) open /> }.into_any());
part!(users, load_users, users_page(page: routes::users::Page) => users::view(page));
part!(users, load_users_tab, users_tab(account: Signal<Account>) => view! { <users::UsersTab account /> }.into_any());
part!(numbers, load_numbers, numbers_page(page: routes::numbers::Page) => numbers::view(page));
part!(voice, load_voice, voice_page(page: routes::voice::Page) => voice::view(page));
part!(sip, load_sip, sip_page(page: routes::sip::Page) => sip::view(page));
part!(sip, load_address_check, address_check_page() => address_check::view());
part!(meetings, load_meetings, meetings_page(page: routes::meetings::Page) => meetings::view(page));
part!(messaging, load_messaging, messaging_page(page: routes::messaging::Page) => messaging::view(page));
part!(rooms, load_rooms, rooms_page(page: routes::rooms::Page) => rooms::view(page));
part!(rooms, load_rooms_tab, rooms_tab(account: Signal<Account>) => rooms::tab(account));
part!(rooms, load_retention_tab, retention_tab(account: Signal<Account>) => rooms::retention(account));
part!(bots, load_bots, bots_page(page: routes::bots::Page) => bots::view(page));
part!(bots, load_bots_tab, bots_tab(account: Signal<Account>) => bots::tab(account));
part!(developer, load_developer, developer_page(page: routes::developer::Page) => developer::view(page));
part!(emulator, load_emulator, emulator_page(page: routes::emulator::Page) => emulator::view(page));

/// The page at a place.
pub(crate) fn view(place: &Place) -> AnyView {
    match place.route.page {
        Page::Connect => connect(false),
        Page::Overview => view_of_part(load_overview, overview_page),
        // Many visits begin here: its part comes beside the program. Its forms come when they are opened.
        Page::Accounts(routes::accounts::Page::List) => view_of_part(load_accounts, accounts_page),
        Page::Accounts(routes::accounts::Page::Create) => view_of_part(load_create_account, create_account),
        Page::Accounts(routes::accounts::Page::Account(_)) => view_of_part(load_account, account_page),
        Page::Users(page) => view_of_part(load_users, move || users_page(page)),
        Page::Numbers(page) => view_of_part(load_numbers, move || numbers_page(page)),
        Page::Voice(page) => view_of_part(load_voice, move || voice_page(page)),
        Page::Sip(page) => view_of_part(load_sip, move || sip_page(page)),
        Page::AddressCheck => view_of_part(load_address_check, address_check_page),
        Page::Meetings(page) => view_of_part(load_meetings, move || meetings_page(page)),
        Page::Messaging(page) => view_of_part(load_messaging, move || messaging_page(page)),
        Page::Rooms(page) => view_of_part(load_rooms, move || rooms_page(page)),
        Page::Bots(page) => view_of_part(load_bots, move || bots_page(page)),
        Page::Developer(page) => view_of_part(load_developer, move || developer_page(page)),
        Page::Emulator(page) => view_of_part(load_emulator, move || emulator_page(page)),
    }
}

fn connect(in_place: bool) -> AnyView {
    view_of_part(load_connect, move || connect_page(in_place))
}

/// The tabs of an account that other families than its own draw.
fn account_tab(tab: AccountTab, account: Signal<Account>) -> AnyView {
    match tab {
        AccountTab::Users => view_of_part(load_users_tab, move || users_tab(account)),
        AccountTab::Rooms => view_of_part(load_rooms_tab, move || rooms_tab(account)),
        AccountTab::Retention => view_of_part(load_retention_tab, move || retention_tab(account)),
        AccountTab::Bots => view_of_part(load_bots_tab, move || bots_tab(account)),
        AccountTab::Overview | AccountTab::Policies | AccountTab::Delegates | AccountTab::Danger => ().into_any(),
    }
}

/// The dialogs of the list of accounts.
fn account_dialogs(row: Signal<Option<Value>>, editing: RwSignal<bool>, deleting: RwSignal<bool>) -> AnyView {
    view! {
        {dialog_of_part(move || editing.get(), load_edit_account, move || edit_account(row, editing))}
        {dialog_of_part(move || deleting.get(), load_delete_account, move || delete_account(row, deleting))}
    }
    .into_any()
}

/// At the root: to the overview, or to the keys that it needs. A link into the sandbox goes on by itself.
pub(crate) fn home() -> AnyView {
    if follows_link() {
        return view! { <Skeleton lines=6 /> }.into_any();
    }
    let (session, go) = (use_session(), use_go());
    effect(move || {
        go.replace(&if untrack(|| session.connected()) { routes::overview() } else { routes::connect() });
    });
    ().into_any()
}

/// In the place of a page that needs keys: the page appears once they are there.
pub(crate) fn locked() -> AnyView {
    connect(true)
}

/// At an address of no page.
pub(crate) fn not_found() -> AnyView {
    view! { <not_found::NotFound /> }.into_any()
}
