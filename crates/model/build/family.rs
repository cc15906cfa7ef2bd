//! Which resource family an operation belongs to, read off its path.

/// Families in the order of the API's own chapters, with the paths that make them up. The first prefix that fits wins; `*` stands for
/// one segment.
pub const FAMILIES: &[(&str, &[&str])] = &[
    ("Users", &["/accounts/*/users"]),
    ("Rooms", &["/accounts/*/rooms"]),
    ("Bots", &["/accounts/*/bots"]),
    ("Retention", &["/accounts/*/retention-settings", "/accounts/*/conversations"]),
    ("Accounts", &["/accounts"]),
    ("PhoneNumbers", &["/phone-numbers", "/phone-number-orders", "/phone-number-countries", "/search"]),
    ("Settings", &["/settings"]),
    ("Proxy", &["/voice-connectors/*/proxy-sessions", "/voice-connectors/*/programmable-numbers"]),
    ("VoiceConnectors", &["/voice-connectors"]),
    ("VoiceConnectorGroups", &["/voice-connector-groups"]),
    ("SipMediaApplications", &["/sip-media-applications"]),
    ("SipRules", &["/sip-rules"]),
    ("EmergencyCalling", &["/emergency-calling"]),
    ("Meetings", &["/meetings"]),
    ("MediaPipelines", &["/media-capture-pipelines"]),
    ("AppInstances", &["/app-instances", "/app-instance-users"]),
    ("Messages", &["/channels/*/messages"]),
    ("Channels", &["/channels"]),
    ("Tags", &["/tags"]),
    ("Endpoints", &["/endpoints"]),
];

/// The family of a path template.
pub fn of(path: &str) -> &'static str {
    let fits = |prefix: &&str| {
        let mut segments = path.split('/');
        prefix.split('/').all(|want| segments.next().is_some_and(|got| want == "*" || want == got))
    };
    let found = FAMILIES.iter().find(|(_, prefixes)| prefixes.iter().any(fits));
    found.unwrap_or_else(|| panic!("no family for {path}")).0
}
