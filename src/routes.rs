//! The one table of pages. Navigation, breadcrumbs, titles, palette and links are read from it.
//!
//! A page's parents in the breadcrumbs are the pages whose paths begin its own. Ids are one percent-encoded segment.

use std::sync::OnceLock;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::ui::IconName;

pub mod accounts;
pub mod address_check;
pub mod bots;
pub mod developer;
pub mod emulator;
pub mod meetings;
pub mod messaging;
pub mod numbers;
pub mod overview;
mod place;
pub mod rooms;
mod section;
pub mod sip;
pub mod users;
pub mod voice;

pub use accounts::{AccountTab, account, accounts, create_account};
pub use address_check::address_check;
pub use bots::{bot, create_bot};
pub use developer::{explore, explored, explorer, request, requests};
pub use meetings::{
    MeetingTab, add_attendees, attendee, create_meeting, create_pipeline, meeting, meetings, pipeline, pipelines,
};
pub use messaging::{
    ChannelTab, InstanceTab, app_instance, app_instance_user, app_instances, channel, create_app_instance,
    create_app_instance_user, create_channel,
};
pub use numbers::{deleted_numbers, order, order_numbers, orders, phone_number, phone_numbers, phone_settings};
pub use overview::overview;
pub use place::{Place, find};
pub use rooms::{add_room_members, create_room, room};
pub use section::Section;
pub use sip::{
    SipApplicationTab, create_sip_media_application, create_sip_rule, sip_media_application, sip_media_applications,
    sip_rule, sip_rules,
};
pub use users::{create_user, invite_users, user};
pub use voice::{
    ConnectorTab, create_voice_connector, create_voice_connector_group, proxy_session, voice_connector,
    voice_connector_group, voice_connector_groups, voice_connectors,
};

/// A page; each family of pages has its own part of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// Choose a profile and enter its keys.
    Connect,
    /// How the organisation stands.
    Overview,
    /// Accounts.
    Accounts(accounts::Page),
    /// Users of an account.
    Users(users::Page),
    /// Chat rooms of an account.
    Rooms(rooms::Page),
    /// Chat bots of an account.
    Bots(bots::Page),
    /// Voice connectors, their groups and proxy sessions.
    Voice(voice::Page),
    /// SIP media applications and SIP rules.
    Sip(sip::Page),
    /// Check an address for emergency calls.
    AddressCheck,
    /// App instances, their users and channels.
    Messaging(messaging::Page),
    /// Meetings, attendees, capture pipelines.
    Meetings(meetings::Page),
    /// The emulator's clock, events, hooks, faults and data.
    Emulator(emulator::Page),
    /// Phone numbers, and the settings for calls.
    Numbers(numbers::Page),
    /// Tools for developers.
    Developer(developer::Page),
}

/// All pages. Where two paths fit an address, the first is meant.
static FAMILIES: &[&[Route]] = &[
    overview::ROUTES,
    accounts::ROUTES,
    users::ROUTES,
    rooms::ROUTES,
    bots::ROUTES,
    voice::ROUTES,
    sip::ROUTES,
    address_check::ROUTES,
    messaging::ROUTES,
    meetings::ROUTES,
    numbers::ROUTES,
    developer::ROUTES,
    emulator::ROUTES,
    &[route(Page::Connect, "/connect", "Connect", "Connect")],
];

/// All rows of the table, in its order.
pub fn all() -> impl Iterator<Item = &'static Route> {
    FAMILIES.iter().copied().flatten()
}

/// A row of the table.
#[derive(Debug)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// Its path below the base; `:name` stands for one segment.
    pub path: &'static str,
    /// What it is called in the window's title, the palette and the announcement.
    pub title: &'static str,
    /// What it is called in breadcrumbs and tabs; `:name` is the name of the thing with that id.
    pub crumb: &'static str,
    /// Its place in the side navigation.
    pub nav: Option<Nav>,
    /// The path of the screen that it is a tab of, or its own. A screen stays while its tabs change.
    screen: &'static str,
}

/// A place in the side navigation: sections in their own order, in a section the order of the table.
#[derive(Debug)]
pub struct Nav {
    /// The part of the navigation.
    pub section: Section,
    /// The icon before the title.
    pub icon: IconName,
}

const fn route(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    Route { page, path, title, crumb, nav: None, screen: path }
}

impl Route {
    const fn in_nav(mut self, section: Section, icon: IconName) -> Self {
        self.nav = Some(Nav { section, icon });
        self
    }

    /// A tab of the screen whose first tab is at `screen`.
    const fn tab_of(mut self, screen: &'static str) -> Self {
        self.screen = screen;
        self
    }

    /// The names of the ids in the path.
    pub fn params(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|segment| segment.strip_prefix(':'))
    }

    /// The path with these ids, below the base.
    fn fill<'a>(&self, id: impl Fn(&str) -> Option<&'a str>) -> String {
        let mut path = String::new();
        for segment in self.path.split('/').skip(1) {
            path.push('/');
            match segment.strip_prefix(':') {
                Some(name) => path.extend(utf8_percent_encode(id(name).unwrap_or_default(), ENCODED)),
                None => path.push_str(segment),
            }
        }
        path
    }
}

/// What `encodeURIComponent` leaves alone, so that an address looks as a browser would write it.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'(')
    .remove(b')');

static BASE: OnceLock<String> = OnceLock::new();

/// Says what stands before a page's own path: `/`, `/chime/`, or `/chime/#` where pages are named behind `#`. Called once, at start.
pub fn serve_below(base: &str) {
    // A second call could only say the same.
    let _ = BASE.set(base.trim_end_matches('/').to_owned());
}

/// What stands before a page's own path, without a trailing slash: empty for paths at the root.
pub fn base() -> &'static str {
    BASE.get().map_or("", String::as_str)
}

/// An id as one segment of a path.
pub fn segment(id: &str) -> String {
    utf8_percent_encode(id, ENCODED).to_string()
}

fn absolute(path: &str) -> String {
    [base(), path].concat()
}

impl Page {
    /// Its row of the table.
    pub fn route(self) -> Option<&'static Route> {
        all().find(|route| route.page == self)
    }

    /// Its address with these ids (name, id), base included.
    pub fn href(self, ids: &[(&str, &str)]) -> String {
        let id = |name: &str| ids.iter().find(|(known, _)| *known == name).map(|(_, id)| *id);
        absolute(&self.route().map(|route| route.fill(id)).unwrap_or_default())
    }
}

/// The address where the console opens.
pub fn home() -> String {
    absolute("/")
}

/// The address of the connect page.
pub fn connect() -> String {
    Page::Connect.href(&[])
}

#[cfg(test)]
mod tests;
