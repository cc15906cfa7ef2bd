//! Users: the tab of an account, invitations, a new one, and the page of one.

mod actions;
mod addresses;
mod create;
mod detail;
mod invitations;
mod invite;
mod license;
mod number;
mod pin;
mod profile;
mod rules;
mod search;
mod sessions;
mod tab;
mod telephony;

use super::user;
pub(super) use tab::UsersTab;

use leptos::prelude::*;

use crate::routes::users::Page;
use create::CreateUser;
use detail::UserPage;
use invite::InviteUsers;

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::Invite => view! { <InviteUsers /> }.into_any(),
        Page::Create => view! { <CreateUser /> }.into_any(),
        Page::User => view! { <UserPage /> }.into_any(),
    }
}
