//! Who did something: a user whose name may change, and who may be deleted (APP-4, APP-17).

use chime_model::types::Identity;
use serde::{Deserialize, Serialize};

use super::row::{USERS, UserRow};
use crate::context::Context;
use crate::failure::Failure;
use crate::service::app_instances::Arn;
use crate::store::{Index, Key, Range, Table};

/// A user as other rows remember it: not by name, since names change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Person {
    /// ARN of the user; after its deletion, perhaps of another.
    pub arn: String,
    /// Which of the users with that ARN.
    pub person_id: String,
}

/// APP-17: the last name of a user who was deleted, for the messages that stay.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct FormerRow {
    app_instance_id: String,
    person_id: String,
    name: String,
}

static FORMER: Table<FormerRow> = Table {
    name: "app-instance-former-user",
    key: |row| Key::of([&row.app_instance_id, &row.person_id]),
    indexes: &[&FORMER_OF_INSTANCE],
};

static FORMER_OF_INSTANCE: Index<FormerRow> =
    Index { name: "instance", places: |row| vec![Key::of([&row.app_instance_id])] };

/// APP-4: the person with the name of today, or the last one.
///
/// # Errors
/// The store's.
pub fn identity(context: &Context<'_>, person: &Person) -> Result<Identity, Failure> {
    let name = match Arn::parse(&person.arn) {
        Some(Arn::User { instance, user, .. }) => name(context, instance, user, &person.person_id)?,
        _ => None,
    };
    Ok(Identity { arn: Some(person.arn.clone()), name })
}

fn name(context: &Context<'_>, instance: &str, user: &str, person_id: &str) -> Result<Option<String>, Failure> {
    let user = USERS.get(context, &Key::of([instance, user]))?.filter(|user| user.person_id == person_id);
    if let Some(user) = user {
        return Ok(Some(user.name));
    }
    Ok(FORMER.get(context, &Key::of([instance, person_id]))?.map(|former| former.name))
}

/// Keeps the name of a user who is deleted.
pub(super) fn remember(context: &Context<'_>, user: &UserRow) -> Result<(), Failure> {
    let (app_instance_id, person_id) = (user.app_instance_id.clone(), user.person_id.clone());
    Ok(FORMER.put(context, &FormerRow { app_instance_id, person_id, name: user.name.clone() })?)
}

pub(super) fn purge_instance(context: &Context<'_>, app_instance_id: &str, limit: usize) -> Result<bool, Failure> {
    let range = Range { within: Key::of([app_instance_id]), ..Range::default() };
    let former = FORMER.page(context, &FORMER_OF_INSTANCE, &range, limit, |_| true)?.rows;
    for row in &former {
        FORMER.delete(context, &(FORMER.key)(row))?;
    }
    Ok(former.len() == limit)
}
