//! The hooks: what happens outside the API, and what people and AWS Support do (Appendix F of the behaviour).

use super::sources::Source;

/// Something that can be made to happen.
pub(super) struct Hook {
    /// Its name in the URL.
    pub(super) id: &'static str,
    /// Which part of the service it is about.
    pub(super) group: &'static str,
    /// What happens: "Accept an invitation".
    pub(super) title: &'static str,
    /// What follows from it.
    pub(super) about: &'static str,
    /// Its path below `hooks/`; `{X}` is the field of that name.
    pub(super) path: &'static str,
    /// Replaces what was set before, in the place of making something happen.
    pub(super) put: bool,
    /// What it asks for.
    pub(super) fields: &'static [Field],
}

/// One thing that a hook asks for.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// The label of the path, or the member of the body.
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) help: &'static str,
    pub(super) optional: bool,
    pub(super) kind: Kind,
}

/// How it is asked for.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A line of text.
    Text,
    /// Several texts, with commas between.
    List,
    /// On or off.
    Switch,
    /// One of these.
    Choice(&'static [&'static str]),
    /// One of what there is.
    Pick(Source),
}

const fn field(name: &'static str, label: &'static str, kind: Kind) -> Field {
    Field { name, label, help: "", optional: false, kind }
}

impl Field {
    const fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}

const fn hook(
    (id, group): (&'static str, &'static str),
    title: &'static str,
    about: &'static str,
    path: &'static str,
    fields: &'static [Field],
) -> Hook {
    Hook { id, group, title, about, path, put: false, fields }
}

const ENTERPRISE: Kind = Kind::Choice(&["EnterpriseLWA", "EnterpriseDirectory", "EnterpriseOIDC"]);
const ACCOUNT: Field = field("AccountId", "Account", Kind::Pick(Source::ACCOUNTS));
const USER: Field = field("UserId", "User", Kind::Pick(Source::USERS));
const ROOM: Field = field("RoomId", "Room", Kind::Pick(Source::ROOMS));
const DOMAINS: Field = field("Domains", "Domains", Kind::List).help("With commas between: example.com, example.org.");
const CONNECTOR: Field = field("VoiceConnectorId", "Voice connector", Kind::Pick(Source::CONNECTORS));
const SESSION: Field = field("ProxySessionId", "Proxy session", Kind::Pick(Source::PROXY_SESSIONS));
const INVITATION: Field = field("InviteId", "Invitation", Kind::Pick(Source::INVITATIONS));
const MEETING: Field = field("MeetingId", "Meeting", Kind::Pick(Source::MEETINGS));
const ATTENDEE: Field = field("JoinToken", "Attendee", Kind::Pick(Source::ATTENDEES))
    .help("The client comes with this attendee's join token, which is not shown.");
const CONTENT: Field = field("Content", "Message", Kind::Text);
const SENDER: Field = field("Sender", "Sender", Kind::Text).optional();
const WRITTEN: Field = field("CreatedTimestamp", "Written at", Kind::Text)
    .help("Such as 2026-01-31T12:00:00Z; messages may be older than the emulator. Without it, now.")
    .optional();

/// All hooks, by what they are about.
pub(super) const HOOKS: &[Hook] = &[
    hook(
        ("create-enterprise-account", "Accounts"),
        "Create an Enterprise account",
        "The API makes Team accounts only; this is what claiming a domain does.",
        "accounts",
        &[field("Name", "Account name", Kind::Text), field("AccountType", "Type", ENTERPRISE), DOMAINS.optional()],
    ),
    hook(
        ("convert-account", "Accounts"),
        "Turn an account into another Enterprise type",
        "Rooms, bots and retention are for Enterprise accounts.",
        "accounts/{AccountId}/convert",
        &[ACCOUNT, field("AccountType", "Type", ENTERPRISE)],
    ),
    hook(
        ("claim-domains", "Accounts"),
        "Claim domains",
        "A Team account becomes EnterpriseLWA.",
        "accounts/{AccountId}/claim-domains",
        &[ACCOUNT, DOMAINS],
    ),
    hook(
        ("release-domains", "Accounts"),
        "Release domains",
        "Suspends every user of the account. Without domains given, all are released.",
        "accounts/{AccountId}/release-domains",
        &[ACCOUNT, DOMAINS.optional()],
    ),
    hook(
        ("restore-account", "Accounts"),
        "Restore a deleted account",
        "What AWS Support does within 90 days of the deletion.",
        "accounts/{AccountId}/restore",
        &[ACCOUNT],
    ),
    hook(
        ("accept-invitation", "Users"),
        "Accept an invitation",
        "The invited person signs up and is registered.",
        "invitations/{InviteId}/accept",
        &[INVITATION],
    ),
    hook(
        ("fail-invitation", "Users"),
        "Let an invitation fail",
        "As when the e-mail cannot be delivered.",
        "invitations/{InviteId}/fail",
        &[INVITATION],
    ),
    hook(
        ("register-user", "Users"),
        "Register a user",
        "A person added by CreateUser signs up.",
        "accounts/{AccountId}/users/{UserId}/register",
        &[ACCOUNT, USER],
    ),
    hook(
        ("sign-up", "Users"),
        "Sign up with a claimed domain",
        "A person whose e-mail belongs to the account's domain joins it.",
        "accounts/{AccountId}/sign-up",
        &[ACCOUNT, field("Email", "E-mail", Kind::Text), field("DisplayName", "Name", Kind::Text).optional()],
    ),
    hook(
        ("write-in-room", "Messages"),
        "Write a message in a room",
        "Clients write messages, the API only redacts them.",
        "accounts/{AccountId}/rooms/{RoomId}/messages",
        &[ACCOUNT, ROOM, CONTENT, SENDER, WRITTEN],
    ),
    hook(
        ("write-in-conversation", "Messages"),
        "Write a message in a conversation",
        "Conversations are known by their ids only: any id begins one.",
        "accounts/{AccountId}/conversations/{ConversationId}/messages",
        &[ACCOUNT, field("ConversationId", "Conversation id", Kind::Text), CONTENT, SENDER, WRITTEN],
    ),
    hook(
        ("add-phone-number", "Phone numbers"),
        "Put a number into the inventory",
        "Without an order, a shortcut for tests.",
        "phone-number",
        &[
            field("E164PhoneNumber", "Phone number", Kind::Text).help("With + and the country code."),
            field(
                "ProductType",
                "Product type",
                Kind::Choice(&["BusinessCalling", "VoiceConnector", "SipMediaApplicationDialIn"]),
            ),
        ],
    ),
    Hook {
        put: true,
        ..hook(
            ("fail-phone-number", "Phone numbers"),
            "Let something about a number fail",
            "Holds for the number until it is set otherwise. With all off, all goes well again.",
            "phone-numbers/{PhoneNumberId}/failures",
            &[
                field("PhoneNumberId", "Phone number", Kind::Text).help("With + and the country code."),
                field("Order", "Its next order fails", Kind::Switch),
                field("CallingName", "The next change of its calling name fails", Kind::Switch),
                field("Release", "Taking it away from who has it fails", Kind::Switch),
                field("Deletion", "The end of its time in the deletion queue fails", Kind::Switch),
            ],
        )
    },
    hook(
        ("ping", "Voice"),
        "Send a SIP OPTIONS ping",
        "The termination health of the connector then tells of it.",
        "voice-connectors/{VoiceConnectorId}/ping",
        &[
            CONNECTOR,
            field("Source", "Source", Kind::Text).help("An IP address, such as 198.51.100.7."),
            field("Timestamp", "At", Kind::Text).help("Without it, now.").optional(),
        ],
    ),
    hook(
        ("start-proxy-call", "Voice"),
        "Use a proxy session",
        "One participant calls or writes to the other. A closed session falls back to its number.",
        "voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}/start",
        &[CONNECTOR, SESSION, field("Capability", "Capability", Kind::Choice(&["Voice", "SMS"]))],
    ),
    hook(
        ("stop-proxy-call", "Voice"),
        "Hang up a proxy session",
        "The participants end their call.",
        "voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}/stop",
        &[CONNECTOR, SESSION],
    ),
    hook(
        ("end-sip-call", "Voice"),
        "End a SIP call",
        "Who was called by a SIP media application hangs up.",
        "sip-media-applications/{SipMediaApplicationId}/calls/{TransactionId}/end",
        &[
            field("SipMediaApplicationId", "SIP media application", Kind::Pick(Source::APPLICATIONS)),
            field("TransactionId", "Call", Kind::Pick(Source::CALLS)),
        ],
    ),
    hook(
        ("connect-attendee", "Meetings"),
        "Connect an attendee",
        "A client joins the meeting.",
        "meetings/{MeetingId}/connect",
        &[MEETING, ATTENDEE],
    ),
    hook(
        ("disconnect-attendee", "Meetings"),
        "Disconnect an attendee",
        "A client leaves the meeting.",
        "meetings/{MeetingId}/disconnect",
        &[MEETING, ATTENDEE],
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_label_of_a_path_has_a_field_and_every_id_is_its_own() {
        let ids: BTreeSet<_> = HOOKS.iter().map(|hook| hook.id).collect();
        assert_eq!(ids.len(), HOOKS.len());
        for hook in HOOKS {
            let labels = hook.path.split(['{', '}']).skip(1).step_by(2);
            for label in labels {
                assert!(hook.fields.iter().any(|field| field.name == label), "{} {label}", hook.id);
            }
        }
    }
}
