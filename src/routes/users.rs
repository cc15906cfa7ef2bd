//! The pages of the users of an account. Their list is a tab of the account.

use super::{Page as Any, Route, route};

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// Invite users to an account.
    Invite,
    /// Create a user or a shared device.
    Create,
    /// One user.
    User,
}

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Users(page), path, title, crumb)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::Invite, "/accounts/:account/users/invite", "Invite users", "Invite"),
    of(Page::Create, "/accounts/:account/users/create", "Create user", "Create"),
    of(Page::User, "/accounts/:account/users/:user", "User", ":user"),
];

/// The address of the form that invites users to an account.
pub fn invite_users(account: &str) -> String {
    Any::Users(Page::Invite).href(&[("account", account)])
}

/// The address of the form for a new user of an account.
pub fn create_user(account: &str) -> String {
    Any::Users(Page::Create).href(&[("account", account)])
}

/// The address of a user of an account.
pub fn user(account: &str, user: &str) -> String {
    Any::Users(Page::User).href(&[("account", account), ("user", user)])
}
