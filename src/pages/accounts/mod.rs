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

use super::account;
pub(super) use create::CreateAccount;
pub(super) use delete::DeleteAccount;
pub(super) use detail::AccountPage;
pub(super) use edit::EditAccount;
pub(super) use list::Accounts;

use danger::DangerTab;
use delegates::DelegatesTab;
use overview::OverviewTab;
use policies::PoliciesTab;
use suspend_all::SuspendAll;
