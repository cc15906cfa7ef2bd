//! What the operations do to the state, one module a resource family, one function an operation. Nothing here knows HTTP.
//!
//! Rule ids in comments (`ACC-25`, `USR-31`) are those of the behaviour that this emulator keeps.
#![expect(
    clippy::needless_pass_by_value,
    reason = "every operation takes its input alike, so that dispatch can list them"
)]

pub mod accounts;
pub mod bots;
pub mod delegates;
pub mod idempotency;
pub mod number_plan;
pub mod orders;
pub mod phone_numbers;
pub mod quota;
pub mod retention;
pub mod rooms;
pub mod settings;
pub mod users;
