//! Where we are: the page at the address, its ids, and the way to others.

use leptos::prelude::*;

use super::guard::Guard;
use super::names::{Names, use_names};
use crate::address::Address;
use crate::routes::{self, Place, Route};
use crate::ui::{Breadcrumbs, Crumb};

#[derive(Clone, Copy)]
struct Current(Signal<Option<Place>>);

/// Ids of the screen that is shown. They never change below it: another id is another screen.
#[derive(Clone)]
pub(super) struct Ids(pub(super) Place);

pub(super) fn provide(address: Address, guard: Guard) {
    let place = Memo::new(move |_| address.path().with(|path| routes::find(path.strip_prefix(routes::base())?)));
    provide_context(Current(place.into()));
    provide_context(Go { address, guard });
}

/// The page at the address; none where there is no such page.
pub fn use_place() -> Signal<Option<Place>> {
    expect_context::<Current>().0
}

/// The id called `name` in the path of this page.
pub fn param(name: &str) -> String {
    expect_context::<Ids>().0.param(name).unwrap_or_default().to_owned()
}

/// Goes to other pages.
#[derive(Clone, Copy)]
pub struct Go {
    address: Address,
    guard: Guard,
}

/// The way to go to another page from code; links are better where there can be one.
pub fn use_go() -> Go {
    expect_context()
}

impl Go {
    /// Goes to an address made by `routes`. Unsaved changes are asked about first.
    pub fn to(self, href: &str) {
        self.go(href, false);
    }

    /// Goes to an address in place of this one, which "back" then skips.
    pub fn replace(self, href: &str) {
        self.go(href, true);
    }

    /// Does what takes the page away without going elsewhere, such as using another profile.
    pub(super) fn leaving(self, act: impl FnOnce() + 'static) {
        self.guard.leave(act);
    }

    fn go(self, href: &str, replace: bool) {
        let href = href.to_owned();
        self.guard.leave(move || {
            self.address.go(&href, replace);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        });
    }
}

/// What a page is called in breadcrumbs: its crumb, or the name of the thing that it shows.
pub(super) fn crumb(names: Names, place: &Place, route: &Route) -> String {
    match route.crumb.strip_prefix(':') {
        Some(param) => names.of(place.param(param).unwrap_or_default()),
        None => route.crumb.to_owned(),
    }
}

/// What a page is called in the window's title and announced as: "Users, Example account".
pub(super) fn title(names: Names, place: &Place) -> String {
    let mut words = Vec::new();
    if !place.route.crumb.starts_with(':') {
        words.push(place.route.title.to_owned());
    }
    let thing = place.trail().into_iter().rev().find(|route| route.crumb.starts_with(':'));
    words.extend(thing.map(|route| crumb(names, place, route)));
    words.join(", ")
}

pub(super) fn breadcrumbs() -> AnyView {
    let (place, names) = (use_place(), use_names());
    let crumbs = Signal::derive(move || {
        let Some(place) = place.get() else {
            return Vec::new();
        };
        let trail = place.trail();
        let steps = trail.iter().enumerate().map(|(index, route)| Crumb {
            text: crumb(names, &place, route),
            href: place.sibling(route).filter(|_| index + 1 < trail.len()).map(|above| above.href()),
        });
        steps.collect()
    });
    // A page at the top has no way to show.
    (move || (crumbs.with(Vec::len) > 1).then(|| view! { <Breadcrumbs items=crumbs /> })).into_any()
}
