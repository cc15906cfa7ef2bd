//! Connect: which endpoint, and with whose keys.

mod checks;
mod draft;
mod emulator;
mod form;
mod known;
mod presets;
mod sandbox;

use leptos::prelude::*;

use crate::client::load_early;
use crate::frame::{later, use_go};
use crate::routes;
use crate::session::use_session;
use crate::ui::PageHeader;
use draft::Draft;

/// The connect page.
#[component]
pub(super) fn Connect(
    /// Stands in the place of a page that appears by itself once there are keys.
    #[prop(optional)]
    in_place: bool,
) -> AnyView {
    let (session, go, draft) = (use_session(), use_go(), Draft::new());
    // In place, it is the profile in use that lacks its keys.
    if let Some(profile) = untrack(|| session.profile()).filter(|_| in_place) {
        draft.edit(&profile);
    }
    let connected = Callback::new(move |()| {
        if !in_place {
            go.to(&routes::accounts());
        }
    });
    later(load_early);
    view! {
        <div class="connect stack-loose">
            <PageHeader
                title="Connect"
                description="Choose an endpoint and enter the keys to sign requests with. Keys stay in this browser."
            />
            <emulator::FoundEmulator connected />
            <known::KnownProfiles draft connected />
            <presets::Presets draft />
            <sandbox::TrySandbox connected />
            <form::ConnectForm draft connected />
        </div>
    }
    .into_any()
}
