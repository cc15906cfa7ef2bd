//! A user as answers give it, and what its states are called.

use chime_model::types::{InviteStatus, RegistrationStatus, User, UserType};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::ui::{Badge, Status, Tone, dash};

/// The user in an answer, or in a row of a list.
pub fn read(user: &Value) -> Option<User> {
    serde_json::from_value(user.clone()).ok()
}

/// What the user is called; the id where there is no name.
pub fn name(user: &User) -> String {
    let name = user.display_name.as_ref().or(user.primary_email.as_ref()).filter(|name| !name.is_empty());
    name.unwrap_or(&user.user_id).clone()
}

/// What each operation on the user names it by.
pub fn key(user: &User) -> Value {
    json!({ "AccountId": user.account_id, "UserId": user.user_id })
}

/// The type in words.
pub fn type_words(kind: UserType) -> &'static str {
    match kind {
        UserType::PrivateUser => "Person",
        UserType::SharedDevice => "Shared device",
    }
}

fn registration(user: &User) -> Option<(Tone, &'static str)> {
    Some(match user.user_registration_status? {
        RegistrationStatus::Unregistered => (Tone::Neutral, "Unregistered"),
        RegistrationStatus::Registered => (Tone::Success, "Registered"),
        RegistrationStatus::Suspended => (Tone::Warning, "Suspended"),
    })
}

fn invitation(user: &User) -> Option<(Tone, &'static str)> {
    Some(match user.user_invitation_status? {
        InviteStatus::Pending => (Tone::Info, "Pending"),
        InviteStatus::Accepted => (Tone::Success, "Accepted"),
        InviteStatus::Failed => (Tone::Error, "Failed"),
    })
}

fn status(state: Option<(Tone, &'static str)>) -> AnyView {
    state.map_or_else(dash, |(tone, text)| view! { <Status tone text /> }.into_any())
}

/// The registration as text in a table; empty when the service tells none.
pub fn registration_word(user: &User) -> &'static str {
    registration(user).map_or("", |(_, word)| word)
}

/// The invitation as text in a table; empty when there was none.
pub fn invitation_word(user: &User) -> &'static str {
    invitation(user).map_or("", |(_, word)| word)
}

/// The registration in a table.
pub fn registration_view(user: &User) -> AnyView {
    status(registration(user))
}

/// The invitation in a table.
pub fn invitation_view(user: &User) -> AnyView {
    status(invitation(user))
}

/// Type and registration beside a title.
pub fn badges(user: &User) -> AnyView {
    let kind = user.user_type.map(|kind| view! { <Badge>{type_words(kind)}</Badge> });
    let state = registration(user).map(|(tone, word)| view! { <Badge tone>{word}</Badge> });
    view! { {kind} {state} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_called_by_the_best_name_there_is() {
        let user = |value| read(&value).map(|user| name(&user));
        let full = json!({ "UserId": "u1", "DisplayName": "Ada", "PrimaryEmail": "ada@example.com" });
        assert_eq!(user(full).as_deref(), Some("Ada"));
        assert_eq!(user(json!({ "UserId": "u1", "PrimaryEmail": "a@example.com" })).as_deref(), Some("a@example.com"));
        assert_eq!(user(json!({ "UserId": "u1", "DisplayName": null })).as_deref(), Some("u1"));
    }
}
