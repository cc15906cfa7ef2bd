//! What follows from an account's type and status, for the families of pages below an account.

use chime_model::types::{Account, AccountStatus, AccountType};
use leptos::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use crate::ui::{Badge, Status, Tone};

/// The account in an answer.
pub fn read(account: &Value) -> Option<Account> {
    serde_json::from_value(account.clone()).ok()
}

/// The account in a row of a list.
pub fn of_row(row: Signal<Option<Value>>) -> Signal<Option<Account>> {
    Memo::new(move |_| row.with(|row| read(row.as_ref()?))).into()
}

/// Deleted less than 90 days ago, and for the API read-only (ACC-11).
pub fn is_disabled(account: &Account) -> bool {
    account.account_status == Some(AccountStatus::Suspended)
}

/// The same of a row.
pub fn is_disabled_row(row: &Value) -> bool {
    row["AccountStatus"] == AccountStatus::Suspended.as_str()
}

/// Why nothing can be changed.
pub fn frozen(account: &Account) -> Option<String> {
    frozen_when(is_disabled(account))
}

/// Why nothing can be changed of an account, which is disabled or not.
pub fn frozen_when(disabled: bool) -> Option<String> {
    disabled.then(|| "The account is disabled: only AWS Support can bring it back".to_owned())
}

/// Whether the account can have what only Enterprise accounts have (ACC-8).
pub fn is_enterprise(account: &Account) -> bool {
    account.account_type.is_some_and(|kind| kind != AccountType::Team)
}

/// Why an account has no `what`: "rooms". Only Enterprise accounts chat, and none that is disabled (ACC-8, ACC-11).
pub fn without(account: &Account, what: &str) -> Option<String> {
    match () {
        () if !is_enterprise(account) => Some(["Only Enterprise accounts have ", what].concat()),
        () if is_disabled(account) => Some(["The ", what, " of a disabled account are out of reach"].concat()),
        () => None,
    }
}

/// The type in words that keep the API's.
pub fn type_words(kind: AccountType) -> &'static str {
    match kind {
        AccountType::Team => "Team",
        AccountType::EnterpriseDirectory => "Enterprise (Directory)",
        AccountType::EnterpriseLWA => "Enterprise (LWA)",
        AccountType::EnterpriseOIDC => "Enterprise (OIDC)",
    }
}

/// What the type means: who manages the users.
pub fn type_meaning(kind: AccountType) -> &'static str {
    match kind {
        AccountType::Team => "Users are invited by e-mail, and leave when they are suspended.",
        AccountType::EnterpriseDirectory => "Users come from Active Directory and are managed there.",
        AccountType::EnterpriseLWA => "Users of the claimed domains sign in with Login with Amazon.",
        AccountType::EnterpriseOIDC => "Users come from an OpenID Connect provider and are managed there.",
    }
}

fn status(disabled: bool) -> (Tone, &'static str) {
    if disabled { (Tone::Warning, "Disabled") } else { (Tone::Success, "Active") }
}

/// The type of a row in a table.
pub fn row_type(row: &Value) -> String {
    AccountType::deserialize(&row["AccountType"]).map_or("", type_words).to_owned()
}

/// The status of a row as text in a table.
pub fn row_status(row: &Value) -> String {
    status(is_disabled_row(row)).1.to_owned()
}

/// The status of a row in a table.
pub fn row_status_view(row: &Value) -> AnyView {
    let (tone, text) = status(is_disabled_row(row));
    view! { <Status tone text /> }.into_any()
}

/// Type and status beside a title.
pub fn badges(account: &Account) -> AnyView {
    let (tone, text) = status(is_disabled(account));
    let kind = account.account_type.map(|kind| view! { <Badge>{type_words(kind)}</Badge> });
    view! { {kind} <Badge tone>{text}</Badge> }.into_any()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn account(status: &str, kind: &str) -> Account {
        read(&json!({
            "AwsAccountId": "111122223333", "AccountId": "a1", "Name": "Example",
            "AccountStatus": status, "AccountType": kind
        }))
        .unwrap()
    }

    #[test]
    fn suspended_is_what_people_call_disabled() {
        assert!(frozen(&account("Active", "Team")).is_none());
        assert!(frozen(&account("Suspended", "Team")).is_some());
    }

    #[test]
    fn all_types_but_team_are_enterprise() {
        assert!(!is_enterprise(&account("Active", "Team")));
        for kind in ["EnterpriseDirectory", "EnterpriseLWA", "EnterpriseOIDC"] {
            assert!(is_enterprise(&account("Active", kind)));
        }
    }

    #[test]
    fn an_account_with_only_the_required_members_is_read() {
        let least = json!({ "AwsAccountId": "111122223333", "AccountId": "a1", "Name": "Example" });
        let account = read(&least).unwrap();
        assert!(!is_enterprise(&account) && !is_disabled(&account));
    }
}
