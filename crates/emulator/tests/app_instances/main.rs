//! App instances, their administrators, users, retention and streaming: APP-1 to APP-24.

mod admins;
mod deletion;
#[path = "../harness/mod.rs"]
mod harness;
mod instances;
#[path = "../harness/messaging.rs"]
mod messaging;
mod retention;
mod streaming;
#[path = "../support/mod.rs"]
mod support;
mod users;
