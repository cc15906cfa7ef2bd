//! The pages of phone numbers, and of the settings for calls and numbers of the whole AWS account.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// The inventory.
    Inventory,
    /// Search numbers and order them.
    Order,
    /// All orders.
    Orders,
    /// One order.
    OneOrder,
    /// The deletion queue.
    Deleted,
    /// One number.
    Number,
    /// Call detail records and the default calling name.
    Settings,
}

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Numbers(page), path, title, crumb)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::Inventory, "/phone-numbers", "Inventory", "Phone numbers").in_nav(Section::Numbers, IconName::Phone),
    of(Page::Order, "/phone-numbers/order", "Order numbers", "Order").in_nav(Section::Numbers, IconName::Plus),
    of(Page::Orders, "/phone-numbers/orders", "Orders", "Orders").in_nav(Section::Numbers, IconName::Cart),
    of(Page::OneOrder, "/phone-numbers/orders/:order", "Order", ":order"),
    of(Page::Deleted, "/phone-numbers/deleted", "Deletion queue", "Deletion queue")
        .in_nav(Section::Numbers, IconName::Trash),
    of(Page::Number, "/phone-numbers/:number", "Phone number", ":number"),
    of(Page::Settings, "/settings", "Phone and call settings", "Phone and call settings")
        .in_nav(Section::Settings, IconName::Settings),
];

/// The address of the inventory.
pub fn phone_numbers() -> String {
    Any::Numbers(Page::Inventory).href(&[])
}

/// The address of the page that searches numbers and orders them.
pub fn order_numbers() -> String {
    Any::Numbers(Page::Order).href(&[])
}

/// The address of the list of orders.
pub fn orders() -> String {
    Any::Numbers(Page::Orders).href(&[])
}

/// The address of an order.
pub fn order(order: &str) -> String {
    Any::Numbers(Page::OneOrder).href(&[("order", order)])
}

/// The address of the deletion queue.
pub fn deleted_numbers() -> String {
    Any::Numbers(Page::Deleted).href(&[])
}

/// The address of a phone number, given as E.164.
pub fn phone_number(number: &str) -> String {
    Any::Numbers(Page::Number).href(&[("number", number)])
}

/// The address of the settings for calls and numbers.
pub fn phone_settings() -> String {
    Any::Numbers(Page::Settings).href(&[])
}
