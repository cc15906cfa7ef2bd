//! What a hook can be about: lists of the API, or what the event log names.

use chime_model::Operation;
use leptos::{prelude::*, task::spawn_local};
use serde_json::{Map, Value, json};

use crate::client::{emulator, query};
use crate::session::use_session;
use crate::table::text_of;

/// The most rows that most lists give at once.
const PAGE: u32 = 99;

/// Where the values of a field come from.
#[derive(Clone, Copy)]
pub(super) enum Source {
    /// A list of the API.
    List {
        /// The operation.
        operation: Operation,
        /// The fields of the hook that it needs.
        needs: &'static [&'static str],
        /// The member that holds the rows.
        rows: &'static str,
        /// What is sent of a row.
        value: &'static str,
        /// What a row is told apart by, where the value must not be seen.
        key: &'static str,
        /// What a person knows it by.
        name: &'static str,
    },
    /// Events of a kind: what is sent of their detail, and what a person knows it by.
    Events(&'static str, &'static str, &'static str),
}

const fn list(
    operation: Operation,
    needs: &'static [&'static str],
    rows: &'static str,
    id: &'static str,
    name: &'static str,
) -> Source {
    Source::List { operation, needs, rows, value: id, key: id, name }
}

impl Source {
    pub(super) const ACCOUNTS: Self = list(Operation::ListAccounts, &[], "Accounts", "AccountId", "Name");
    pub(super) const USERS: Self = list(Operation::ListUsers, &["AccountId"], "Users", "UserId", "PrimaryEmail");
    pub(super) const ROOMS: Self = list(Operation::ListRooms, &["AccountId"], "Rooms", "RoomId", "Name");
    pub(super) const CONNECTORS: Self =
        list(Operation::ListVoiceConnectors, &[], "VoiceConnectors", "VoiceConnectorId", "Name");
    pub(super) const PROXY_SESSIONS: Self =
        list(Operation::ListProxySessions, &["VoiceConnectorId"], "ProxySessions", "ProxySessionId", "Status");
    pub(super) const APPLICATIONS: Self =
        list(Operation::ListSipMediaApplications, &[], "SipMediaApplications", "SipMediaApplicationId", "Name");
    pub(super) const MEETINGS: Self = list(Operation::ListMeetings, &[], "Meetings", "MeetingId", "ExternalMeetingId");
    pub(super) const ATTENDEES: Self = Self::List {
        operation: Operation::ListAttendees,
        needs: &["MeetingId"],
        rows: "Attendees",
        value: "JoinToken",
        key: "AttendeeId",
        name: "ExternalUserId",
    };
    pub(super) const INVITATIONS: Self = Self::Events("InvitationSent", "InviteId", "EmailAddress");
    pub(super) const CALLS: Self = Self::Events("LambdaInvoked", "TransactionId", "InvocationEventType");

    /// What can be chosen, given what the other fields of the hook hold. Must be called where signals can live.
    pub(super) fn options(self, others: Signal<Map<String, Value>>) -> Signal<Vec<Pickable>> {
        match self {
            Self::List { operation, needs, rows, value, key, name } => {
                let input = move || {
                    let mut input = json!({ "MaxResults": PAGE });
                    for need in needs {
                        input[*need] = others.with(|others| others.get(*need).cloned())?;
                    }
                    Some(input)
                };
                let answer = query(operation, input);
                Signal::derive(move || {
                    let read = |data: &Option<Value>| {
                        let rows = data.as_ref()?[rows].as_array()?;
                        Some(rows.iter().map(|row| Pickable::of(row, key, value, name)).collect())
                    };
                    answer.data.with(read).unwrap_or_default()
                })
            }
            Self::Events(kind, value, name) => {
                let (session, found) = (use_session(), RwSignal::new(Vec::new()));
                spawn_local(async move {
                    let path = ["events?limit=1000&kind=", kind].concat();
                    let Ok(answer) = emulator::get(session, &path).await else { return };
                    let events = answer["Events"].as_array().into_iter().flatten().rev();
                    let mut all: Vec<Pickable> = Vec::new();
                    for event in events {
                        let one = Pickable::of(&event["Detail"], value, value, name);
                        if all.iter().all(|other| other.key != one.key) {
                            all.push(one);
                        }
                    }
                    found.try_set(all);
                });
                found.into()
            }
        }
    }
}

/// Something that can be chosen.
#[derive(Clone, PartialEq)]
pub(super) struct Pickable {
    /// What it is told apart by in the document.
    pub(super) key: String,
    /// What is sent.
    pub(super) value: String,
    /// What a person knows it by.
    pub(super) label: String,
}

impl Pickable {
    fn of(row: &Value, key: &str, value: &str, name: &str) -> Self {
        let (key, name) = (text_of(&row[key]), text_of(&row[name]));
        let label =
            if name.is_empty() { key.clone() } else { [name, ", ".to_owned(), key.chars().take(8).collect()].concat() };
        Self { key, value: text_of(&row[value]), label }
    }
}
