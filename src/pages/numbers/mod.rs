//! Phone numbers: inventory, one number, orders, deletion queue, and the settings for calls of the whole AWS account.

mod actions;
mod assign;
mod bench;
mod cart;
mod changes;
mod chosen;
mod default_name;
mod detail;
mod edit;
mod export;
mod filters;
mod holder;
mod import;
mod inventory;
mod naming;
mod number;
mod one_order;
mod orders;
mod owner;
mod place_order;
mod plan;
mod queue;
mod retype;
mod search;
mod settings;

use leptos::prelude::*;

use crate::routes::numbers::Page;
use detail::NumberPage;
use inventory::Inventory;
use one_order::OrderPage;
use orders::Orders;
use place_order::OrderNumbers;
use queue::DeletionQueue;
use settings::PhoneSettings;

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::Inventory => view! { <Inventory /> }.into_any(),
        Page::Order => view! { <OrderNumbers /> }.into_any(),
        Page::Orders => view! { <Orders /> }.into_any(),
        Page::OneOrder => view! { <OrderPage /> }.into_any(),
        Page::Deleted => view! { <DeletionQueue /> }.into_any(),
        Page::Number => view! { <NumberPage /> }.into_any(),
        Page::Settings => view! { <PhoneSettings /> }.into_any(),
    }
}
