//! Orders of phone numbers: the only way into the inventory (NUM-2).

mod completion;
pub mod failures;
mod operations;
mod row;

pub use completion::complete;
pub use operations::{create_phone_number_order, get_phone_number_order, list_phone_number_orders};
