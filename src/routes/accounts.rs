//! The pages of accounts.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// All accounts.
    List,
    /// Create a Team account.
    Create,
    /// One account.
    Account(AccountTab),
}

/// The tabs of an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AccountTab {
    /// Name, licenses, dates.
    Overview,
    /// Its users.
    Users,
    /// Its chat rooms.
    Rooms,
    /// Its chat bots.
    Bots,
    /// How long it keeps messages.
    Retention,
    /// Its settings for meetings.
    Policies,
    /// Its sign-in delegate groups.
    Delegates,
    /// Its deletion.
    Danger,
}

const ACCOUNT: &str = "/accounts/:account";

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Accounts(page), path, title, crumb)
}

const fn tab(tab: AccountTab, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    of(Page::Account(tab), path, title, crumb).tab_of(ACCOUNT)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::List, "/accounts", "Accounts", "Accounts").in_nav(Section::Organisation, IconName::Account),
    of(Page::Create, "/accounts/create", "Create account", "Create"),
    tab(AccountTab::Overview, ACCOUNT, "Account", ":account"),
    tab(AccountTab::Users, "/accounts/:account/users", "Users", "Users"),
    tab(AccountTab::Rooms, "/accounts/:account/rooms", "Rooms", "Rooms"),
    tab(AccountTab::Bots, "/accounts/:account/bots", "Bots", "Bots"),
    tab(AccountTab::Retention, "/accounts/:account/retention", "Retention", "Retention"),
    tab(AccountTab::Policies, "/accounts/:account/policies", "Policies", "Policies"),
    tab(AccountTab::Delegates, "/accounts/:account/delegates", "Sign-in delegates", "Sign-in delegates"),
    tab(AccountTab::Danger, "/accounts/:account/danger", "Danger zone", "Danger zone"),
];

/// The address of the list of accounts.
pub fn accounts() -> String {
    Any::Accounts(Page::List).href(&[])
}

/// The address of the form for a new account.
pub fn create_account() -> String {
    Any::Accounts(Page::Create).href(&[])
}

/// The address of a tab of an account.
pub fn account(account: &str, tab: AccountTab) -> String {
    Any::Accounts(Page::Account(tab)).href(&[("account", account)])
}
