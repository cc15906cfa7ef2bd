//! What the model knows of an operation, in words.

use chime_model::{Family, Operation};

/// What a family is called.
pub(super) fn family(family: Family) -> &'static str {
    match family {
        Family::Accounts => "Accounts",
        Family::Users => "Users",
        Family::Rooms => "Rooms",
        Family::Bots => "Bots",
        Family::Retention => "Retention",
        Family::PhoneNumbers => "Phone numbers",
        Family::Settings => "Settings",
        Family::VoiceConnectors => "Voice connectors",
        Family::VoiceConnectorGroups => "Voice connector groups",
        Family::Proxy => "Proxy sessions",
        Family::SipMediaApplications => "SIP media applications",
        Family::SipRules => "SIP rules",
        Family::EmergencyCalling => "Emergency calling",
        Family::Meetings => "Meetings",
        Family::MediaPipelines => "Media pipelines",
        Family::AppInstances => "App instances",
        Family::Channels => "Channels",
        Family::Messages => "Messages",
        Family::Tags => "Tags",
        Family::Endpoints => "Endpoints",
    }
}

/// The method and what the path looks like, fixed query included.
pub(super) fn path(operation: Operation) -> String {
    let spec = operation.spec();
    match spec.query {
        Some((key, value)) => [spec.path, "?", key, "=", value].concat(),
        None => spec.path.to_owned(),
    }
}

/// Where the Amazon Chime SDK took the operation.
pub(super) fn successor(operation: Operation) -> String {
    match operation.spec().replacement {
        None => "None: it stays here".to_owned(),
        Some(replacement) => match replacement.operation {
            None => "None: it was withdrawn".to_owned(),
            Some(name) => [name, " of Amazon Chime SDK ", &replacement.namespaces.join(", ")].concat(),
        },
    }
}
