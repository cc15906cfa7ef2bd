//! App instances: what messaging happens in, who administers it, how long it keeps messages, and where it streams them.

mod admins;
mod arn;
mod deletion;
mod operations;
mod retention;
mod row;
mod streaming;

pub use admins::{
    create_app_instance_admin, delete_app_instance_admin, describe_app_instance_admin, dismiss, is_admin,
    list_app_instance_admins,
};
pub use arn::Arn;
pub use deletion::{delete_app_instance, purge};
pub use operations::{create_app_instance, describe_app_instance, list_app_instances, replaced, update_app_instance};
pub use retention::{
    get_app_instance_retention_settings, plan_purge, purge_messages, put_app_instance_retention_settings,
};
pub use row::{existing_instance, instance};
pub use streaming::{
    delete_app_instance_streaming_configurations, get_app_instance_streaming_configurations,
    put_app_instance_streaming_configurations, stream,
};
