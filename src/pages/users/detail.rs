//! One user: its head and its panels.

use chime_model::Operation;
use chime_model::types::{Account, User};
use leptos::prelude::*;
use serde_json::json;

use super::license::LicensePanel;
use super::number::NumberPanel;
use super::pin::PinPanel;
use super::profile::ProfilePanel;
use super::sessions::SessionsPanel;
use super::telephony::TelephonyPanel;
use super::user;
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param, use_names};
use crate::pages::account::without;
use crate::pages::member_rooms::MemberRooms;
use crate::routes::{self, AccountTab};
use crate::ui::*;

fn ask(account: &str, user: &str) -> (Query, Query) {
    let account_input = json!({ "AccountId": account });
    let user_input = json!({ "AccountId": account, "UserId": user });
    (
        query(Operation::GetUser, move || Some(user_input.clone())),
        query(Operation::GetAccount, move || Some(account_input.clone())),
    )
}

fn absent(account: &str, id: String) -> AnyView {
    let text = "A user who was suspended from a Team account has left it, and is not found here any more.";
    let href = routes::account(account, AccountTab::Users);
    view! {
        <PageHeader title="User" id_text=Some(id) />
        <EmptyState title="There is no user with this id" text icon=IconName::User>
            <ButtonLink href>"All users"</ButtonLink>
        </EmptyState>
    }
    .into_any()
}

fn info() -> AnyView {
    view! {
        <Info title="A user">
            <p>
                <code>"GetUser"</code> " gives all of a user, the personal PIN with it; lists leave the PIN out. The calling "
                "rights are a resource of their own, " <code>"GetUserSettings"</code> "."
            </p>
            <p>
                <code>"UpdateUser"</code> " changes the license and nothing else. A phone number comes and goes with "
                <code>"AssociatePhoneNumberWithUser"</code> " and " <code>"DisassociatePhoneNumberFromUser"</code> "."
            </p>
        </Info>
    }
    .into_any()
}

/// The page of one user.
#[component]
pub fn UserPage() -> AnyView {
    let (account_id, id, names) = (param("account"), param("user"), use_names());
    let (answer, account) = ask(&account_id, &id);
    let newest = Memo::new(move |_| answer.data.with(|data| user::read(data.as_ref()?.get("User")?)));
    let account = Memo::new(move |_| {
        account.data.with(|data| serde_json::from_value::<Account>(data.as_ref()?.get("Account")?.clone()).ok())
    });
    Effect::new({
        let (account_id, id) = (account_id.clone(), id.clone());
        move |_| {
            if let Some(user) = newest.get() {
                let href = Some(routes::user(&account_id, &id));
                names.learn(Known { id: id.clone(), name: user::name(&user), href, personal: true });
            }
            if let Some(account) = account.get() {
                let href = Some(routes::account(&account_id, AccountTab::Overview));
                names.learn(Known { id: account_id.clone(), name: account.name, href, personal: false });
            }
        }
    });
    let is_absent =
        Memo::new(move |_| answer.error.with(|error| error.as_ref().is_some_and(|error| error.is("NotFound"))));
    let is_there = Memo::new(move |_| newest.with(Option::is_some));
    let screen = move || {
        if is_absent.get() {
            return absent(&account_id, id.clone());
        }
        is_there.track();
        match newest.get_untracked() {
            Some(first) => {
                let user = Signal::derive(move || newest.get().unwrap_or_else(|| first.clone()));
                known(account.into(), user, answer)
            }
            None => coming(id.clone(), answer),
        }
    };
    screen.into_any()
}

fn coming(id: String, answer: Query) -> AnyView {
    view! {
        <PageHeader title="User" id_text=Some(id) />
        <QueryFailure query=answer title="The user could not be loaded" />
        {move || answer.pending().then(|| view! { <Skeleton lines=6 /> })}
    }
    .into_any()
}

fn known(account: Signal<Option<Account>>, user: Signal<User>, answer: Query) -> AnyView {
    let privacy = use_privacy();
    let title = Signal::derive(move || if privacy.get() { "User".to_owned() } else { user.with(user::name) });
    let id = user.with_untracked(|user| user.user_id.clone());
    let beside = move || view! { {move || user.with(user::badges)} {info()} };
    let chats =
        Memo::new(move |_| account.with(|account| account.as_ref().is_some_and(|it| without(it, "rooms").is_none())));
    let rooms = {
        let member = id.clone();
        move || {
            let account = chats.get().then(|| account.get_untracked())??.account_id;
            Some(view! { <MemberRooms account member=member.clone() /> })
        }
    };
    view! {
        <PageHeader
            title
            id_text=Some(id)
            updated=answer.updated
            refreshing=answer.loading
            on_refresh=move || answer.refresh()
            beside
        />
        <QueryFailure query=answer title="The user could not be refreshed" />
        <div class="stack">
            <ProfilePanel user />
            <div class="grid-2">
                <div class="stack">
                    <LicensePanel account user />
                    <NumberPanel user />
                </div>
                <div class="stack">
                    <TelephonyPanel user />
                    <PinPanel user />
                </div>
            </div>
            {rooms}
            <SessionsPanel user />
        </div>
    }
    .into_any()
}
