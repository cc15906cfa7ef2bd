//! The pages of voice connectors, their groups and their proxy sessions.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// All voice connectors.
    Connectors,
    /// Create a voice connector.
    CreateConnector,
    /// One voice connector.
    Connector(ConnectorTab),
    /// One proxy session of a voice connector.
    Session,
    /// All voice connector groups.
    Groups,
    /// Create a voice connector group.
    CreateGroup,
    /// One voice connector group.
    Group,
}

/// The tabs of a voice connector.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ConnectorTab {
    /// How calls flow through it, and its facts.
    Overview,
    /// Its phone numbers.
    Numbers,
    /// Where inbound calls go.
    Origination,
    /// Who may call out, and where to.
    Termination,
    /// Emergency calling.
    Emergency,
    /// Media for Kinesis Video Streams.
    Streaming,
    /// What is logged.
    Logging,
    /// Proxy configuration and proxy sessions.
    Proxy,
    /// Its deletion.
    Danger,
}

const CONNECTOR: &str = "/voice-connectors/:connector";

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Voice(page), path, title, crumb)
}

const fn tab(tab: ConnectorTab, path: &'static str, title: &'static str) -> Route {
    of(Page::Connector(tab), path, title, title).tab_of(CONNECTOR)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::Connectors, "/voice-connectors", "Voice connectors", "Voice connectors")
        .in_nav(Section::Voice, IconName::Voice),
    of(Page::CreateConnector, "/voice-connectors/create", "Create voice connector", "Create"),
    of(Page::Connector(ConnectorTab::Overview), CONNECTOR, "Voice connector", ":connector").tab_of(CONNECTOR),
    tab(ConnectorTab::Numbers, "/voice-connectors/:connector/numbers", "Phone numbers"),
    tab(ConnectorTab::Origination, "/voice-connectors/:connector/origination", "Origination"),
    tab(ConnectorTab::Termination, "/voice-connectors/:connector/termination", "Termination"),
    tab(ConnectorTab::Emergency, "/voice-connectors/:connector/emergency", "Emergency calling"),
    tab(ConnectorTab::Streaming, "/voice-connectors/:connector/streaming", "Streaming"),
    tab(ConnectorTab::Logging, "/voice-connectors/:connector/logging", "Logging"),
    tab(ConnectorTab::Proxy, "/voice-connectors/:connector/proxy", "Proxy"),
    tab(ConnectorTab::Danger, "/voice-connectors/:connector/danger", "Danger zone"),
    of(Page::Session, "/voice-connectors/:connector/proxy/:session", "Proxy session", ":session"),
    of(Page::Groups, "/voice-connector-groups", "Voice connector groups", "Voice connector groups")
        .in_nav(Section::Voice, IconName::Link),
    of(Page::CreateGroup, "/voice-connector-groups/create", "Create voice connector group", "Create"),
    of(Page::Group, "/voice-connector-groups/:group", "Voice connector group", ":group"),
];

/// The address of the list of voice connectors.
pub fn voice_connectors() -> String {
    Any::Voice(Page::Connectors).href(&[])
}

/// The address of the form for a new voice connector.
pub fn create_voice_connector() -> String {
    Any::Voice(Page::CreateConnector).href(&[])
}

/// The address of a tab of a voice connector.
pub fn voice_connector(connector: &str, tab: ConnectorTab) -> String {
    Any::Voice(Page::Connector(tab)).href(&[("connector", connector)])
}

/// The address of a proxy session of a voice connector.
pub fn proxy_session(connector: &str, session: &str) -> String {
    Any::Voice(Page::Session).href(&[("connector", connector), ("session", session)])
}

/// The address of the list of voice connector groups.
pub fn voice_connector_groups() -> String {
    Any::Voice(Page::Groups).href(&[])
}

/// The address of the form for a new voice connector group.
pub fn create_voice_connector_group() -> String {
    Any::Voice(Page::CreateGroup).href(&[])
}

/// The address of a voice connector group.
pub fn voice_connector_group(group: &str) -> String {
    Any::Voice(Page::Group).href(&[("group", group)])
}
