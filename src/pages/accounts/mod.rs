//! Accounts: the list, a new one, and the page of one with its tabs.

mod add_delegates;
mod create;
mod danger;
mod delegates;
mod delete;
mod detail;
mod edit;
mod list;
mod overview;
mod policies;
mod remaining;
mod search;
mod suspend_all;

use leptos::prelude::*;

use super::account;
use crate::routes::accounts::Page;
use create::CreateAccount;
use danger::DangerTab;
use delegates::DelegatesTab;
use delete::DeleteAccount;
use detail::AccountPage;
use edit::EditAccount;
use list::Accounts;
use overview::OverviewTab;
use policies::PoliciesTab;
use suspend_all::SuspendAll;

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::List => view! { <Accounts /> }.into_any(),
        Page::Create => view! { <CreateAccount /> }.into_any(),
        Page::Account(_) => view! { <AccountPage /> }.into_any(),
    }
}
