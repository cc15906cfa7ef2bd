//! Users: the tab of an account, invitations, a new one, and the page of one.

mod actions;
mod addresses;
mod create;
mod detail;
mod invitations;
mod invite;
mod license;
mod number;
mod pin;
mod plan;
mod profile;
mod rules;
mod search;
mod sessions;
mod tab;
mod telephony;
mod user;

pub use create::CreateUser;
pub use detail::UserPage;
pub use invite::InviteUsers;
pub use plan::{MANY, suspend_plan, user_item};
pub use tab::UsersTab;
