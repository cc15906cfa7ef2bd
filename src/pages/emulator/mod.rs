//! The emulator's own pages: its clock, its events, what happens outside the API, faults, data and settings.

mod clock;
mod data;
mod event_text;
mod events;
mod faults;
mod hook_form;
mod hook_table;
mod hooks;
mod read;
mod settings;
mod sources;

use leptos::prelude::*;

use crate::client::emulator;
use crate::routes::{self, emulator::Page};
use crate::session::use_session;
use crate::ui::*;

/// The screen of a page. Other endpoints have no control plane.
pub(super) fn view(page: Page) -> AnyView {
    if !untrack(|| emulator::is_there(use_session())) {
        let text = "This page is about an emulator or the sandbox, and the profile in use is neither.";
        return view! {
            <PageHeader title="Emulator" />
            <EmptyState title="There is no emulator behind this profile" text icon=IconName::Emulator>
                <ButtonLink href=routes::connect()>"Connect to an emulator"</ButtonLink>
            </EmptyState>
        }
        .into_any();
    }
    match page {
        Page::Clock => clock::page(),
        Page::Events => events::page(),
        Page::Hooks => hooks::page(),
        Page::Faults => faults::page(),
        Page::Data => data::page(),
    }
}
