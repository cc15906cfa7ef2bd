//! The emulator's own pages.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// The service's clock, and what will fall due.
    Clock,
    /// What a real service would have done outside.
    Events,
    /// What happens outside the API.
    Hooks,
    /// What goes wrong on purpose.
    Faults,
    /// Snapshot, reset, demo data, settings.
    Data,
}

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str, icon: IconName) -> Route {
    route(Any::Emulator(page), path, title, crumb).in_nav(Section::Emulator, icon)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::Clock, "/emulator/clock", "Clock", "Clock", IconName::Clock),
    of(Page::Events, "/emulator/events", "Events", "Events", IconName::Bell),
    of(Page::Hooks, "/emulator/hooks", "Hooks", "Hooks", IconName::Link),
    of(Page::Faults, "/emulator/faults", "Faults", "Faults", IconName::Warning),
    of(Page::Data, "/emulator/data", "Data and settings", "Data", IconName::Emulator),
];

/// The address of the emulator's clock.
pub fn clock() -> String {
    Any::Emulator(Page::Clock).href(&[])
}

/// The address of the emulator's events.
pub fn events() -> String {
    Any::Emulator(Page::Events).href(&[])
}
