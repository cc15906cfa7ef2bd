//! Quotas: unlimited unless somebody sets one (F-11, Appendix B).

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::context::Context;
use crate::failure::Failure;
use crate::store::{Index, Key, Range, Table};

/// No quota by default.
pub const UNLIMITED: u64 = u64::MAX;

/// G-13 step 9: refuses `more` rows when, with those that a part of an index holds already, they are over the quota.
///
/// # Errors
/// ResourceLimitExceeded, or BadRequest where it is not declared.
pub fn check<R: Serialize + DeserializeOwned>(
    context: &Context<'_>,
    (name, default): (&str, u64),
    more: usize,
    rows: (&Table<R>, &Index<R>, Key),
) -> Result<(), Failure> {
    check_where(context, (name, default), more, rows, |_| true)
}

/// The same, where only the rows for which `counts` holds count.
///
/// # Errors
/// ResourceLimitExceeded, or BadRequest where it is not declared.
pub fn check_where<R: Serialize + DeserializeOwned>(
    context: &Context<'_>,
    (name, default): (&str, u64),
    more: usize,
    (table, index, within): (&Table<R>, &Index<R>, Key),
    counts: impl Fn(&R) -> bool,
) -> Result<(), Failure> {
    let quota = context.settings().quota(name, default);
    if quota == UNLIMITED {
        return Ok(());
    }
    let quota = usize::try_from(quota).unwrap_or(usize::MAX / 2);
    // Never counts further than the quota.
    let range = Range { within, ..Range::default() };
    let present = table.page(context, index, &range, quota, counts)?.rows.len();
    if present + more > quota {
        return Err(context.over_quota(format!("The quota {name} allows {quota}; there are {present} already.")));
    }
    Ok(())
}
