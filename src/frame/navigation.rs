//! The side navigation, read from the table of pages; a drawer on narrow windows.

use leptos::prelude::*;

use super::place::use_place;
use crate::client::emulator;
use crate::routes::{self, Route, Section};
use crate::session::use_session;
use crate::ui::{Icon, IconButton, IconName, focus_id};

const FIRST_LINK: &str = "navigation-first";
const TOGGLE: &str = "navigation-toggle";

/// The navigation over the page on narrow windows.
#[derive(Clone, Copy)]
pub(super) struct Drawer(RwSignal<bool>);

impl Drawer {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(false))
    }

    pub(super) fn is_open(self) -> bool {
        self.0.get()
    }

    pub(super) fn close(self) {
        self.0.set(false);
    }
}

/// Narrow windows have a drawer; the style sheet turns at the same width.
fn is_narrow() -> bool {
    window().match_media("(width < 56rem)").ok().flatten().is_some_and(|query| query.matches())
}

/// The button that opens the drawer, or folds the navigation away.
#[component]
pub(super) fn NavigationToggle(drawer: Drawer) -> AnyView {
    let session = use_session();
    let toggle = move |()| {
        if is_narrow() {
            drawer.0.update(|open| *open = !*open);
            if drawer.0.get_untracked() {
                focus_id(FIRST_LINK);
            }
        } else {
            session.navigation_folded.update(|folded| *folded = !*folded);
        }
    };
    view! { <IconButton icon=IconName::Menu label="Navigation" id=TOGGLE on_press=toggle /> }.into_any()
}

/// The navigation.
#[component]
pub(super) fn SideNavigation(drawer: Drawer) -> AnyView {
    let (place, session) = (use_place(), use_session());
    let current = move |route: &'static Route| {
        place.with(|place| {
            let place = place.as_ref()?;
            if place.route.path == route.path {
                Some("page")
            } else {
                // Inside it, on one of its things; only the nearest is marked.
                let trail = place.trail();
                let nearest = trail.iter().rev().find(|above| above.nav.is_some())?;
                (nearest.path == route.path).then_some("true")
            }
        })
    };
    let link = move |route: &'static Route, icon: IconName, first: bool| {
        view! {
            <li>
                <a
                    class="sidenav-link"
                    href=route.page.href(&[])
                    id=first.then_some(FIRST_LINK)
                    aria-current=move || current(route)
                    on:click=move |_| drawer.close()
                >
                    <Icon name=icon />
                    {route.title}
                </a>
            </li>
        }
        .into_any()
    };
    let mut first = true;
    let section = |section: &Section| {
        let here = routes::all().filter_map(|route| Some((route, route.nav.as_ref()?)));
        let here = here.filter(|(_, nav)| nav.section == *section);
        let links: Vec<_> = here.map(|(route, nav)| link(route, nav.icon, std::mem::take(&mut first))).collect();
        if links.is_empty() {
            return ().into_any();
        }
        // The emulator's pages are of no use with another endpoint.
        let only_emulator = *section == Section::Emulator;
        let hidden = move || only_emulator && !emulator::is_there(session);
        view! {
            <div hidden=hidden>
                <p class="sidenav-title">{section.title()}</p>
                <ul class="sidenav-section" aria-label=section.title()>{links}</ul>
            </div>
        }
        .into_any()
    };
    let sections = Section::ALL.iter().map(section).collect_view();
    let keyed = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && drawer.0.get_untracked() {
            drawer.close();
            focus_id(TOGGLE);
        }
    };
    view! {
        <nav class="sidenav" aria-label="Main" on:keydown=keyed>
            {sections}
        </nav>
    }
    .into_any()
}
