//! App instance users: the tab of an app instance, a new one, and the page of one. Administrators are users with a role.

mod admin_role;
mod channels_of;
mod create;
mod delete;
mod detail;
mod edit;
mod profile;
mod tab;

pub use admin_role::admins_tab;
pub use create::create;
pub use detail::detail;
pub use tab::users_tab;
