//! Accounts: the list, a new one, and the page of one with its tabs.

mod account;
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

pub use account::frozen;
pub use create::CreateAccount;
pub use detail::AccountPage;
pub use list::Accounts;

use danger::DangerTab;
use delegates::DelegatesTab;
use delete::DeleteAccount;
use edit::EditAccount;
use overview::OverviewTab;
use policies::PoliciesTab;
use suspend_all::SuspendAll;
