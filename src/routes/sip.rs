//! The pages of SIP media applications and of the SIP rules that send calls to them.

use super::{Page as Any, Route, Section, route};
use crate::ui::IconName;

/// A page of this family.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// All SIP media applications.
    Applications,
    /// Create a SIP media application.
    CreateApplication,
    /// One SIP media application.
    Application(SipApplicationTab),
    /// All SIP rules.
    Rules,
    /// Create a SIP rule.
    CreateRule,
    /// One SIP rule.
    Rule,
}

/// The tabs of a SIP media application.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SipApplicationTab {
    /// What it is, and what rings it.
    Overview,
    /// Whether its messages are logged.
    Logging,
    /// Calls made by hand.
    TestCall,
    /// Its deletion.
    Danger,
}

const APPLICATION: &str = "/sip-media-applications/:application";

const fn of(page: Page, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    route(Any::Sip(page), path, title, crumb)
}

const fn tab(tab: SipApplicationTab, path: &'static str, title: &'static str, crumb: &'static str) -> Route {
    of(Page::Application(tab), path, title, crumb).tab_of(APPLICATION)
}

pub(super) const ROUTES: &[Route] = &[
    of(Page::Applications, "/sip-media-applications", "SIP media applications", "SIP media applications")
        .in_nav(Section::Voice, IconName::Code),
    of(Page::CreateApplication, "/sip-media-applications/create", "Create SIP media application", "Create"),
    tab(SipApplicationTab::Overview, APPLICATION, "SIP media application", ":application"),
    tab(SipApplicationTab::Logging, "/sip-media-applications/:application/logging", "Logging", "Logging"),
    tab(SipApplicationTab::TestCall, "/sip-media-applications/:application/test-call", "Test call", "Test call"),
    tab(SipApplicationTab::Danger, "/sip-media-applications/:application/danger", "Danger zone", "Danger zone"),
    of(Page::Rules, "/sip-rules", "SIP rules", "SIP rules").in_nav(Section::Voice, IconName::Route),
    of(Page::CreateRule, "/sip-rules/create", "Create SIP rule", "Create"),
    of(Page::Rule, "/sip-rules/:rule", "SIP rule", ":rule"),
];

/// The address of the list of SIP media applications.
pub fn sip_media_applications() -> String {
    Any::Sip(Page::Applications).href(&[])
}

/// The address of the form for a new SIP media application.
pub fn create_sip_media_application() -> String {
    Any::Sip(Page::CreateApplication).href(&[])
}

/// The address of a tab of a SIP media application.
pub fn sip_media_application(application: &str, tab: SipApplicationTab) -> String {
    Any::Sip(Page::Application(tab)).href(&[("application", application)])
}

/// The address of the list of SIP rules.
pub fn sip_rules() -> String {
    Any::Sip(Page::Rules).href(&[])
}

/// The address of the form for a new SIP rule.
pub fn create_sip_rule() -> String {
    Any::Sip(Page::CreateRule).href(&[])
}

/// The address of a SIP rule.
pub fn sip_rule(rule: &str) -> String {
    Any::Sip(Page::Rule).href(&[("rule", rule)])
}
