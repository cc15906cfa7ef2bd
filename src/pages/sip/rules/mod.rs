//! SIP rules: the list, a new one, and the page of one.

mod create;
mod delete;
mod detail;
mod edit;
mod list;
pub mod rule;
mod switch;
mod targets;
mod trigger;

pub use create::CreateRule;
pub use detail::RulePage;
pub use list::Rules;

use delete::{DeletePanel, DeleteRule};
use edit::EditRule;
use switch::Switcher;

use chime_model::Operation;

/// What carries rules, and what they change elsewhere.
const STALE: &[Operation] =
    &[Operation::ListSipRules, Operation::GetSipRule, Operation::ListPhoneNumbers, Operation::GetPhoneNumber];
