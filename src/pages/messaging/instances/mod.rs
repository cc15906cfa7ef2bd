//! App instances: the list, a new one, and the page of one with its tabs.

mod create;
mod danger;
mod detail;
mod edit;
mod endpoint;
mod list;
mod overview;
mod retention;
mod streaming;

pub use create::{create, metadata_field, tags_field};
pub use detail::{ask, detail};
pub use list::list;
