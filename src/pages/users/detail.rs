//! One user: its head and its panels.

use chime_model::Operation;
use chime_model::types::{Account, User};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::license::LicensePanel;
use super::number::NumberPanel;
use super::pin::PinPanel;
use super::profile::ProfilePanel;
use super::sessions::SessionsPanel;
use super::telephony::TelephonyPanel;
use super::user;
use crate::client::{Query, query};
use crate::frame::{Info, Known, QueryFailure, param};
use crate::pages::account::without;
use crate::pages::below_account::account_of_path;
use crate::pages::member_rooms::MemberRooms;
use crate::pages::thing::{Thing, text_at, typed};
use crate::routes::{self, AccountTab};
use crate::ui::*;

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

/// How breadcrumbs and palette know a user.
fn learned(user: &Value) -> Known {
    let (account, id) = (text_at(user, "AccountId"), text_at(user, "UserId"));
    let name = user::read(user).map_or_else(|| id.clone(), |user| user::name(&user));
    Known { href: Some(routes::user(&account, &id)), id, name, personal: true }
}

/// The page of one user.
#[component]
pub fn UserPage() -> AnyView {
    let ((account_id, account), id) = (account_of_path(), param("user"));
    let input = json!({ "AccountId": account_id, "UserId": id });
    let answer = query(Operation::GetUser, move || Some(input.clone()));
    Thing {
        kind: "User",
        id,
        answer,
        member: "User",
        absent: "A user who was suspended from a Team account has left it, and is not found here any more.",
        list: (routes::account(&account_id, AccountTab::Users), "All users"),
        known: learned,
        view: Box::new(move |it| typed(it, user::read, |user| known(account, user, answer))),
    }
    .page()
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
            reading=answer
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
