//! The pages of the chat rooms of an account. Their list is a tab of the account.

use super::{Page as Any, Route, route};

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// Create a room.
    Create,
    /// One room.
    Room,
    /// Add users to a room.
    Add,
}

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Rooms(page), path, title, crumb)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::Create, "/accounts/:account/rooms/create", "Create room", "Create"),
    of(Page::Room, "/accounts/:account/rooms/:room", "Room", ":room"),
    of(Page::Add, "/accounts/:account/rooms/:room/add", "Add members", "Add members"),
];

/// The address of the form for a new room of an account.
pub fn create_room(account: &str) -> String {
    Any::Rooms(Page::Create).href(&[("account", account)])
}

/// The address of a room of an account.
pub fn room(account: &str, room: &str) -> String {
    Any::Rooms(Page::Room).href(&[("account", account), ("room", room)])
}

/// The address of the page that adds users to a room.
pub fn add_room_members(account: &str, room: &str) -> String {
    Any::Rooms(Page::Add).href(&[("account", account), ("room", room)])
}
