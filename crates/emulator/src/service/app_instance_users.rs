//! Users of app instances, whose ids their customers choose.

mod operations;
mod person;
mod row;

pub use operations::{
    create_app_instance_user, delete_app_instance_user, describe_app_instance_user, list_app_instance_users,
    update_app_instance_user,
};
pub use person::{Person, identity};
pub use row::{UserRow, existing_user, purge_instance, user_of};
