//! What happens outside the API, and what people and AWS Support do (G-80): each a route of its own.

mod accounts;
mod meetings;
mod messages;
mod phone_numbers;
mod sip_media_applications;
mod users;
mod voice_connectors;

use chime_model::{Operation, validate};
use http::Method;
use serde_json::Value;

use super::Route;
use crate::failure::Failure;

/// Those that the accounts of the demo need.
pub(super) const FIRST: &[Route] = &[
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts",
        about: "Creates an Enterprise account (F-1): Name, AccountType (EnterpriseLWA when absent), Domains, SupportedLicenses.",
        run: accounts::create,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts/{AccountId}/claim-domains",
        about: "Claims Domains; a Team account becomes EnterpriseLWA (F-1).",
        run: accounts::claim_domains,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts/{AccountId}/sign-up",
        about: "Has a person of a claimed domain sign up in an Enterprise account (F-4): Email, DisplayName.",
        run: users::sign_up,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/invitations/{InviteId}/accept",
        about: "Has the invited person accept (F-3); InviteId is InviteUsers' answer, and in the InvitationSent event.",
        run: users::accept_invitation,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/invitations/{InviteId}/fail",
        about: "Has an invitation fail (F-3).",
        run: users::fail_invitation,
    },
];

pub(super) const REST: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/_emulator/hooks/accounts/{AccountId}/domains",
        about: "Lists the domains that an account has claimed (F-1).",
        run: accounts::domains,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts/{AccountId}/convert",
        about: "Turns an account into one of another Enterprise type (F-1): AccountType.",
        run: accounts::convert,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts/{AccountId}/release-domains",
        about: "Releases Domains, all when absent, and suspends every user of the account (F-1).",
        run: accounts::release_domains,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts/{AccountId}/restore",
        about: "Brings a deleted account back within its 90 days (F-2).",
        run: accounts::restore,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts/{AccountId}/users/{UserId}/register",
        about: "Has a private user made by CreateUser register (F-4).",
        run: users::register,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/phone-number",
        about: "Puts a number into the inventory without an order, a shortcut for tests: E164PhoneNumber, ProductType.",
        run: phone_numbers::add,
    },
    Route {
        method: Method::PUT,
        path: "/_emulator/hooks/phone-numbers/{PhoneNumberId}/failures",
        about: "Has orders of a number fail, changes of its calling name, its release, its deletion, or none any more (F-10): Order, \
                CallingName, Release, Deletion.",
        run: phone_numbers::fail,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts/{AccountId}/rooms/{RoomId}/messages",
        about: "Writes a message in a chat room (F-5): Content, Sender, CreatedTimestamp.",
        run: messages::write_in_room,
    },
    Route {
        method: Method::GET,
        path: "/_emulator/hooks/accounts/{AccountId}/rooms/{RoomId}/messages",
        about: "Lists the messages of a chat room, redacted ones without Content (F-5): ?limit=, ?after= the Next of the page before.",
        run: messages::read_room,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/accounts/{AccountId}/conversations/{ConversationId}/messages",
        about: "Writes a message in a conversation (F-5): Content, Sender, CreatedTimestamp.",
        run: messages::write_in_conversation,
    },
    Route {
        method: Method::GET,
        path: "/_emulator/hooks/accounts/{AccountId}/conversations/{ConversationId}/messages",
        about: "Lists the messages of a conversation, as of a room (F-5).",
        run: messages::read_conversation,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/voice-connectors/{VoiceConnectorId}/ping",
        about: "Records a SIP OPTIONS ping (F-6): Source, an IP address; Timestamp, now when absent.",
        run: voice_connectors::ping,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}/start",
        about: "Has one participant call or write to the other (F-7): Capability, Voice when absent. A closed session falls back.",
        run: voice_connectors::start_session,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}/stop",
        about: "Has them hang up (F-7).",
        run: voice_connectors::stop_session,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/sip-media-applications/{SipMediaApplicationId}/calls/{TransactionId}/end",
        about: "Ends a call of a SIP media application (F-8).",
        run: sip_media_applications::end_call,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/meetings/{MeetingId}/connect",
        about: "Has a client join a meeting (F-13): JoinToken.",
        run: meetings::connect,
    },
    Route {
        method: Method::POST,
        path: "/_emulator/hooks/meetings/{MeetingId}/disconnect",
        about: "Has a client leave a meeting (F-13): JoinToken.",
        run: meetings::disconnect,
    },
];

/// Holds what a hook is given to the limits that `operation` has for members of the same names.
fn check(operation: Operation, input: &Value) -> Result<(), Failure> {
    match validate::input(operation, input).first() {
        Some(violation) => Err(Failure::bad_request(format!("{}: {}", violation.path, violation.message))),
        None => Ok(()),
    }
}
