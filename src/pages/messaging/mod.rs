//! Messaging: app instances, their users and administrators, their channels and what is said in them.

mod admins;
mod bearer;
mod channels;
mod doing;
mod facts;
mod info;
mod instances;
mod people;
mod question;
mod roster;
mod screen;
mod users;

use leptos::prelude::*;

use crate::routes::messaging::Page;

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::List => instances::list(),
        Page::Create => instances::create(),
        Page::Instance(_) => instances::detail(),
        Page::CreateUser => users::create(),
        Page::User => users::detail(),
        Page::CreateChannel => channels::create(),
        Page::Channel(_) => channels::detail(),
    }
}
