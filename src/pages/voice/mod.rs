//! Voice connectors, their groups and their proxy sessions.

mod connector;
mod delete;
mod entries;
mod group;
mod help;
mod numbers;
mod proxy;
mod reference;

use leptos::prelude::*;

use crate::routes::voice::Page;

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::Connectors => connector::list(),
        Page::CreateConnector => connector::create(),
        Page::Connector(_) => connector::detail(),
        Page::Session => proxy::session(),
        Page::Groups => group::list(),
        Page::CreateGroup => group::create(),
        Page::Group => group::detail(),
    }
}
