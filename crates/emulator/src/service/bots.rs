//! Chat bots, and where the service sends what concerns them.

mod events_configuration;
mod operations;
mod row;

pub use events_configuration::{delete_events_configuration, get_events_configuration, put_events_configuration};
pub use operations::{create_bot, get_bot, list_bots, regenerate_security_token, update_bot};
pub use row::{BOTS, forget_account};
