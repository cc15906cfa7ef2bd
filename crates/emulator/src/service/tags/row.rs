//! Tags as they are stored: all of a resource together, in the order in which their keys came.

use chime_model::types::Tag;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Key, Table};

/// TAG-2, TAG-4: how many tags a resource can have.
pub const MOST: usize = 50;
/// TAG-3: how many an attendee can have, although the list of them could be longer.
pub const MOST_OF_AN_ATTENDEE: usize = 10;

/// What can have tags, by the id that nothing else ever has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource<'a> {
    /// A meeting.
    Meeting(&'a str),
    /// An attendee of a meeting.
    Attendee(&'a str),
    /// An app instance.
    AppInstance(&'a str),
    /// A user of an app instance, by the id of the person: a later user of the same name has tags of its own.
    AppInstanceUser(&'a str),
    /// A channel.
    Channel(&'a str),
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TagsRow {
    kind: String,
    id: String,
    tags: Vec<Tag>,
}

static TAGS: Table<TagsRow> = Table { name: "tags", key: |row| Key::of([&row.kind, &row.id]), indexes: &[] };

impl Resource<'_> {
    fn parts(&self) -> [&str; 2] {
        match self {
            Self::Meeting(id) => ["meeting", id],
            Self::Attendee(id) => ["attendee", id],
            Self::AppInstance(id) => ["app-instance", id],
            Self::AppInstanceUser(id) => ["app-instance-user", id],
            Self::Channel(id) => ["channel", id],
        }
    }
}

/// TAG-7: keys that begin like those of AWS itself are refused.
///
/// # Errors
/// BadRequest.
pub fn check(tags: &[Tag]) -> Result<(), Failure> {
    if tags.iter().any(|tag| tag.key.starts_with("aws:")) {
        return Err(Failure::bad_request("Keys of tags that begin with \"aws:\" are reserved."));
    }
    Ok(())
}

/// TAG-1: adds tags; a key that is there gets the new value and keeps its place.
///
/// # Errors
/// ResourceLimitExceeded, or BadRequest where it is not declared, when there would be more than `most`.
pub fn put(context: &Context<'_>, resource: Resource<'_>, tags: Vec<Tag>, most: usize) -> Result<(), Failure> {
    if tags.is_empty() {
        return Ok(());
    }
    let mut row = row(context, resource)?;
    for tag in tags {
        match row.tags.iter_mut().find(|present| present.key == tag.key) {
            Some(present) => present.value = tag.value,
            None => row.tags.push(tag),
        }
    }
    if row.tags.len() > most {
        return Err(context.over_quota(format!("There would be {} tags; {most} are allowed.", row.tags.len())));
    }
    Ok(TAGS.put(context, &row)?)
}

/// TAG-7: takes tags away; keys that are not there do no harm.
///
/// # Errors
/// The store's.
pub(super) fn remove(context: &Context<'_>, resource: Resource<'_>, keys: &[String]) -> Result<(), Failure> {
    let mut row = row(context, resource)?;
    row.tags.retain(|tag| !keys.contains(&tag.key));
    Ok(TAGS.put(context, &row)?)
}

/// The tags of a resource.
///
/// # Errors
/// The store's.
pub fn tags(context: &Context<'_>, resource: Resource<'_>) -> Result<Vec<Tag>, Failure> {
    Ok(row(context, resource)?.tags)
}

/// The tags of something that is no more.
///
/// # Errors
/// The store's.
pub fn forget(context: &Context<'_>, resource: Resource<'_>) -> Result<(), Failure> {
    TAGS.delete(context, &Key::of(resource.parts()))?;
    Ok(())
}

fn row(context: &Context<'_>, resource: Resource<'_>) -> Result<TagsRow, Failure> {
    let [kind, id] = resource.parts();
    let row = TAGS.get(context, &Key::of([kind, id]))?;
    Ok(row.unwrap_or_else(|| TagsRow { kind: kind.to_owned(), id: id.to_owned(), tags: Vec::new() }))
}
