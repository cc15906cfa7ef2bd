//! What goes wrong with a number because somebody asked for it (F-10).

use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Key, Table};

/// The failures of a number, in every inventory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct FailureRow {
    /// The number with its `+`.
    pub e164: String,
    /// Orders do not bring it.
    pub order: bool,
    /// Its calling name does not change.
    pub calling_name: bool,
    /// It is ReleaseFailed when its home is taken away.
    pub release: bool,
    /// It is DeleteFailed at the end of the deletion queue.
    pub deletion: bool,
}

impl FailureRow {
    fn any(&self) -> bool {
        self.order || self.calling_name || self.release || self.deletion
    }
}

static FAILURES: Table<FailureRow> =
    Table { name: "phone-number-failure", key: |row| Key::of([&row.e164]), indexes: &[] };

/// What is to go wrong with this number.
///
/// # Errors
/// The store's.
pub fn of(context: &Context<'_>, e164: &str) -> Result<FailureRow, Failure> {
    let row = FAILURES.get(context, &Key::of([e164]))?;
    Ok(row.unwrap_or_else(|| FailureRow { e164: e164.to_owned(), ..FailureRow::default() }))
}

/// Has that go wrong from now on, and nothing else.
///
/// # Errors
/// The store's.
pub fn set(context: &Context<'_>, row: &FailureRow) -> Result<(), Failure> {
    if row.any() {
        FAILURES.put(context, row)?;
    } else {
        FAILURES.delete(context, &(FAILURES.key)(row))?;
    }
    Ok(())
}
