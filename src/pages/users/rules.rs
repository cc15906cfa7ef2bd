//! What an account's type allows to be done to its users (ACC-8), with the reasons that people read.

use chime_model::types::{Account, AccountType, RegistrationStatus, User};

use crate::pages::account::frozen;

const DIRECTORY: &str = "Users of this account are managed in its directory";

/// Why nobody can be invited.
pub fn no_invitation(account: &Account) -> Option<String> {
    let team = account.account_type.is_none_or(|kind| kind == AccountType::Team);
    let reason = || "Only Team accounts invite users: here they come from a domain or a directory".to_owned();
    frozen(account).or_else(|| (!team).then(reason))
}

/// Why nobody can be suspended (USR-3).
pub fn no_suspension(account: &Account) -> Option<String> {
    frozen(account).or_else(|| managed_in_directory(account).then(|| DIRECTORY.to_owned()))
}

/// Why nobody can be brought back (USR-2).
pub fn no_return(account: &Account) -> Option<String> {
    let team = account.account_type.is_none_or(|kind| kind == AccountType::Team);
    let invite = || "Who was suspended from a Team account has left it: invite them again".to_owned();
    no_suspension(account).or_else(|| team.then(invite))
}

/// Why none of `users` can be brought back: nobody of them is suspended.
pub fn none_suspended(users: &[User]) -> Option<String> {
    let suspended = |user: &User| user.user_registration_status == Some(RegistrationStatus::Suspended);
    (!users.iter().any(suspended)).then(|| "Nobody chosen is suspended".to_owned())
}

/// What a suspension does, by the account's type.
pub fn suspension_effect(account: &Account) -> &'static str {
    match account.account_type {
        Some(AccountType::EnterpriseLWA) => {
            "They are signed out everywhere at once and cannot sign in until they are unsuspended. License, PIN, phone \
             number and rooms stay theirs."
        }
        _ => {
            "They leave the account and go on as free users of Amazon Chime; their phone numbers are released. To bring \
             one back, invite them again."
        }
    }
}

fn managed_in_directory(account: &Account) -> bool {
    matches!(account.account_type, Some(AccountType::EnterpriseDirectory | AccountType::EnterpriseOIDC))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn account(kind: &str, status: &str) -> Account {
        let account = json!({
            "AwsAccountId": "111122223333", "AccountId": "a", "Name": "Example",
            "AccountType": kind, "AccountStatus": status
        });
        serde_json::from_value(account).unwrap()
    }

    #[test]
    fn each_type_allows_what_the_service_does() {
        let allowed = |kind| {
            let account = account(kind, "Active");
            [no_invitation(&account), no_suspension(&account), no_return(&account)].map(|reason| reason.is_none())
        };
        assert_eq!(allowed("Team"), [true, true, false]);
        assert_eq!(allowed("EnterpriseLWA"), [false, true, true]);
        assert_eq!(allowed("EnterpriseDirectory"), [false, false, false]);
        assert_eq!(allowed("EnterpriseOIDC"), [false, false, false]);
    }

    #[test]
    fn a_disabled_account_allows_nothing() {
        let account = account("Team", "Suspended");
        assert!(no_invitation(&account).is_some() && no_suspension(&account).is_some());
    }
}
