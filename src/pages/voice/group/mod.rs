//! Voice connector groups: the list, a new one, and the page of one.

mod create;
mod detail;
mod list;
mod members;

pub use create::create;
pub use detail::detail;
pub use list::list;
