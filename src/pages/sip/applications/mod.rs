//! SIP media applications: the list, a new one, and the page of one with its tabs.

pub mod application;
mod calls;
mod create;
mod danger;
mod delete;
mod detail;
mod edit;
mod lambda;
mod list;
mod logging;
mod overview;
mod test_call;

pub use create::CreateApplication;
pub use detail::ApplicationPage;
pub use list::Applications;

use danger::DangerTab;
use delete::DeleteApplication;
use edit::EditApplication;
use logging::LoggingTab;
use overview::OverviewTab;
use test_call::TestCallTab;
