//! Names of the things that pages have loaded, for breadcrumbs, the window's title and the palette.

use leptos::prelude::*;

use crate::session::Session;
use crate::ui::use_privacy;

/// The most names kept; the oldest go first.
const LIMIT: usize = 200;

/// A thing whose name is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// Its id, as in the address of its page.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The address of its page, for the palette.
    pub href: Option<String>,
    /// Whether the name is personal, and masked in privacy mode.
    pub personal: bool,
}

/// All names known so far.
#[derive(Clone, Copy)]
pub struct Names {
    known: RwSignal<Vec<Known>>,
    masked: Signal<bool>,
}

pub(super) fn provide(session: Session) {
    let known = RwSignal::new(Vec::new());
    provide_context(Names { known, masked: use_privacy() });
    let profile = Memo::new(move |_| session.profile().map(|profile| profile.name));
    Effect::new(move |before: Option<()>| {
        profile.track();
        // The things of one profile are strangers to the next.
        if before.is_some() {
            known.set(Vec::new());
        }
    });
}

/// The names that pages tell the frame.
pub fn use_names() -> Names {
    expect_context()
}

impl Names {
    /// Notes a name; a newer one of the same id replaces it.
    pub fn learn(self, thing: Known) {
        if self.known.with_untracked(|known| known.contains(&thing)) {
            return;
        }
        self.known.update(|known| {
            known.retain(|other| other.id != thing.id);
            known.push(thing);
            if known.len() > LIMIT {
                known.remove(0);
            }
        });
    }

    /// The name of `id`, or the id itself where it is unknown or masked (reactive).
    pub fn of(self, id: &str) -> String {
        let masked = self.masked.get();
        self.known.with(|known| {
            let name = known.iter().find(|thing| thing.id == id && !(masked && thing.personal));
            // A phone number is its own id.
            let unnamed = || if masked && id.starts_with('+') { "Phone number" } else { id }.to_owned();
            name.map_or_else(unnamed, |thing| thing.name.clone())
        })
    }

    /// The things with a page of their own, newest first (reactive).
    pub(super) fn recent(self) -> Vec<Known> {
        let masked = self.masked.get();
        self.known.with(|known| {
            let shown = |thing: &&Known| thing.href.is_some() && !(masked && thing.personal);
            known.iter().rev().filter(shown).cloned().collect()
        })
    }
}
