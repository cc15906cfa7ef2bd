//! The top bar: product, profile with its mark, palette, privacy, theme.

use leptos::prelude::*;

use super::keys::use_overlays;
use super::navigation::{Drawer, NavigationToggle};
use super::place::use_go;
use super::theme::ThemeMenu;
use crate::routes;
use crate::session::{Kind, Profile, use_session};
use crate::ui::{Icon, IconButton, IconName, Kbd, Menu, MenuItem};

/// The top bar.
#[component]
pub(super) fn TopBar(drawer: Drawer) -> AnyView {
    let (session, overlays) = (use_session(), use_overlays());
    let privacy = session.privacy;
    let toggle_privacy = move |()| privacy.update(|on| *on = !*on);
    let privacy_icon = move || if privacy.get() { IconName::EyeOff } else { IconName::Eye };
    view! {
        <header class="topbar">
            <NavigationToggle drawer />
            <a class="topbar-brand" href=routes::home()>
                "Chime Console"
            </a>
            {move || session.profile().map(|profile| profile_menu(&profile))}
            <button
                type="button"
                class="topbar-search"
                aria-keyshortcuts="Control+K"
                on:click=move |_| overlays.palette.set(true)
            >
                <Icon name=IconName::Search />
                <span>"Go to…"</span>
                <span aria-hidden="true">
                    <Kbd keys="Ctrl K" />
                </span>
            </button>
            <div class="topbar-actions">
                <IconButton
                    icon=privacy_icon
                    label="Mask personal values"
                    pressed=move || Some(privacy.get())
                    on_press=toggle_privacy
                />
                <ThemeMenu />
                <IconButton icon=IconName::Help label="Keyboard shortcuts" on_press=move |()| overlays.keys.set(true) />
            </div>
        </header>
    }
    .into_any()
}

/// The profile in use, with a coloured mark that tells production from the rest, and the way to others.
fn profile_menu(profile: &Profile) -> AnyView {
    let (session, go) = (use_session(), use_go());
    let (name, kind) = (profile.name.clone(), profile.kind);
    let items = move || {
        let others = session.profiles().into_iter().filter(|other| other.name != name).map(|other| {
            let label = ["Switch to ", &other.name].concat();
            MenuItem::new(label, move || {
                let to = other.name.clone();
                go.leaving(move || session.use_profile(&to));
            })
        });
        let mut items: Vec<_> = others.collect();
        if !items.is_empty() {
            items.push(MenuItem::divider());
        }
        items.push(MenuItem::link("Profiles and keys", routes::connect()).icon(IconName::Settings));
        // The sandbox's key is no secret, and it asks for no other.
        if kind != Kind::Sandbox && session.has_credentials(&name) {
            let name = name.clone();
            let disconnect = move || {
                let name = name.clone();
                go.leaving(move || session.disconnect(&name));
            };
            items.push(MenuItem::new("Forget the keys", disconnect).icon(IconName::Lock));
        }
        items
    };
    let mark = ["env-mark ", profile.kind.class()].concat();
    view! {
        <div class="topbar-profile">
            <span class=mark>{profile.kind.word()}</span>
            <Menu label=profile.name.clone() items />
            <span class="topbar-endpoint muted nowrap">{profile.place().to_owned()}</span>
        </div>
    }
    .into_any()
}
