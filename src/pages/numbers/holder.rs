//! Who has a phone number: a user, a voice connector, a group, or a SIP rule (NUM-3).

use chime_model::Operation;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::number::text;
use crate::client::query;
use crate::routes::{self, ConnectorTab};
use crate::ui::*;

/// What can have a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// A user of an account.
    User,
    /// A voice connector.
    Connector,
    /// A voice connector group.
    Group,
    /// A SIP rule, whose trigger names the number.
    Rule,
}

/// Kinds with their association name (the API's), what they are called, and the read that tells their name: its operation,
/// id member and the object in the answer.
const KINDS: [(Kind, &str, &str, Operation, &str); 4] = [
    (Kind::User, "UserId", "User", Operation::GetUser, "User"),
    (Kind::Connector, "VoiceConnectorId", "Voice connector", Operation::GetVoiceConnector, "VoiceConnector"),
    (
        Kind::Group,
        "VoiceConnectorGroupId",
        "Voice connector group",
        Operation::GetVoiceConnectorGroup,
        "VoiceConnectorGroup",
    ),
    (Kind::Rule, "SipRuleId", "SIP rule", Operation::GetSipRule, "SipRule"),
];

/// Who has a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holder {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The account of a user.
    pub account: Option<String>,
}

impl Kind {
    fn facts(self) -> &'static (Kind, &'static str, &'static str, Operation, &'static str) {
        KINDS.iter().find(|(kind, ..)| *kind == self).unwrap_or(&KINDS[0])
    }

    /// The association name of the API.
    pub fn name(self) -> &'static str {
        self.facts().1
    }

    /// What it is called.
    pub fn words(self) -> &'static str {
        self.facts().2
    }

    /// The kind of an association name.
    pub fn of(name: &str) -> Option<Self> {
        KINDS.iter().find(|(_, known, ..)| *known == name).map(|(kind, ..)| *kind)
    }
}

/// Who has the number of a row. A user's number names the account too (USR-37).
pub fn holder(row: &Value) -> Option<Holder> {
    let associations = row["Associations"].as_array()?;
    let (kind, id) =
        associations.iter().find_map(|each| Some((Kind::of(text(each, "Name"))?, text(each, "Value").to_owned())))?;
    let account =
        associations.iter().find(|each| each["Name"] == "AccountId").map(|each| text(each, "Value").to_owned());
    Some(Holder { kind, id, account })
}

/// Who has it, as text in a table.
pub fn holder_words(row: &Value) -> String {
    holder(row).map(|holder| [holder.kind.words(), " ", &holder.id].concat()).unwrap_or_default()
}

impl Holder {
    /// The address of its page.
    pub fn href(&self) -> Option<String> {
        Some(match self.kind {
            Kind::User => routes::user(self.account.as_deref()?, &self.id),
            Kind::Connector => routes::voice_connector(&self.id, ConnectorTab::Numbers),
            Kind::Group => routes::voice_connector_group(&self.id),
            Kind::Rule => routes::sip_rule(&self.id),
        })
    }

    /// Its kind, and its name as a link once that is known.
    pub fn view(&self) -> AnyView {
        let (_, member, words, operation, object) = *self.kind.facts();
        let mut input = json!({ (member): self.id });
        if let Some(account) = &self.account {
            input["AccountId"] = json!(account);
        }
        // Without its account a user cannot be read.
        let readable = self.kind != Kind::User || self.account.is_some();
        let answer = query(operation, move || readable.then(|| input.clone()));
        let id = self.id.clone();
        let name = Memo::new(move |_| {
            let members = ["Name", "DisplayName", "PrimaryEmail"];
            let named =
                |data: &Value| members.iter().find_map(|member| data[object][*member].as_str().map(str::to_owned));
            answer.data.with(|data| data.as_ref().and_then(named)).unwrap_or_else(|| id.clone())
        });
        let shown = if self.kind == Kind::User {
            view! { <Personal text=name /> }.into_any()
        } else {
            (move || name.get()).into_any()
        };
        let shown = match self.href() {
            Some(href) => view! { <a class="link" href=href>{shown}</a> }.into_any(),
            None => shown,
        };
        view! { <span class="muted">{words} " "</span> {shown} }.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_users_number_names_user_and_account() {
        let row =
            json!({ "Associations": [{ "Name": "AccountId", "Value": "a" }, { "Name": "UserId", "Value": "u" }] });
        let expected = Holder { kind: Kind::User, id: "u".into(), account: Some("a".into()) };
        assert_eq!(holder(&row), Some(expected));
        assert_eq!(holder_words(&row), "User u");
        assert_eq!(holder(&json!({ "Associations": [] })), None);
    }
}
