//! The place where pages appear; focus, window title and announcement follow.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::names::use_names;
use super::place::{Ids, title, use_place};
use crate::address::use_address;
use crate::pages;
use crate::parts::Moved;
use crate::routes::{self, Page, Place};
use crate::session::use_session;
use crate::ui::{announce, effect, focus_id};

/// What stands in the outlet.
#[derive(Clone)]
enum Shown {
    Home,
    Nothing,
    /// The page is there, and waits for keys.
    Locked,
    Page(Place),
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Page(one), Self::Page(other)) => one.same_screen(other),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Shown {
    /// The same for all tabs of a screen.
    fn key(&self) -> String {
        match self {
            Self::Home => "home".to_owned(),
            Self::Nothing => "nothing".to_owned(),
            Self::Locked => "locked".to_owned(),
            Self::Page(place) => place.screen(),
        }
    }
}

/// The page at the address.
#[component]
pub(super) fn Outlet() -> AnyView {
    let (place, session, names) = (use_place(), use_session(), use_names());
    let path = use_address().path();
    let profile = Memo::new(move |_| session.profile().map(|profile| profile.name));
    let shown = Memo::new(move |_| match place.get() {
        Some(place) if place.route.page == Page::Connect || session.connected() => Shown::Page(place),
        Some(_) => Shown::Locked,
        None if path.with(|path| path.trim_end_matches('/') == routes::base()) => Shown::Home,
        None => Shown::Nothing,
    });
    let moved = RwSignal::new(false);
    provide_context(Moved(moved));
    follow(move || place.get().map_or_else(|| "Page not found".to_owned(), |place| title(names, &place)), shown, moved);
    // Another profile is another world: its pages start anew.
    let screens = move || [(profile.get(), shown.get())];
    // Keyed, so that only another screen makes a page anew: whatever a page reads while it is built counts as read here.
    view! {
        <For each=screens key=|(profile, shown)| (profile.clone(), shown.key()) let((_, shown))>
            {screen(shown)}
        </For>
    }
    .into_any()
}

fn screen(shown: Shown) -> AnyView {
    match shown {
        Shown::Home => pages::home(),
        Shown::Nothing => pages::not_found(),
        Shown::Locked => pages::locked(),
        Shown::Page(place) => {
            provide_context(Ids(place.clone()));
            untrack(|| pages::view(&place))
        }
    }
}

/// Keeps the window's title, and on another screen moves the focus to its heading and announces it.
fn follow(title: impl Fn() -> String + Send + Sync + 'static, shown: Memo<Shown>, moved: RwSignal<bool>) {
    let title = Memo::new(move |_| title());
    effect(move || document().set_title(&[&title.get(), " · Chime Console"].concat()));
    Effect::new(move |before: Option<()>| {
        shown.track();
        if before.is_some() {
            moved.set(true);
            announce(&title.get_untracked());
            focus_id("page-title");
        }
    });
}

/// Moves the focus past the frame. The fragment of a bare link would be resolved against `<base href>`, or name a page.
pub(super) fn skip(event: &MouseEvent) {
    event.prevent_default();
    focus_id("content");
}
