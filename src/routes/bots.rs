//! The pages of the chat bots of an account. Their list is a tab of the account.

use super::{Page as Any, Route, route};

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// Create a bot.
    Create,
    /// One bot.
    Bot,
}

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Bots(page), path, title, crumb)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::Create, "/accounts/:account/bots/create", "Create bot", "Create"),
    of(Page::Bot, "/accounts/:account/bots/:bot", "Bot", ":bot"),
];

/// The address of the form for a new bot of an account.
pub fn create_bot(account: &str) -> String {
    Any::Bots(Page::Create).href(&[("account", account)])
}

/// The address of a bot of an account.
pub fn bot(account: &str, bot: &str) -> String {
    Any::Bots(Page::Bot).href(&[("account", account), ("bot", bot)])
}
