//! What rings where: SIP rules, and the SIP media applications that they send calls to.

mod applications;
mod flow;
mod known;
mod rules;

use leptos::prelude::*;
use serde_json::Value;

use crate::routes::sip::Page;
use applications::{ApplicationPage, Applications, CreateApplication};
use rules::{CreateRule, RulePage, Rules};

/// The screen of a page.
pub(super) fn view(page: Page) -> AnyView {
    match page {
        Page::Applications => view! { <Applications /> }.into_any(),
        Page::CreateApplication => view! { <CreateApplication /> }.into_any(),
        Page::Application(_) => view! { <ApplicationPage /> }.into_any(),
        Page::Rules => view! { <Rules /> }.into_any(),
        Page::CreateRule => view! { <CreateRule /> }.into_any(),
        Page::Rule => view! { <RulePage /> }.into_any(),
    }
}

/// A text member; empty where there is none.
fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_default()
}
