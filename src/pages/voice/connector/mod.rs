//! Voice connectors: the list, a new one, and the page of one with its tabs.

mod cidr;
mod create;
mod credential;
mod credentials;
mod danger;
mod detail;
mod edit;
mod emergency;
mod flow;
mod list;
mod logging;
mod middle;
mod origination;
mod overview;
mod part;
mod part_panel;
mod parts;
mod password;
mod places;
mod share;
mod streaming;
mod termination;

pub use create::create;
pub use detail::detail;
pub use list::list;
pub use part::Part;
pub use part_panel::{PartPanel, Removal};
