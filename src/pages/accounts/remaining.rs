//! The users that stand in the way of an account's deletion.

use chime_model::Operation;
use chime_model::types::{Account, RegistrationStatus, User};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::account::is_enterprise;
use crate::client::{CallError, Query, call, query};
use crate::session::Session;
use crate::ui::Count;

/// The most users that one `ListUsers` gives.
const PAGE: u32 = 200;

/// The users of an account who are not suspended, of the first page.
#[derive(Clone, Copy)]
pub struct Remaining {
    /// What was asked.
    pub query: Query,
    users: Memo<Option<(Vec<User>, bool)>>,
}

impl Remaining {
    /// Asks for the users of `account` while there is one.
    pub fn of(account: impl Fn() -> Option<Account> + Copy + Send + Sync + 'static) -> Self {
        let query = query(Operation::ListUsers, move || Some(input(&account()?.account_id, None)));
        let users = Memo::new(move |_| {
            let enterprise = is_enterprise(&account()?);
            let (mut users, next) = query.data.with(|page| page.as_ref().map(read))?;
            users.retain(|user| counts(user, enterprise));
            Some((users, next.is_some()))
        });
        Self { query, users }
    }

    /// The users, as far as they are loaded.
    pub fn users(self) -> Vec<User> {
        self.users.with(|users| users.as_ref().map(|(users, _)| users.clone())).unwrap_or_default()
    }

    /// How many there are, once it is known.
    pub fn count(self) -> Option<Count> {
        self.users.with(|users| {
            let (users, more) = users.as_ref()?;
            Some(Count { loaded: users.len(), more: *more, selected: 0 })
        })
    }

    /// How many there are: "1 user", "200+ users".
    pub fn words(self) -> String {
        let count = self.count().unwrap_or_default();
        let (more, plural) = (if count.more { "+" } else { "" }, if count.loaded == 1 { "" } else { "s" });
        format!("{}{more} user{plural}", count.loaded)
    }

    /// Whether the first answer is still on its way.
    pub fn pending(self) -> bool {
        self.query.pending()
    }
}

/// Whether a user must go first. A suspended one has left a Team account; elsewhere the row stays (USR-2).
fn counts(user: &User, enterprise: bool) -> bool {
    !enterprise || user.user_registration_status != Some(RegistrationStatus::Suspended)
}

fn input(account: &str, next_token: Option<&str>) -> Value {
    json!({ "AccountId": account, "MaxResults": PAGE, "NextToken": next_token })
}

fn read(page: &Value) -> (Vec<User>, Option<String>) {
    let users = page["Users"].as_array().into_iter().flatten();
    let users = users.filter_map(|user| serde_json::from_value(user.clone()).ok()).collect();
    (users, page["NextToken"].as_str().map(str::to_owned))
}

/// All users of an account, of every page.
///
/// # Errors
/// When one of the pages could not be read.
pub async fn everyone(session: Session, account: &str) -> Result<Vec<User>, CallError> {
    let (mut all, mut token) = (Vec::new(), None::<String>);
    loop {
        let (users, next) = read(&call(session, Operation::ListUsers, input(account, token.as_deref())).await?);
        all.extend(users);
        if next.is_none() {
            return Ok(all);
        }
        token = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suspended_user_of_an_enterprise_account_does_not_remain() {
        let page = json!({ "Users": [
            { "UserId": "1", "UserRegistrationStatus": "Registered" },
            { "UserId": "2", "UserRegistrationStatus": "Suspended" },
            { "UserId": "3", "UserInvitationStatus": "Pending" },
        ], "NextToken": "more" });
        let (users, next) = read(&page);
        assert_eq!(next.as_deref(), Some("more"));
        let remaining = |enterprise| users.iter().filter(|user| counts(user, enterprise)).count();
        assert_eq!((remaining(true), remaining(false)), (2, 3));
    }
}
