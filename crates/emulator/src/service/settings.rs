//! Settings of an AWS account as a whole: default calling name, call detail records.

mod global;
mod phone_number;

pub use global::{get_global_settings, update_global_settings};
pub use phone_number::{get_phone_number_settings, update_phone_number_settings};
