//! What calling an operation does: reads, writes, or something that cannot simply be taken back (CONSOLE-NOTES 20).

use chime_model::{Operation, Verb};

use Operation as O;

/// How much care an operation asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Consequence {
    /// It changes nothing.
    Reads,
    /// It creates or changes something.
    Writes,
    /// It says so and asks before it is sent: C2 or, where its name has to be typed, C3.
    Destroys {
        /// What will happen.
        what: &'static str,
        /// Nothing brings back what goes with it.
        typed: bool,
    },
}

impl Consequence {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Reads => "Reads",
            Self::Writes => "Writes",
            Self::Destroys { .. } => "Destructive",
        }
    }
}

/// Operations whose names do not tell what they do, and those that ask for the most care.
const NAMED: &[(&[O], bool, &str)] = &[
    (&[O::DeleteAccount], true, "The account is closed. For 90 days only AWS Support can bring it back."),
    (&[O::DeleteRoom], true, "The room goes for good, with its memberships and messages."),
    (&[O::DeleteVoiceConnector], true, "The voice connector goes for good, with all its settings."),
    (&[O::DeleteMeeting], true, "The meeting ends: everybody in it is disconnected."),
    (&[O::DeleteAppInstance], true, "The app instance goes for good, with its users, channels and messages."),
    (&[O::DeleteAppInstanceUser], true, "The user goes for good, with its roles, memberships and bans."),
    (&[O::DeleteChannel], true, "The channel goes for good, with its memberships and messages."),
    (
        &[O::PutRetentionSettings, O::PutAppInstanceRetentionSettings],
        true,
        "Where the period gets shorter, older messages are erased for good.",
    ),
    (&[O::DeleteAttendee], false, "The attendee's join token stops working at once and for good."),
    (
        &[O::RedactChannelMessage, O::RedactRoomMessage, O::RedactConversationMessage, O::DeleteChannelMessage],
        false,
        "What the message says is erased for good.",
    ),
    (
        &[O::DeletePhoneNumber, O::BatchDeletePhoneNumber],
        false,
        "Into the deletion queue: restored within 7 days, or gone.",
    ),
    (&[O::RegenerateSecurityToken], false, "The bot's old token stops working at once."),
    (
        &[O::ResetPersonalPIN],
        false,
        "The old PIN stops working at once, in meetings that are scheduled with it as well.",
    ),
    (&[O::UpdatePhoneNumberSettings], false, "After it the default calling name is locked for 7 days."),
    (&[O::LogoutUser], false, "The user is signed out on every device."),
    (
        &[O::BatchSuspendUser],
        false,
        "The users lose access: in a Team account they leave it, elsewhere they are locked.",
    ),
    (&[O::CreateChannelBan], false, "The member is thrown out of the channel as well."),
    (&[O::StopMeetingTranscription], false, "What is said from now on is not transcribed."),
    (&[O::InviteUsers], false, "E-mails are sent to these people."),
    (
        &[O::CreateSipMediaApplicationCall, O::CreateMeetingDialOut],
        false,
        "A telephone rings, and the call is charged.",
    ),
];

/// What calling the operation does.
pub(super) fn consequence(operation: Operation) -> Consequence {
    if let Some((_, typed, what)) = NAMED.iter().find(|(operations, ..)| operations.contains(&operation)) {
        return Consequence::Destroys { what, typed: *typed };
    }
    let name = operation.name();
    let (verb, begins) = (operation.spec().verb, |word| name.starts_with(word));
    if verb == Verb::Delete || begins("Delete") {
        Consequence::Destroys { what: "It is deleted. To have it back, it must be entered again.", typed: false }
    } else if begins("Disassociate") || begins("BatchDelete") {
        Consequence::Destroys { what: "What is taken off stops working there at once.", typed: false }
    } else if verb == Verb::Get || ["Get", "List", "Search", "Describe", "Validate"].into_iter().any(begins) {
        Consequence::Reads
    } else {
        Consequence::Writes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_takes_away_asks_before() {
        for operation in Operation::ALL {
            let name = operation.name();
            let takes = ["Delete", "BatchDelete", "Disassociate", "Redact", "Regenerate", "Reset"];
            if takes.iter().any(|word| name.starts_with(word)) {
                assert!(matches!(consequence(operation), Consequence::Destroys { .. }), "{name}");
            }
        }
    }

    #[test]
    fn reading_is_told_from_writing() {
        assert_eq!(consequence(Operation::ListAccounts), Consequence::Reads);
        assert_eq!(consequence(Operation::SearchAvailablePhoneNumbers), Consequence::Reads);
        assert_eq!(consequence(Operation::ValidateE911Address), Consequence::Reads);
        assert_eq!(consequence(Operation::GetEventsConfiguration), Consequence::Reads);
        assert_eq!(consequence(Operation::RestorePhoneNumber), Consequence::Writes);
        assert_eq!(consequence(Operation::BatchUnsuspendUser), Consequence::Writes);
    }
}
