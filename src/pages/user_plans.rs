//! What is done to many users at once, in chunks of each operation's limit.

use std::sync::Arc;

use chime_model::Operation;
use chime_model::types::User;
use serde_json::{Value, json};

use super::user;
use crate::bulk::{Item, Plan, failures_in};

/// Above so many objects the name must be typed (CONSOLE-NOTES 0.3).
pub const MANY: usize = 10;

/// The most users that suspending and unsuspending take at once.
const STATUS_CHUNK: usize = 50;
/// The most users that `BatchUpdateUser` takes.
const UPDATE_CHUNK: usize = 20;

const STALE: &[Operation] = &[Operation::ListUsers, Operation::GetUser];

/// A user to work on, called by the e-mail unless personal values are masked.
pub fn user_item(user: User, masked: bool) -> Item {
    let label =
        if masked { user.user_id.clone() } else { user.primary_email.clone().unwrap_or_else(|| user::name(&user)) };
    Item { value: json!(user.user_id), id: user.user_id, label }
}

/// Suspends users (USR-29).
pub fn suspend_plan(account: &str) -> Plan {
    by_ids(Operation::BatchSuspendUser, account)
}

/// Brings suspended users back (USR-32).
pub fn unsuspend_plan(account: &str) -> Plan {
    by_ids(Operation::BatchUnsuspendUser, account)
}

/// Gives users a license (USR-28).
pub fn license_plan(account: &str, license: &str) -> Plan {
    let (account, license) = (account.to_owned(), license.to_owned());
    let input = move |items: &[Item]| {
        let update = |item: &Item| json!({ "UserId": item.value, "LicenseType": license });
        let updates: Vec<Value> = items.iter().map(update).collect();
        json!({ "AccountId": account, "UpdateUserRequestItems": updates })
    };
    plan(Operation::BatchUpdateUser, UPDATE_CHUNK, input)
}

/// Signs users out of every device, one call each: there is no batch (USR-33).
pub fn sign_out_plan(account: &str) -> Plan {
    let account = account.to_owned();
    let input = move |items: &[Item]| json!({ "AccountId": account, "UserId": items.first().map(|item| &item.value) });
    plan(Operation::LogoutUser, 1, input)
}

fn by_ids(operation: Operation, account: &str) -> Plan {
    let account = account.to_owned();
    let input = move |items: &[Item]| {
        let ids: Vec<&Value> = items.iter().map(|item| &item.value).collect();
        json!({ "AccountId": account, "UserIdList": ids })
    };
    plan(operation, STATUS_CHUNK, input)
}

fn plan(operation: Operation, chunk: usize, input: impl Fn(&[Item]) -> Value + Send + Sync + 'static) -> Plan {
    let failures = |output: &Value| failures_in(output, "UserErrors", "UserId");
    Plan { operation, chunk, input: Arc::new(input), failures, stale: STALE, answered: None }
}

#[cfg(test)]
mod tests {
    use chime_model::validate;

    use super::*;

    #[test]
    fn a_full_chunk_of_each_plan_is_what_its_operation_takes() {
        let plans = [suspend_plan("a"), unsuspend_plan("a"), license_plan("a", "Pro"), sign_out_plan("a")];
        for plan in plans {
            let item = |n| Item { id: format!("u{n}"), label: String::new(), value: json!(format!("u{n}")) };
            let items: Vec<Item> = (0..plan.chunk).map(item).collect();
            assert_eq!(validate::input(plan.operation, &(plan.input)(&items)), [], "{}", plan.operation);
        }
    }
}
