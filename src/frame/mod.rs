//! The frame around every page: top bar, side navigation, breadcrumbs, notices, help, palette, keys.

mod crash;
mod credential_fields;
mod early;
mod failing;
mod guard;
mod help;
mod keys;
mod names;
mod navigation;
mod new_keys;
mod offline;
mod outlet;
mod palette;
mod place;
mod retrying;
mod sandbox;
mod theme;
mod top_bar;

use leptos::{prelude::*, task::spawn_local};

use crate::address::Address;
use crate::pages;
use crate::parts::{dialog_of_part, part};
use crate::session::{Session, use_session};
use crate::ui::{FlashArea, Flashes, LiveRegion, Privacy, effect};

pub(crate) use credential_fields::{CredentialFields, CredentialInput};
pub use early::later;
pub use failing::QueryFailure;
pub use guard::{Guard, use_guard};
pub use help::Info;
pub use names::{Known, Names, use_names};
pub use place::{Go, param, use_go, use_place};
pub use sandbox::follows_link;

/// The whole console.
#[component]
pub fn App() -> AnyView {
    crash::show_panics();
    let address = Address::new();
    provide_context(address);
    let session = Session::load();
    session.keep_preferences();
    provide_context(session);
    provide_context(Privacy(session.privacy));
    Flashes::provide();
    theme::apply(session);
    names::provide(session);
    help::provide();
    // Of two listeners for "back", the guard's must hear it first.
    let guard = guard::provide(address);
    place::provide(address, guard);
    if let Some(place) = use_place().get_untracked() {
        pages::ask_ahead(session, address, &place);
    }
    guard::watch_links(guard);
    address.listen();
    view! { <Frame /> }.into_any()
}

#[component]
fn Frame() -> AnyView {
    let session = use_session();
    let drawer = navigation::Drawer::new();
    let help = help::use_help();
    let nav = move || match (drawer.is_open(), session.navigation_folded.get()) {
        (true, _) => Some("open"),
        (false, true) => Some("collapsed"),
        (false, false) => None,
    };
    retrying::show(session);
    offline::watch(session);
    sandbox::watch(session);
    sandbox::follow_link(session);
    keys::provide();
    view! {
        <a class="skip-link" href="#content" on:click=move |event| outlet::skip(&event)>
            "Skip to content"
        </a>
        <div class="app" data-nav=nav data-help=move || help.is_open().then_some("open")>
            <top_bar::TopBar drawer />
            <navigation::SideNavigation drawer />
            <main class="main" on:pointerdown=move |_| drawer.close()>
                <div class="main-crumbs">{place::breadcrumbs()}</div>
                <FlashArea />
                <div class="content" id="content" tabindex="-1">
                    <outlet::Outlet />
                </div>
            </main>
            {dialog_of_part(move || help.is_open(), load_help, help_panel)}
        </div>
        {dialogs()}
        <LiveRegion />
    }
    .into_any()
}

part!(dialogs, load_palette, palette_dialog() => view! { <palette::Palette /> }.into_any());
part!(dialogs, load_keys, keys_dialog() => view! { <keys::KeysDialog /> }.into_any());
part!(dialogs, load_help, help_panel() => view! { <help::HelpPanel /> }.into_any());
part!(dialogs, load_leave, leave_dialog() => view! { <guard::LeaveDialog /> }.into_any());
part!(dialogs, load_new_keys, new_keys_dialog() => view! { <new_keys::NewKeysDialog /> }.into_any());

/// What opens over the page, seldom.
fn dialogs() -> AnyView {
    let (overlays, session, guard) = (keys::use_overlays(), use_session(), use_guard());
    let renewal = session.client.renewal;
    // What is typed before the palette is there is kept for it.
    effect(move || {
        if overlays.palette.get() {
            overlays.coming.set(true);
            spawn_local(async move {
                // Where it cannot be loaded, the place of the palette says so.
                let _ = load_palette().await;
                overlays.coming.set(false);
            });
        } else {
            overlays.coming.set(false);
            overlays.entered.set(false);
            overlays.wanted.set(String::new());
        }
    });
    early::once_idle(session, || {
        spawn_local(async {
            let _ = load_palette().await;
        });
    });
    view! {
        {dialog_of_part(move || overlays.palette.get(), load_palette, palette_dialog)}
        {dialog_of_part(move || overlays.keys.get(), load_keys, keys_dialog)}
        {dialog_of_part(move || guard.is_asking(), load_leave, leave_dialog)}
        {dialog_of_part(move || renewal.question().is_some(), load_new_keys, new_keys_dialog)}
    }
    .into_any()
}
